### Roles. role-name stands on a key, role-of-person inside a sentence.

role-name = { $role ->
    [teacher] Teacher
    [association_head] Association head
    [administrator] Deputy head
    [methodologist] Methodologist
    [curator] Curator
    [director] Principal
    [observer] Observer
   *[owner] Owner
}
role-of-person = { $role ->
    [teacher] teacher
    [association_head] association head
    [administrator] deputy head
    [methodologist] methodologist
    [curator] curator
    [director] principal
    [observer] observer
   *[owner] owner
}
role-in-place = { role-name }: { $place }
role-which = Who do you want to be now? The menu follows the role, your rights come from all of them.
role-changed = The role has changed. How can I help?
