### Сводка в группе ШМО и таблица за ней.

summary-title = <b>{ $title }. { COUNT($n, of: "participant") }{ $schools ->
    [0] { "" }
    [1] { "" }
   *[other] , { COUNT($schools, of: "school") }
}</b>
summary-changed = { $change ->
    [compared] <i>Дополнено сравнением, голоса целы.</i>
    [named] <i>Дополнено: теперь видно, какие это умения. Голоса целы.</i>
   *[replaced] <i>Новый файл, голоса целы.</i>
}
summary-of-level = { $level ->
    [region] с областью
    [country] со страной
   *[municipality] с районом
}
summary-difference = { $difference ->
    [common] Разница { summary-of-level } мала: трудность общая, не особенность { $wide ->
        [true] района
       *[false] школы
    }.
    [own_higher] У нас выше, чем { summary-by-level }, но трудность остаётся.
   *[own_lower] { summary-by-level-capital } часть этого даётся легче: есть у кого спросить.
}
summary-by-level = { $level ->
    [region] по области
    [country] по стране
   *[municipality] по району
}
summary-by-level-capital = { $level ->
    [region] По области
    [country] По стране
   *[municipality] По району
}
summary-hard = Даётся трудно{ $certainty ->
    [firm] { " " }(можно опираться)
    [likely] { " " }(похоже, но данных мало)
    [low] { " " }(данных мало)
    [border] { " " }(у самой границы)
   *[mixed] { "" }
}:
summary-nothing-hard = Заметных трудностей нет: по всем заданиям ({ $tasks }) баллов достаточно.
summary-too-few = Работ меньше 10, поэтому выводов не делаю и доли не показываю: по ним узнали бы отдельных детей. Судить можно вместе с прошлыми годами или с соседними школами.
summary-pooled = Своих работ мало, поэтому судим вместе { $by ->
    [years] с прошлыми годами ({ NUMBER($first, useGrouping: 0) }–{ NUMBER($last, useGrouping: 0) }): { COUNT($n, of: "work") }.
   *[schools] с другими школами района: { COUNT($n, of: "work") }, { COUNT($schools, of: "school") }.
}
summary-was = { $last ->
    [yes] В прошлом году
   *[no] В { NUMBER($year, useGrouping: 0) } году
} { PERCENT($percent) }{ $moved ->
    [rose] , стало выше.
    [fell] , стало ниже.
   *[same] , разница невелика.
}
summary-typical = { $code ->
    [skipped] Не приступали { PERCENT($percent) }.
    [strong_too] Трудно и тем, у кого «{ $mark }»: { PERCENT($percent) }.
   *[apart] У кого «3» — { PERCENT($percent) }, у кого «5» — { PERCENT($other) }.
}
summary-finding = <b>{ $number }.</b> { $skill }{ $place }: { PERCENT($percent) } (от { NUMBER($low, decimals: 0) } до { NUMBER($high, decimals: 0) }){ $others ->
    [0] { "" }
   *[other] , работ { $others }
}{ $peer_level ->
    [none] { "" }
    [region] , по области { NUMBER($peer, decimals: 0) }
    [country] , по стране { NUMBER($peer, decimals: 0) }
   *[municipality] , по району { NUMBER($peer, decimals: 0) }
}.{ $certainty ->
    [firm] { " " }<i>Можно опираться.</i>
    [likely] { " " }<i>Похоже, но данных мало.</i>
    [low] { " " }<i>Данных мало.</i>
    [border] { " " }<i>У самой границы.</i>
   *[said] { "" }
}
summary-number = { " " }(№ { $code })
summary-number-level = { " " }(№ { $code }, { $level })
summary-level = { " " }({ $level })
summary-task = Задание { $code }
summary-question = <b>Обсудим:</b> { $question ->
    [why_skipped] почему за № { $task } часто не берутся{ $brief ->
        [true] { "" }
       *[false] : не узнают, не успевают, не верят в успех
    }?
    [what_differs] что в № { $task } у нас идёт иначе, чем у соседей{ $brief ->
        [true] { "" }
       *[false] : время, порядок тем, приём
    }?
    [what_works] что у нас получилось и чем стоит поделиться с соседями?
    [too_few] что видно по самим работам и чем помочь каждому?
   *[where_it_breaks] { $demand ->
        [advanced] где в № { $task } сбиваются{ $brief ->
            [true] { "" }
           *[false] { " " }— в чтении условия, в выборе пути или в записи решения
        }?
       *[basic] чего не хватает для № { $task }{ $brief ->
            [true] { "" }
           *[false] { " " }— понимания, образца или упражнений
        }?
    }
}

summary-vote = { $choice ->
    [plan] { $number } В план
    [not_ours] { $number } Не наше
   *[help] { $number } Помощь
}
summary-source = Откуда цифры?
summary-more = Подробно
summary-voted = Ваш голос по № { $code }: { summary-choice }. Сейчас: в план { $plan }, не наше { $not_ours }, помощь { $help }. Можно передумать: считается последний.
summary-choice = { $choice ->
    [plan] в план
    [not_ours] не наше
   *[help] помощь
}
summary-source-said = { $federal ->
    [true] ФИС ОКО,{ " " }
   *[false] { "" }
}{ results-kind }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
}, файл от { DAY($at, year: "always") }, { COUNT($works, of: "work") }{ $together ->
    [0] { "" }
   *[other] { " " }(вместе с другими { $together })
}. Доля баллов = набрано ÷ возможно. Отброшено строк: { $dropped }. Х — не выполняли: { $skipped }.

## Исправление: что было и что стало

summary-corrected = <b>Исправление: { $title }</b>
    Загружен новый файл вместо прежнего, цифры пересчитаны.
summary-corrected-yours = <b>Исправление: { $title }</b>
    { $place }. Вы открывали эти цифры, а файл с тех пор заменён.
summary-corrected-works = Работ было { $was }, стало { $now }.{ $judged ->
    [true] { "" }
   *[false] { " " }Этого мало, чтобы судить: прежние выводы не в счёт.
}
summary-changed-figure = • { $skill }{ $place }: { $known ->
    [now] теперь { PERCENT($now) }
    [was] было { PERCENT($was) }, теперь такого задания нет
   *[both] было { PERCENT($was) }, стало { PERCENT($now) }
}{ $state ->
    [came] , теперь среди трудных
    [went] , больше не среди трудных
   *[stays] { "" }
}.
summary-changed-mark = • { $name ->
    [passed] успеваемость
   *[quality] качество
}: было { PERCENT($was) }, стало { PERCENT($now) }.
summary-corrected-votes = { $judged ->
    [true] Голоса целы, можно передумать: кнопки под прежней сводкой работают.
   *[false] Обсуждать прежние выводы не нужно.
}
summary-corrected-why = Если на прежние цифры кто-то опирался, передайте, пожалуйста, новые.

## Руководителю, когда обсудили

summary-gathered = <b>{ $title }</b>
    Обсуждение собрано:
summary-gathered-finding = <b>{ $number }.</b> { $skill }: в план { $plan }, не наше { $not_ours }, помощь { $help }.
summary-association-decides = Решает объединение, а не бот: голоса пригодятся на заседании.

## Таблица в личном чате

summary-table-head = <b>{ $title }</b>
    { $place }, { COUNT($n, of: "participant") }. Доля баллов, в скобках промежуток.
summary-row = { $status ->
    [deficit] ●
    [uncertain] ○
   *[other] { "·" }
} { $skill }{ $place }: <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }){ $peer_level ->
    [none] { "" }
    [region] , обл. { NUMBER($peer, decimals: 0) }
    [country] , РФ { NUMBER($peer, decimals: 0) }
   *[municipality] , район { NUMBER($peer, decimals: 0) }
}
summary-enough = { $level } от { NUMBER($percent, decimals: 0) }
summary-origin = <i>● ниже достаточного{ $known ->
    [yes] { " " }({ $enough })
   *[no] { "" }
}, ○ у границы. { results-kind }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
} от { DAY($at, year: "always") }, { COUNT($works, of: "work") }, отброшено { $dropped }. Промежутки — 95 %.</i>

## Список

summary-list = Сводки по исследованиям. Какую открыть?
summary-list-key = { $many ->
    [yes] { $place }: { $title }
   *[no] { $title }
}
summary-none-yet = Сводок пока нет. Они появятся, когда завуч загрузит результаты.
summary-none-yet-upload = Сводок пока нет. Пришлите файл результатов прямо сюда, например «Индивидуальные результаты» ВПР.
menu-results = Результаты и сводки


error-not-a-member = Это для учителей объединения. Откройте бота по приглашению школы (плакат в учительской) или нажмите в нём /start, это минута.
error-finding-gone = Сводка обновлена, и этой строки в ней больше нет. Голосуйте, пожалуйста, под новой, она ниже.

## Слова картинки

picture-subtitle = { COUNT($n, of: "participant") }{ $schools ->
    [0] { "" }
    [1] { "" }
   *[other] , { COUNT($schools, of: "school") }
}. Доля набранных баллов
picture-own = Наша школа
picture-own-schools = Наши школы
picture-own-by-years = Мы за несколько лет
picture-own-by-schools = Мы и соседи
picture-municipality = Район
picture-region = Область
picture-country = Россия
picture-finding = { $number }. { $skill }
picture-detail = Задание { $code }{ $known ->
    [yes] , уровень { $level }
   *[no] { "" }
}. Промежуток от { NUMBER($low, decimals: 0) } до { NUMBER($high, decimals: 0) }
picture-footnote = Усы показывают, насколько доля на деле может быть меньше или больше: промежуток 95 %.
picture-threshold = Столько баллов считается достаточным для заданий этого уровня
