### Help by role, search by word, the way to a human.

help-can = What you can do here:
help-line = • { $line }
help-search = <i>Search: /help and a word, for example “/help data”.</i>
help-about = About “{ $word }”:
help-nothing = There is no hint about “{ $word }”. Ask a human.
help-for-strangers = How can I help?
    .stranger = Hints appear once we know each other. A human answers now: “Help by phone”.
help-in-group = Here I work for the group: { $association }.
    I send summaries with a question to discuss; the buttons are the voice of every member. I do not read the conversation.
    Personal questions and help are in our private chat.
help-call-in = { $place }
help-mydata = What is kept about you: /mydata. Forget all of it: /forget.
help-profile = Name, subjects, classes, language: “My profile” in the menu.
help-invite = Invite somebody: “Invite” in the menu, the link can be passed on.
help-access = Requests for access come here: “Accept” or “Decline”.
help-groups = Link an association's group: “Link a group”, show the code in the group.

contact-line = A human answers: { $parts }.
contact-name = { $value }
contact-phone = phone { $value }
contact-office = room { $value }
contact-unknown = A human answers: the methodological service of your municipality.
