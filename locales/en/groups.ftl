### Groups of associations: code, confirmation, first and last words.

group-menu = Link a group
group-which = The group of which association? Those that have one are ticked.
group-no-associations = There are no associations of teachers in your places yet. They must be added to the district first.
group-in-list = { $linked ->
    [true] ✓ { $association }, { $parent }
   *[false] { $association }, { $parent }
}
group-not-linked = { $association }, { $parent }. No group is linked.
    I make a one-time code: show it in the group, then confirm here.
group-linked = { $association }. The group “{ $title }” is linked since { DAY($linked_at) }.
group-get-code = Get a code
group-unlink = Unlink the group
group-to-list = ‹ To the associations
group-code = Code for the group: { $association }. Valid until { DAY($expires_at) }, { CLOCK($expires_at) }, once.
    If I am not in the group yet, add me with the first button. If I am, write in the group:
    <code>{ $command }</code>
    Then I ask you here whether it is the right group.
group-add-by-link = Add me to the group
group-copy-command = Copy the command
group-asks = The code was shown in the group “{ $title }”. Association: { $association }.
group-members = Members, me included: { $members }.
group-replaces = “{ $title }” is linked now: it will be unlinked and I leave it.
group-is-it-yours = Is it the right group? A linked group sees the summaries of the association.
group-confirm = Link
group-decline = Decline
group-declined = The group “{ $title }” is not linked, I have left it. Nothing was shown there.
group-unlink-sure = Unlink the group “{ $title }” ({ $association })? I say goodbye and leave, no summaries will come there. Earlier messages stay.
group-keep = Keep it
group-greeting = Hello. I am the assistant of the methodological service, this group is linked: { $association }.
    What I do: send summaries of what is hard, with a question to discuss and buttons.
    What I do not: read your conversation, write about single teachers or pupils, disturb at night.
    Personal questions go to our private chat. What I can do here: /help.
group-farewell = The group is unlinked from the methodological service, I am leaving. Our private chat works as before.
group-gone = I was removed from the group “{ $title }” ({ $association }). No summaries go there any more. If that was an accident, link the group again.
group-taken = The code was shown in the group “{ $title }”, but it is linked already: { $association }. Unlink it there first. The code stays good.

error-group-not-asking = This group waits no longer: it was linked, declined, or has gone. See the list of associations: /groups.
