### Статистика помощи. Мелкие числа не показываются.

statistics-menu = Статистика обращений
statistics-help = Сколько обращений и как быстро на них отвечают: /stats
command-stats = Статистика обращений
statistics-head = <b>{ $place }: обращения</b>
statistics-month = За 30 дней
statistics-year = За учебный год, с { DAY($since, year: "always") }
statistics-cell = { $how ->
    [exact] { NUMBER($count) }
    [at-least] не меньше { NUMBER($count) }
   *[small] меньше 5
}
statistics-reported = Поступило: { $value }
statistics-answered = Получили ответ: { $value }
statistics-waiting = Ждут ответа: { $value }
statistics-late = Срок прошёл: { $value }
statistics-hours = Половина ответов — быстрее чем за { NUMBER($hours, maximumFractionDigits: 1) } { $hours ->
    [one] рабочий час
    [few] рабочих часа
    [many] рабочих часов
   *[other] рабочего часа
}
statistics-hours-few = Время до ответа: данных меньше, чем на 5 ответов
statistics-satisfied = Ответ помог (оценки 4 и 5): { PERCENT($percent) } (от { NUMBER($low) } до { NUMBER($high) }), { COUNT($n, of: "answer") }
statistics-satisfied-few = Ответ помог: оценок меньше 5
statistics-worked = Получилось на уроке: { PERCENT($percent) } (от { NUMBER($low) } до { NUMBER($high) }), { COUNT($n, of: "answer") }
statistics-worked-few = Получилось на уроке: ответов меньше 5
statistics-kept-back = Остальное не показываю: по разнице чисел можно было бы узнать людей.
statistics-all-kept-back = Количество за 30 дней не показываю: вместе с годом оно выдало бы малые числа. Смотрите за учебный год.
statistics-rest-few = { $none ->
    [true] В каждом виде меньше 5 обращений
   *[false] В остальных видах: меньше 5 в каждом
}
statistics-rest = { $none ->
    [true] По видам не показываю: чисел мало, по ним можно было бы узнать людей.
   *[false] Остальные виды не показываю: чисел мало, по ним можно было бы узнать людей.
}
statistics-group = { $group }: { $value }
statistics-own-words = Своими словами
statistics-to-year = За учебный год
statistics-to-month = За 30 дней
statistics-to-groups = По видам затруднений
statistics-to-whole = В целом
