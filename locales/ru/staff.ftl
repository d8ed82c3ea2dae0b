### Кадровый потенциал: числа без имён, мелкое скрыто.

staff-menu = Кадры: общая картина
staff-help = Категории, стаж, курсы и предметы по кадрам, без имён: /staff
command-staff = Кадры: общая картина

staff-head = <b>{ $place }: кадры</b>
staff-people = Педагогов: { NUMBER($people) }{ $wide ->
    [true] , школ со списком: { $schools }
   *[false] { "" }
}.
staff-no-list-here = Списка кадров пока нет.{ $uploads ->
    [true] { " " }Его загружают по защищённой странице: фамилии из файла не сохраняются.
   *[false] { "" }
}
staff-no-list = Списка нет.
staff-line = <b>{ $heading }:</b> { LIST($counts, join: "comma") }.
staff-count = { $words } — { NUMBER($people) }
staff-kept-back = Остальное скрыто: по малым числам можно узнать людей.
staff-few = { $school ->
    [true] Коллектив небольшой
   *[false] Педагогов немного
}, поэтому показываю только общее число: по любой разбивке можно было бы узнать человека.
staff-alike = Разбивку не показываю: группы здесь слишком малы, по ним можно было бы узнать людей.
staff-dates = { $same ->
    [yes] Список от { DAY($first, year: "always") }
   *[no] Списки от { DAY($first, year: "always") } до { DAY($last, year: "always") }
}{ $stale ->
    [true] { " " }Это больше года назад, пора обновить.
   *[false] { "" }
}
staff-missing = Без списка: { $names }.
staff-missing-many = Школ без списка: { $count }.
staff-attestation = <b>Аттестация:</b> { LIST($counts, join: "comma") }.

staff-category-heading = Категория
staff-category = { $cell ->
    [highest] высшая
    [first] первая
    [fitness] соответствие
    [none] без категории
    [unknown] не указана
    [highest-first] высшая или первая
   *[other] остальные
}
staff-ending-heading = Срок категории
staff-ending = { $cell ->
    [yes] срок выходит за год
   *[other] остальные
}
staff-applied-heading = Аттестация
staff-applied = { $cell ->
    [yes] подали на категорию
   *[other] остальные
}
staff-experience-heading = Стаж
staff-experience = { $cell ->
    [to3] до 3 лет
    [to10] 3–9 лет
    [to20] 10–20 лет
    [over20] больше 20 лет
    [unknown] не указан
    [to3-to10] меньше 10 лет
   *[other] остальные
}
staff-course-heading = Последние курсы
staff-course = { $cell ->
    [fresh] за последние 3 года
    [old] старше 3 лет
    [unknown] не указаны
   *[other] старше 3 лет или не указаны
}

staff-subjects = По предметам
staff-schools = По школам
staff-to-schools = К школам
staff-picture = Картинкой
staff-table = Таблицей
staff-load = Загрузить кадры
staff-back = К общей картине

staff-subjects-head = <b>{ $place }: кто что преподаёт</b>
staff-subject = { $subject }: { COUNT($people, of: "teacher") }
staff-subjects-kept = { $none ->
    [true] Предметы не показываю: учителей каждого мало, по числам можно было бы узнать людей.
   *[false] Остальных предметов здесь нет: учителей мало, по числам можно было бы узнать людей.
}
staff-schools-head = <b>{ $place }: кадры школ</b>
staff-numbered = <b>{ $number }.</b> { $line }
staff-school = { $name }: { NUMBER($people) }, список от { DAY($at, year: "always") }{ $stale ->
    [true] { " " }(больше года)
   *[false] { "" }
}
staff-which = Кадры какого района показать?

staff-drawing = Рисую, пришлю сюда через несколько секунд.
staff-tabling = Готовлю таблицу, пришлю сюда через несколько секунд.
staff-picture-title = { $place }: кадры
staff-picture-people = Педагогов: { NUMBER($people) }
staff-picture-caption = { $place }: кадры. Имён и данных об отдельных людях здесь нет.
staff-picture-name = кадры.png
staff-picture-dark = На тёмном фоне
staff-picture-light = На светлом фоне
staff-table-caption = { $place }: кадры таблицей. Чего нет, то скрыто: числа малы.
staff-table-name = кадры-{ $day }.xlsx
staff-not-made = Файл не получился, сами цифры целы. Попробуйте, пожалуйста, ещё раз чуть позже.

staff-sheet-tables = Таблицы
staff-sheet-subjects = Предметы
staff-sheet-places = Школы
staff-sheet-kept = Пустая клетка: число скрыто, по малым числам можно было бы узнать людей.
staff-hidden = скрыто
staff-column-table = Показатель
staff-column-cell = Значение
staff-column-people = Педагогов
staff-column-subject = Предмет
staff-column-place = Место
staff-column-day = Список от
staff-column-of = { $table }: { $cell }
