### Календарь исследований: что ждём, до какого дня, кто прислал.

expected-menu = Календарь исследований
expected-help = Какие результаты ждут от школ и кто прислал: /calendar
command-calendar = Календарь исследований

expected-title = { $own ->
    [yes] «{ $exam }»
   *[no] { $exam }-{ NUMBER($year, useGrouping: 0) }
}, { $subject }, { expected-grades }
expected-title-short = { $own ->
    [yes] «{ $exam }»
   *[no] { $exam }
}, { $subject }, { LIST($grades) } кл.
expected-grades = { LIST($grades) } { $count ->
    [1] класс
   *[other] классы
}
expected-and-more = { $names } и ещё { $count }
expected-more = … и ещё { $count }
expected-numbered = <b>{ $number }.</b> { $line }

## Список

expected-head = <b>{ $place }: календарь исследований</b>
    { $done ->
        [true] Прислано:
       *[false] Ждём результаты:
    }
expected-none = { $done ->
    [true] Пока ничего.
   *[false] { $plans ->
        [true] { $school ->
            [true] Ничего. Можно добавить своё: текущий или итоговый контроль, диагностику.
           *[false] Ничего. Добавьте исследование: школам напомню, кто прислал — покажу.
        }
       *[false] Ничего.
    }
}
expected-line = { $title }: { $state ->
    [all] прислали все
    [sent] прислано { DAY($at) }
    [excused] не проводилось
    [waited] до { DAY($due) }
    [late] срок был { DAY($due) }
    [some-late] { $sent } из { $total }, срок был { DAY($due) }
   *[some] { $sent } из { $total }, до { DAY($due) }
}
expected-add = Добавить
expected-schools = По школам
expected-send = Загрузить
expected-done = Что уже прислали
expected-waited = Чего ещё ждём
expected-back = К календарю
expected-gone = Этого исследования в календаре уже нет. Вот нынешний.

expected-schools-head = <b>{ $place }: школы</b>
    Прислано из того, что ждём в этом учебном году:
expected-school = { $name }: { $total ->
    [0] ничего не ждём
   *[other] { $sent } из { $total }
}

## Одно исследование

expected-study = <b>{ $title }</b>
expected-standing = { $late ->
    [true] Срок был { DAY($due) }, ещё ждём.
   *[false] Ждём до { DAY($due) }.
}
expected-standing-sent = Прислано { DAY($at) }.
expected-standing-excused = Не проводилось, результаты не ждём.
expected-ordered = В календарь внёс: { $place }.
expected-sent = { $total ->
    [0] Присылать некому: нигде не проводилось.
   *[other] { $sent ->
        [0] Пока никто не прислал, школ: { $total }.
       *[other] Прислали { $sent } из { $total }.
    }
}
expected-lacking = Нет: { $names }.
expected-excused = Не проводилось: { $names }.
expected-move = Изменить срок
expected-cancel = Снять
expected-where-not-held = Где не проводилось
expected-missing = Все, кто не прислал
expected-to-study = К исследованию
expected-missing-head = <b>{ $title }</b>
    Ещё не прислали:
expected-name = • { $name }
expected-not-held = Не проводилось
expected-held = Всё-таки проводилось

## Добавление

expected-added = Добавлено: <b>{ $titles }</b>.
expected-added-by = { $own ->
    [true] Результаты ждём до { DAY($due) }. Напомню за 2 рабочих дня и один раз после срока.
   *[false] Результаты ждём до { DAY($due) }, { $all ->
        [true] от всех школ: { $count }
       *[false] от выбранных школ: { $count }
    }. Напомню завучам за 2 рабочих дня и один раз после срока, после уроков.
}
expected-known = Уже было в календаре, второй раз не добавлено: { $titles }.
expected-same-subject = Другой предмет
expected-same-grade = Другой класс
expected-undo = Убрать добавленное
expected-which-subject = То же, что { $titles }, с тем же сроком и от тех же школ. По какому предмету?
expected-which-grade = То же, что { $titles }, с тем же сроком и от тех же школ. В каком классе?
expected-cancelled = Снято с календаря: { $titles }. Что уже прислано, цело.
expected-restore = Вернуть
expected-restored = Снова в календаре: { $titles }.
expected-not-held-where = <b>{ $title }</b>
    Где не проводилось? Отметьте, от этих школ результаты ждать не буду.
expected-not-held-what = Что в вашей школе не проводилось? Отметьте, напоминать не буду.
expected-not-held-nothing = Сейчас от вашей школы ничего не ждут.
expected-not-counted = Записано, не проводилось: { $title }. Результаты не ждём, напоминать не буду.
expected-counted-again = Записано, всё-таки проводилось: { $title }. Результаты ждём.
expected-not-held-other = Отметить ещё

error-due-day-passed = Такой срок не подойдёт: нужен день не раньше сегодняшнего и не дальше года. Выберите, пожалуйста, другой.
error-no-school-chosen = Не выбрана ни одна школа. Отметьте, пожалуйста, от кого ждать результаты.

## Напоминания

expected-reminder = Скоро срок, а результатов вашей школы пока нет:
expected-reminder-late = Срок прошёл, а результатов вашей школы пока нет:
expected-reminder-item = • { $title }: { $late ->
    [true] срок был { DAY($due) }
   *[false] до { DAY($due) }
}
expected-reminder-foot = { $last ->
    [true] Файл можно прислать прямо сюда. Больше об этом не напомню.
   *[false] Файл можно прислать прямо сюда. Если чего-то не было, отметьте.
}
expected-call-head = О результатах напомнить некому: в этих школах нет завуча в боте. Поможет звонок.
expected-call = • <b>{ $school }</b>{ $known ->
    [yes] , { $contact }
   *[no] { "" }
}: { $title }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
}, { $late ->
    [true] срок был { DAY($due) }
   *[false] до { DAY($due) }
}
expected-invite = Пригласить завуча
expected-digest-head = Срок был { DAY($due) }. Прислали не все:
expected-digest-line = <b>{ $number }.</b> { $title }: { $sent } из { $total }. Нет: { $names }.

forms-draft-expected-study = Исследование не дописано, всё цело. Продолжим?
forms-draft-due-day = Срок ещё не изменён. Продолжим?
