### Роли. role-name — на кнопке; role-of-person — внутри фразы.

role-name = { $role ->
    [teacher] Учитель
    [association_head] Рук. объединения
    [administrator] Завуч
    [methodologist] Методист
    [curator] Куратор РИРО
    [director] Директор
    [observer] Наблюдатель
   *[owner] Владелец
}
role-of-person = { $role ->
    [teacher] учитель
    [association_head] руководитель объединения
    [administrator] завуч
    [methodologist] методист
    [curator] куратор РИРО
    [director] директор
    [observer] наблюдатель
   *[owner] владелец
}
role-in-place = { role-name }: { $place }
role-which = Кем вы хотите быть сейчас? От роли зависит меню, права остаются от всех ролей.
role-changed = Роль сменилась. Чем помочь?
