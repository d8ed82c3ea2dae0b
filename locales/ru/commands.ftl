### Описания команд, которые показывает Telegram.

command-start = Начать
command-menu = Меню
command-help = Что здесь можно и кто поможет
command-profile = Мой профиль
command-mydata = Что обо мне хранится
command-forget = Забыть меня
command-invite = Пригласить человека
command-groups = Группы объединений
command-template = Шаблон таблицы для своей работы
