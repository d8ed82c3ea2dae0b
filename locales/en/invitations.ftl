### Invitations: whom, where, how many; the link; the list of open ones.

invitation-menu = Invite
invitation-whom = Whom to invite?
invitation-where = { role-name }. Where?
invitation-nowhere = { role-name }: there is no place for it yet. It must be added to the district first.
invitation-how-many = { role-name }, { $place }. For how many people?
invitation-for = { $uses ->
    [1] For one person
   *[other] For { $uses } people, for all
}
invitation-link = Invitation: { role-of-person }, <b>{ $place }</b>.
    { $uses ->
        [1] For one person
       *[other] For { $uses } people
    }, valid until { DAY($expires_at) }.
    { $link }
    The link is not shown again: only its fingerprint is kept. If it is lost, make a new one.
invitation-words = Invitation to the methodological assistant: { role-of-person }, { $place }
invitation-pass-on = Pass on
invitation-copy = Copy the link
invitation-open-list = Open invitations
invitation-list = Open invitations. Which one?
invitation-none-open = There are no open invitations.
invitation-in-list = { role-name }, { $place }: { $uses } left
invitation-one = Invitation: { role-of-person }, <b>{ $place }</b>.
    Places left: { $uses }. Valid until { DAY($expires_at) }.
invitation-revoke = Close the invitation
invitation-to-list = ‹ To the list
invitation-back = ‹ Back
