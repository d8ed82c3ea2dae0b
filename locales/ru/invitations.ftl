### Приглашения: кого, куда, сколько человек; ссылка; список открытых.

invitation-menu = Пригласить
invitation-whom = Кого пригласить?
invitation-where = { role-name }. Куда?
invitation-nowhere = { role-name }: подходящего места пока нет. Сначала его нужно добавить в район.
invitation-how-many = { role-name }, { $place }. На сколько человек ссылка?
invitation-for = { $uses ->
    [1] На одного человека
   *[other] На { $uses } человек, для всех
}
invitation-link = Приглашение: { role-of-person }, <b>{ $place }</b>.
    { $uses ->
        [1] Для одного человека
       *[other] Для { $uses } человек
    }, действует до { DAY($expires_at) }.
    { $link }
    Больше эту ссылку не покажу: хранится только её отпечаток. Потеряется — сделайте новую.
invitation-words = Приглашение в помощник методической службы: { role-of-person }, { $place }
invitation-pass-on = Переслать
invitation-copy = Скопировать ссылку
invitation-open-list = Открытые приглашения
invitation-list = Открытые приглашения. Какое посмотреть?
invitation-none-open = Открытых приглашений нет.
invitation-in-list = { role-name }, { $place }: ещё { $uses }
invitation-one = Приглашение: { role-of-person }, <b>{ $place }</b>.
    Осталось мест: { $uses }. Действует до { DAY($expires_at) }.
invitation-revoke = Закрыть приглашение
invitation-to-list = ‹ К списку
invitation-back = ‹ Назад
