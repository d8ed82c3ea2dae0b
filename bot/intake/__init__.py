"""Updates in: the inbox, the lanes of chats, the unit of work each update is."""
