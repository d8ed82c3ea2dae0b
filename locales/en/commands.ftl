### Descriptions of the commands that Telegram shows.

command-start = Begin
command-menu = Menu
command-help = What one can do here and who helps
command-profile = My profile
command-mydata = What is kept about me
command-forget = Forget me
command-invite = Invite somebody
command-groups = Groups of associations
command-template = A table for an own study
