### Профиль человека; как бот представляется в Telegram (profile-name, -description, -short-description).

profile-name = Методический помощник
profile-description = Помощник методической службы. Учитель за минуту говорит, с чем нужна помощь на уроке, и получает ответ методиста. Объединения учителей получают сводки о том, что даётся трудно. Отчётов не прошу, детей и родителей здесь нет. Вход по приглашению школы или с согласия методиста.
profile-short-description = Помощь методиста учителю: вопрос за минуту, ответ человека. Без отчётов и без данных о детях.

profile-open = Мой профиль
profile-head = <b>Ваш профиль</b>
profile-name-line = Имя: { $name }
profile-role-line = Роль: { role-of-person }, { $place }
profile-subjects = Предметы: { LIST($subjects, join: "comma") }
profile-classes = Классы: { LIST($classes, join: "comma") }
profile-change = Исправить
profile-speak = { $language ->
    [en] In English
   *[ru] По-русски
}
profile-ready = Готово, { $name }. Пишу только по делу. Что о вас хранится и как отозвать согласие: /mydata.
