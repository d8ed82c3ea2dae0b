### People and roles: who is what; an owner may take a role away.

people-menu = People and roles
people-which-place = The people of which place?
people-which = { $place }. Who is here:
people-in-list = { $person }: { role-of-person }
people-to-places = ‹ To the places
people-back = ‹ Back
people-one = { $person }: { role-of-person }, <b>{ $place }</b>.
    The role can be taken at once, the person is told. What they asked and answered stays.
people-take = Take the role
people-role-taken = A role is yours no more: { role-of-person }, { $place }. Your records are safe. If that is a mistake, call the methodologist: /help.
help-people = Who is what, and taking a role away: “People and roles” in the menu.
command-people = People and roles
