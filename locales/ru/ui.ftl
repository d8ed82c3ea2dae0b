### Слова, общие для всех экранов: дни, часы, количества, листание.

# Когда текст не удалось собрать: ничего не обещает и никого не винит.
ui-neutral = Этот текст не открылся. Ваши записи целы. Откройте раздел ещё раз из меню.
    .label = Дальше

## Дни. Функции: ON, UNTIL, SINCE, WEEK_DAY, SHORT_DAY, WHEN, RELATIVE; внутри виден $date.

ui-week-day = { WEEKDAY($date) ->
    [1] понедельник
    [2] вторник
    [3] среда
    [4] четверг
    [5] пятница
    [6] суббота
   *[7] воскресенье
}
ui-week-day-short = { WEEKDAY($date) ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
}
ui-short-day = { ui-week-day-short }, { DAY($date) }
ui-on-day = { WEEKDAY($date) ->
    [1] в понедельник
    [2] во вторник
    [3] в среду
    [4] в четверг
    [5] в пятницу
    [6] в субботу
   *[7] в воскресенье
}, { DAY($date) }
ui-until-day = до { ui-week-day-genitive }, { DAY($date) }
ui-since-day = { WEEKDAY($date) ->
    [2] со вторника
    [3] со среды
   *[other] с { ui-week-day-genitive }
}, { DAY($date) }
ui-week-day-genitive = { WEEKDAY($date) ->
    [1] понедельника
    [2] вторника
    [3] среды
    [4] четверга
    [5] пятницы
    [6] субботы
   *[7] воскресенья
}
ui-when = { DAYS($date) ->
    [-1] вчера
    [0] сегодня
    [1] завтра
   *[other] { DAY($date) }
} в { CLOCK($date) }
ui-relative-day = { DAYS($date) ->
    [-7] неделю назад
    [-14] 2 недели назад
    [-21] 3 недели назад
    [-28] 4 недели назад
    [-2] позавчера
    [-1] вчера
    [0] сегодня
    [1] завтра
    [2] послезавтра
    [7] через неделю
    [14] через 2 недели
    [21] через 3 недели
    [28] через 4 недели
   *[other] { ui-relative-days }
}
ui-relative-days = { SIDE($date) ->
    [past] { COUNT(DISTANCE($date), of: "day") } назад
   *[future] через { COUNT(DISTANCE($date), of: "day") }
}

## Количества. COUNT($n, of: "minute") пишет число со словом: 1 минута, 2 минуты, 5 минут.
## У слов на «-а», «-я» есть винительный падеж: через 1 минуту.

count-minute = { $count } { $count ->
    [one] минута
    [few] минуты
    [many] минут
   *[other] минуты
}
count-minute-accusative = { $count } { $count ->
    [one] минуту
    [few] минуты
    [many] минут
   *[other] минуты
}
count-hour = { $count } { $count ->
    [one] час
    [few] часа
    [many] часов
   *[other] часа
}
count-day = { $count } { $count ->
    [one] день
    [few] дня
    [many] дней
   *[other] дня
}
count-school-day = { $count } { $count ->
    [one] учебный день
    [few] учебных дня
    [many] учебных дней
   *[other] учебного дня
}
count-working-day = { $count } { $count ->
    [one] рабочий день
    [few] рабочих дня
    [many] рабочих дней
   *[other] рабочего дня
}
count-week = { $count } { $count ->
    [one] неделя
    [few] недели
    [many] недель
   *[other] недели
}
count-week-accusative = { $count } { $count ->
    [one] неделю
    [few] недели
    [many] недель
   *[other] недели
}
count-month = { $count } { $count ->
    [one] месяц
    [few] месяца
    [many] месяцев
   *[other] месяца
}
count-question = { $count } { $count ->
    [one] вопрос
    [few] вопроса
    [many] вопросов
   *[other] вопроса
}
count-answer = { $count } { $count ->
    [one] ответ
    [few] ответа
    [many] ответов
   *[other] ответа
}
count-participant = { $count } { $count ->
    [one] участник
    [few] участника
    [many] участников
   *[other] участника
}
count-person = { $count } { $count ->
    [one] человек
    [few] человека
    [many] человек
   *[other] человека
}
count-teacher = { $count } { $count ->
    [one] учитель
    [few] учителя
    [many] учителей
   *[other] учителя
}
count-colleague = { $count } { $count ->
    [one] коллега
    [few] коллеги
    [many] коллег
   *[other] коллеги
}
count-school = { $count } { $count ->
    [one] школа
    [few] школы
    [many] школ
   *[other] школы
}
count-school-accusative = { $count } { $count ->
    [one] школу
    [few] школы
    [many] школ
   *[other] школы
}
count-request = { $count } { $count ->
    [one] обращение
    [few] обращения
    [many] обращений
   *[other] обращения
}
count-difficulty = { $count } { $count ->
    [one] затруднение
    [few] затруднения
    [many] затруднений
   *[other] затруднения
}
count-recommendation = { $count } { $count ->
    [one] рекомендация
    [few] рекомендации
    [many] рекомендаций
   *[other] рекомендации
}
count-recommendation-accusative = { $count } { $count ->
    [one] рекомендацию
    [few] рекомендации
    [many] рекомендаций
   *[other] рекомендации
}
count-task = { $count } { $count ->
    [one] задание
    [few] задания
    [many] заданий
   *[other] задания
}
count-lesson = { $count } { $count ->
    [one] урок
    [few] урока
    [many] уроков
   *[other] урока
}
count-place = { $count } { $count ->
    [one] место
    [few] места
    [many] мест
   *[other] места
}
count-page = { $count } { $count ->
    [one] страница
    [few] страницы
    [many] страниц
   *[other] страницы
}
count-page-accusative = { $count } { $count ->
    [one] страницу
    [few] страницы
    [many] страниц
   *[other] страницы
}
count-file = { $count } { $count ->
    [one] файл
    [few] файла
    [many] файлов
   *[other] файла
}
count-row = { $count } { $count ->
    [one] строка
    [few] строки
    [many] строк
   *[other] строки
}
count-row-accusative = { $count } { $count ->
    [one] строку
    [few] строки
    [many] строк
   *[other] строки
}
count-message = { $count } { $count ->
    [one] сообщение
    [few] сообщения
    [many] сообщений
   *[other] сообщения
}

## Листание и выход.

ui-page-back = ‹ Раньше
ui-page-next = Дальше ›
ui-page-of = Страница { $page } из { $pages }
