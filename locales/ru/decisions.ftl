### Решение объединения: от голосов к протоколу, его пункты в срок.

menu-decisions = Решения объединений
decision-help-line = Записать решение по сводке, получить протокол и план: «Решения объединений»

## Собранные голоса и заседание

decision-write-down = Записать решение
decision-wait = Подождать до заседания
decision-meeting-moved = Перенести заседание
decision-when-meeting = Когда заседание? Напомню один раз, накануне после уроков. Можно написать дату, например 15 декабря.
decision-meeting-in = { $weeks ->
    [1] Через неделю, { DAY($day, year: "never") }
   *[other] Через две, { DAY($day, year: "never") }
}
decision-write-day = Напишу дату
decision-meeting-kept = Заседание { ON($day) }. { $reminded ->
    [true] Напомню накануне, один раз.
   *[false] Оно совсем скоро, отдельно напоминать не буду.
} Голосовать в группе можно до тех пор.
decision-meeting-comes = <b>{ $title }</b>
    { CAPITAL(ON($day)) }, заседание, решение ещё не записано. Голоса сейчас:

## Одна область

decision-area = { $title }
    Решение, { $number } из { $total }
decision-area-skill = <b>{ $skill }</b>{ $place }
decision-area-votes = Голоса: в план { $plan }, не наше { $not_ours }, помощь { $help }.
decision-area-chosen = { $choice ->
    [help] Попрошу методиста района помочь: обращение уйдёт от имени объединения.
   *[not_ours] Не наше: в план не войдёт, в протоколе останется.
}
decision-choice-key = { $choice ->
    [plan] В план
    [not_ours] Не наше
   *[help] Помощь
}{ $chosen ->
    [true] { " " }✓
   *[false] { "" }
}
decision-measure = Что делаем: { $words }
decision-owner = Кто: { $words }
decision-due = Срок: до { DAY($day, year: "never") }
decision-measure-key = Что делаем
decision-owner-key = Кто
decision-due-key = Срок
decision-on = Дальше
decision-lay-aside = Отложить

decision-ask-measure = <b>{ $skill }</b>
    Что сделаем? Выберите номер или напишите своими словами.
decision-offered = <b>{ $number }.</b> { $words }.
decision-now = <i>Сейчас: «{ $words }»</i>
decision-no-measure = Не указывать
decision-ask-owner = <b>{ $skill }</b>
    Кто отвечает? Выберите или напишите. Называть человека не обязательно: имя увидят в группе и в протоколе.
decision-capital = { CAPITAL($words) }
decision-no-owner = Не указывать
decision-ask-due = <b>{ $skill }</b>
    До какого дня? Выберите или напишите, например 15 декабря. В этот день спрошу один раз, сделано ли.
decision-due-now = <i>Сейчас: до { DAY($day, year: "never") }</i>
decision-due-offered = { $which ->
    [month] Конец месяца, { DAY($day, year: "never") }
    [quarter] Конец четверти, { DAY($day, year: "never") }
   *[meeting] Заседание, { DAY($day, year: "never") }
}
decision-no-due = Без срока

## Всё решение

decision-check = <b>{ $association }. { $corrects ->
    [true] Исправленное решение
   *[false] Решение
} № { NUMBER($number, useGrouping: 0) }</b>
    { $title }, заседание { DAY($day, year: "never") }
decision-area-line = <b>{ $number }.</b> { $skill }: { $said }
decision-choice = { $choice ->
    [plan] в план
    [not_ours] не наше
   *[help] нужна помощь
}
decision-until = до { DAY($day, year: "never") }
decision-measure-alone = <i>{ $words }</i>
decision-note = Ещё: { $words }
decision-check-then = После записи: протокол и план сюда, короткий пост в группу.
decision-change = Изменить { $number }
decision-held-key = Дата заседания
decision-note-key = Дописать
decision-record = Записать решение
decision-drop = Удалить
decision-ask-note = Что добавить в протокол? Напишите одним сообщением. Без имён учеников, пожалуйста.
decision-no-note = Убрать
decision-laid-aside = Отложено, всё цело. Черновик ждёт в разделе «Решения объединений».
decision-all = Все решения
decision-drop-asked = { $corrects ->
    [true] Удалить исправление? Записанное решение останется как есть.
   *[false] Удалить черновик решения? Голоса останутся, начать можно снова.
}
decision-drop-yes = Удалить
decision-drop-no = Оставить
decision-dropped = { $corrects ->
    [true] Исправление удалено, решение действует как записано.
   *[false] Черновик удалён. Голоса целы, записать решение можно из таблицы сводки.
}
decision-figures-changed = Загружен новый файл, сводка обновилась. Проверьте решение ещё раз, оно ниже.
decision-recorded-already = Решение № { NUMBER($number, useGrouping: 0) } уже записано. Открываю его.

## Записано

decision-recorded = { $corrected ->
    [true] Исправленное решение
   *[false] Решение
} <b>№ { NUMBER($number, useGrouping: 0) }</b> записано, заседание { DAY($day, year: "never") }. { $plan ->
    [true] Черновик протокола и план
   *[false] Черновик протокола
} пришлю сюда через минуту.
decision-posted = { $corrected ->
    [true] Пост в группе «{ $group }» исправлен.
   *[false] Короткий пост ушёл в группу «{ $group }».
}
decision-help-asked = Методист получит обращение № { NUMBER($number, useGrouping: 0) } от имени объединения, ответ придёт вам.

decision-in-group = <b>Решение № { NUMBER($number, useGrouping: 0) } от { DAY($day) }</b>{ $corrected ->
    [true] , исправленное
   *[false] { "" }
}
    { $title }
decision-in-group-help = Просим помощи методиста: { $areas }
decision-in-group-nothing = В план ничего не взято.
decision-help-wanted = { $association }{ $known ->
    [true] , { $place },
   *[false] { "" }
} просит помощи: { $areas }
    <i>{ $title }. Обращение № { NUMBER($number, useGrouping: 0) }</i>

## Список и карточка

decision-list = Решения объединений. Какое открыть?
decision-list-key = { $draft ->
    [true] Черновик
   *[false] № { NUMBER($number, useGrouping: 0) } от { DAY($day) }
}: { $title }{ $many ->
    [true] , { $association }
   *[false] { "" }
}
decision-none-yet = Решений пока нет. Они появляются после сводки: руководитель объединения записывает, что берём в план.
decision-card = <b>{ $association }. Решение № { NUMBER($number, useGrouping: 0) } от { DAY($day) }</b>{ $corrected ->
    [true] , исправленное
   *[false] { "" }
}
    { $title }
decision-correct = Исправить решение
decision-papers = Прислать документы
decision-papers-ordered = Готовлю, пришлю сюда через минуту.
decision-finished = Хорошо. Всё записанное — в разделе «Решения объединений».
decision-finish = Готово
decision-open = Открыть решение
decision-how-it-went = Отметить сделанное

## В срок

decision-done-asked = <b>Решение № { NUMBER($number, useGrouping: 0) }</b>, { $title }
    { $skill }
decision-done-question = Сделано?{ $more ->
    [0] { "" }
   *[other] { " " }<i>Ещё областей: { NUMBER($more) }</i>
}
decision-done = Да
decision-partly = Частично
decision-put-off = Перенести
decision-put-off-asked = <b>{ $skill }</b>
    На какой день перенести? Выберите или напишите, например 15 декабря. Больше об этом не спрошу.
decision-went = { ". " }<i>{ $outcome ->
    [done] Сделано
   *[partly] Сделано частично
}</i>
decision-moved-to = { ". " }<i>Перенесено на { DAY($day, year: "never") }</i>
decision-outcome-kept = { $outcome ->
    [done] Записано: сделано.
    [partly] Записано: сделано частично.
   *[moved] Записано, новый срок стоит в решении. Больше об этом не спрошу.
}

error-not-yours-to-decide = Решение записывает тот, кто сейчас ведёт объединение: его руководитель, а без него завуч школы. Ваш голос — кнопки под сводкой в группе.
error-not-a-draft = Это решение уже записано. Изменить его можно кнопкой «Исправить решение» в разделе «Решения объединений».
error-nothing-to-decide = В этой сводке нет областей для решения: работ слишком мало или заметных трудностей нет.
