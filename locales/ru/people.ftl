### Люди и роли: кто кем записан; владелец может убрать роль.

people-menu = Люди и роли
people-which-place = Люди какого места?
people-which = { $place }. Кто здесь записан:
people-in-list = { $person }: { role-of-person }
people-to-places = ‹ К местам
people-back = ‹ Назад
people-one = { $person }: { role-of-person }, <b>{ $place }</b>.
    Убрать роль можно сразу, человек об этом узнает. Его обращения и ответы останутся.
people-take = Убрать роль
people-role-taken = Ваша роль снята: { role-of-person }, { $place }. Ваши записи целы. Если это ошибка, позвоните методисту: /help.
help-people = Кто кем записан, снять роль: «Люди и роли» в меню.
command-people = Люди и роли
