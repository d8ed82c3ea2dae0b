### Загрузка результатов: файл → просмотр → подтверждение.

results-study = { $own ->
    [yes] { $occasion }, { NUMBER($year, useGrouping: 0) }
   *[no] { $exam }-{ NUMBER($year, useGrouping: 0) }
}
results-title = { results-study }, { $subject }, { $grade } класс
results-title-short = { results-study }, { $subject }, { $grade } кл.
results-titles-more = { $titles } и ещё { $count }
results-at-cell = ячейка <b>{ $cell }</b>: { $words }
results-at-sheet-cell = Лист «{ $sheet }», ячейка <b>{ $cell }</b>: { $words }
results-bullet = • { $words }
results-and-more = … и ещё { $count }.

results-kind = { $kind ->
    [vpr_individual] «Индивидуальные результаты»
    [vpr_task_completion] «Выполнение заданий»
    [vpr_task_completion_by_marks] «Выполнение заданий группами участников»
    [vpr_planned_results] «Достижение планируемых результатов»
    [vpr_marks] «Статистика по отметкам»
    [vpr_journal_comparison] «Сравнение отметок с отметками по журналу»
    [vpr_collection_form] «Форма сбора результатов»
    [vpr_primary_scores] «Распределение первичных баллов»
    [olympiad] протокол олимпиады
    [gia_protocol] протокол РЦОИ
    [own_template] таблица по шаблону бота
   *[other] таблица результатов
}

## Чтение и просмотр

results-reading = Файл пришёл, читаю. Обычно это несколько секунд.
results-found = <b>{ $title }</b>
    В файле { results-kind }{ $works ->
        [0] { "" }
       *[other] : { COUNT($works, of: "work") }
    }{ $named ->
        [yes] , { $school }
       *[no] , { COUNT($schools, of: "school") }
    }.
results-almost = Почти получилось: «{ $title }», прочитано { $read } из { $whole } { $whole ->
    [one] строки
   *[other] строк
}.
results-nothing-kept = Пока ничего не сохранено.
results-look-at = Обратите внимание, { $count ->
    [1] одно место
   *[other] мест: { $count }
}:
results-foreign = { $count ->
    [1] Строки другой школы ({ $first })
   *[other] Строки других школ ({ $first } и ещё { $count ->
        [2] одной
       *[other] других
    })
} не возьму: { $own ->
    [true] вы загружаете свою.
   *[false] в списке района { $count ->
        [1] её
       *[other] их
    } нет.
}
results-replaces = Заменит прежний файл, присланный { WHEN($at) }.
results-together = Вместе с ним уйдёт присланное раньше: { $kinds }.
results-differ = Отчёты этого исследования расходятся: { $what ->
    [works] работ { $first }, а в отчёте { results-kind } — { $second }
    [mark] отметок «{ $code }» { PERCENT($first) }, а в отчёте { results-kind } — { PERCENT($second) }
   *[task] задание { $code } — { PERCENT($first) }, а в отчёте { results-kind } — { PERCENT($second) }
}{ $more ->
    [0] .
   *[other] { " " }(и ещё { $more }).
} Посчитаю по работам; проверьте, тот ли файл.
results-not-compared = Сравнения с областью пока нет: пришлите ещё «Выполнение заданий», соединю.
results-receiver = { $linked ->
    [yes] Получит { $name }, группа «{ $group }». Классов и учителей в сводке нет.
   *[no] Получит { $name }: группы пока нет, сводка подождёт.
}
results-nobody-yet = Объединения по предмету пока нет: сводка подождёт.
results-no-summary = Сводки из одного этого файла не будет: он дополнит «Индивидуальные результаты».

results-confirm = Отправить в ШМО
results-confirm-only = Сохранить
results-leave-bad = { $count ->
    [1] Загрузить без строки { $row }
   *[other] Загрузить без { $count } { $count ->
        [one] строки
       *[other] строк
    }
}
results-back = ‹ Назад
results-send-corrected = Пришлю исправленный
results-send-another = Пришлю другой файл
results-where-files-are = Где взять файл в ФИС ОКО?
results-send-file = Загрузить результаты
results-cancel = Отмена
results-open-table = Открыть таблицу
results-all = Все сводки

results-loading = Принято, сохраняю и готовлю сводку. Напишу здесь, когда она уйдёт.
results-loading-only = Принято, сохраняю.
results-joined = { $superseded ->
    [true] Вместо этого файла взят присланный позже. Этот удалён.
   *[false] Этот файл загружен вместе с другим того же исследования.
}
results-known = «{ $title }»: этот файл уже загружен, второй раз записывать нечего. Если в нём была ошибка, пришлите исправленный: он заменит прежний.
results-left = { $reason ->
    [corrected] Хорошо, жду исправленный файл. Этот удалён, ничего не сохранено.
    [undecided] Файл ждал ответа сутки и удалён, ничего не сохранено. Его можно прислать ещё раз.
   *[cancelled] Отменено: файл удалён, ничего не сохранено.
}
results-how-to-send = Пришлите сюда файл результатов: xlsx, xls или csv.
    Вид узнаю по содержанию, покажу, что прочитано, и ничего не сохраню без вашего слова.
    Лучше всего «Индивидуальные результаты» ВПР, к ним «Выполнение заданий»: будет сравнение с областью.
    Списки с фамилиями через Telegram присылать нельзя: прочитаю вид и сразу удалю.
results-where = В личном кабинете ФИС ОКО: раздел «Аналитика», год, «ВПР», отчёт «Индивидуальные результаты» по предмету и классу, кнопка «Скачать». Рядом «Выполнение заданий» и «Достижение планируемых результатов».
    Присылайте файл как есть, имя не важно.

## Чего в файле не сказано

results-asks = Прочитано: { results-kind }{ $works ->
    [0] { "" }
   *[other] , { COUNT($works, of: "work") }
}. В файле не сказано:
results-answer-taken = Записано: { $words }.
results-ask-number = { $total ->
    [1] Потом покажу, что получилось. Пока ничего не сохранено.
   *[other] Вопрос { $number } из { $total }. Пока ничего не сохранено.
}
results-ask-year = <b>За какой год эти результаты?</b>
results-ask-subject = <b>По какому предмету?</b> Можно и написать.
results-ask-grade = <b>{ $subject ->
    [none] В каком классе писали работу?
   *[other] { $subject }: в каком классе писали работу?
}</b>
results-ask-occasion = <b>Как называется работа?</b> Напишите в двух-трёх словах, например «Входная диагностика». Под этим названием она будет в сводке.
results-ask-column = <b>{ $caption ->
    [none] Столбец { $column } без заголовка: что в нём?
   *[other] Столбец { $column } «{ $caption }»: что в нём?
}</b>
results-ask-school = <b>Чьи это результаты?</b> Школа в файле не названа.
results-option-column = { $value ->
    [code] Код ученика
    [school] Школа
    [class] Класс
    [variant] Вариант
    [mark] Отметка
    [total] Сумма баллов
    [task] Балл за задание
    [skip_all] Все не нужны
   *[skip] Не нужен
}
error-not-an-answer = { $name ->
    [occasion] Название не понято: нужно от 2 до 80 знаков. Напишите его ещё раз, например «Входная диагностика».
    [subject] Предмет не понят. Выберите его кнопкой или напишите ещё раз.
   *[other] Этот ответ не понят. Выберите, пожалуйста, кнопкой.
} Файл цел и ждёт.

## Новый файл вместо прежнего

results-replace = <b>Заменить прежний файл от { DAY($at) }?</b>
    { $title }{ $more ->
        [0] { "" }
       *[other] { " " }и ещё { $more }
    }
results-replace-works = { $before ->
    [0] { "" }
   *[other] { $schools ->
        [1] { "" }
       *[other] { COUNT($schools, of: "school") }.{ " " }
    }Работ: было { $before }, станет { $after }.{ " " }
}{ $changed ->
    [0] { $schools ->
        [1] Доли и отметки остаются те же.
       *[other] { "" }
    }
   *[other] Изменятся:
}
results-replace-change = • { $what ->
    [mark] отметок «{ $code }»
   *[task] задание { $code }
}: { PERCENT($was) } → { PERCENT($now) }
results-replace-kept = Прежний останется в истории. Кто видел старые цифры, получит разницу.
results-replace-yes = Заменить
results-replace-no = Оставить прежний

## Шаблон

results-help = Результаты: пришлите файл прямо сюда. Таблица для своей работы — /template.
results-template-key = Шаблон для своей работы
results-template-subject = Шаблон таблицы для контрольного среза, РПР или своей диагностики. По какому предмету?
results-template-grade = { $subject }. В каком классе?
results-template-writing = Готовлю шаблон, это секунда.
results-template-here = { $tasks ->
    [0] Шаблон готов: впишите номера заданий и наибольшие баллы, ниже по строке на ученика, вместо фамилий — коды.
   *[other] Шаблон готов, заданий в нём { $tasks }: впишите по строке на ученика, вместо фамилий — коды. Задания и баллы можно поменять.
} Заполненный пришлите сюда: покажу, что прочитано, и соберу сводку.
results-template-name = shablon-{ $subject }-{ $grade }.xlsx
results-how-to-send-key = Как прислать файл
results-template-again = Сделать ещё раз
results-template-failed = Шаблон сделать не получилось. Попробуйте, пожалуйста, ещё раз через минуту: /template.

## Что стало со сводками

results-kept = Сохранено.
results-kept-title = Сохранено: «{ $title }».
results-report-homeless = Без объединения по предмету: { COUNT($count, of: "school") }. Их сводки ждут.
results-report = { $state ->
    [sent] { $place }: отправлено в группу «{ $group }».
    [corrected] { $place }: исправление отправлено в группу «{ $group }».
    [same] { $place }: для группы «{ $group }» ничего не изменилось, её не тревожу.
    [waits] { $place }: { $association } пока без группы, сводка ждёт.
   *[nobody] { $place }: объединения по предмету пока нет, сводка ждёт.
}
results-group-missing-what-to-do = { $links ->
    [true] Подключите группу (в меню «{ group-menu }»), и сводка уйдёт туда сама.
   *[false] Методисту района сообщено. Как только группу подключат, сводка уйдёт туда сама.
}
results-disagree = Отчёты этого исследования расходятся между собой: { COUNT($count, of: "place-of-difference") }. Взяты работы учеников.
results-left-out = Работы с другим набором заданий в доли не вошли: { $count }.
results-summary-failed = Результаты сохранены, а сводку сделать не получилось. Мы разберёмся; присылать файл ещё раз не нужно.
results-group-missing = { $named ->
    [yes] { $place }: загружены результаты «{ $title }», а у { $association } нет подключённой группы.
   *[no] { $place }: загружены результаты «{ $title }», а объединения по предмету нет.
} Сводка ждёт и уйдёт сама, когда вы подключите группу.
results-conditions = <b>Вопрос об условиях, только вам</b>
    { $title }, { $place }.
results-hint-marks-pile = • На границах отметок собралось { PERCENT($own) } работ, обычно { PERCENT($region) }.
results-hint-marks-raised = • Отметка выше журнала у { PERCENT($own) }, по области { PERCENT($region) }.
results-hint-grade-drop = • «4» и «5» было { PERCENT($was) } ({ NUMBER($since, useGrouping: 0) } год), стало { PERCENT($now) }; по области { PERCENT($region_was) } и { PERCENT($region_now) }.
results-conditions-why = Так бывает по разным причинам: кто и по каким критериям проверял, хватило ли времени, тот ли состав класса. Стоит посмотреть вместе с проверявшими. Отвечать мне не нужно, в группу это не уходит.
results-picture-name = svodka-{ $number }.png

count-work = { $count } { $count ->
    [one] работа
    [few] работы
    [many] работ
   *[other] работы
}
count-place-of-difference = { $count } { $count ->
    [one] место
    [few] места
    [many] мест
   *[other] места
}

## Не тот файл. Что случилось, что цело, что сделать.

results-refused-staff = Это список сотрудников ({ COUNT($people, of: "row") }), а не результаты. Ничего не сохранено, файл из переписки убираю: в нём фамилии. Кадры загружаются по защищённой странице.
results-refused-gia-protocol = В файле фамилии и номера документов детей. Через Telegram их пересылать нельзя. Ничего не сохранено, файл из нашей переписки убираю; проверьте, пожалуйста, что копии нет в «Избранном».
    Загрузите его по защищённой странице, ссылка на 15 минут. Сохранятся только баллы.
results-refused-personal = В файле есть столбцы с фамилиями или документами. Через Telegram их пересылать нельзя. Ничего не сохранено, файл из нашей переписки убираю; проверьте, пожалуйста, что копии нет в «Избранном».
    Его можно загрузить по защищённой странице или прислать сюда без этих столбцов.
results-how-to-strip = Откройте файл в Excel и сохраните копию. Выделите столбцы с фамилиями, именами, датами рождения, номерами документов и СНИЛС: щёлкните по букве столбца, потом правой кнопкой «Удалить». Коды участников оставьте.
    Проверьте другие листы, скрытые столбцы и примечания. Копию пришлите сюда.
    Если так неудобно, есть защищённая страница: там фамилии отбрасываются при чтении.
results-how-to-strip-key = Как убрать столбцы
results-refused-unknown-kind = Таблица прочитана, но это не отчёт о результатах: нет ни заданий с баллами, ни групп участников. Ничего не сохранено. Пришлите отчёт ФИС ОКО как есть.
results-refused-foreign = { $schools ->
    [0] В файле не названа школа, поэтому не видно, чьи это результаты. Ничего не сохранено.
    [1] { $own ->
        [true] В файле другая школа: { $first }. Загружать можно только свою. Ничего не сохранено.
       *[false] Школы из файла нет в списке района: { $first }. Ничего не сохранено.
    }
   *[other] { $own ->
        [true] В файле школы, но вашей среди них нет: { $first } и другие. Ничего не сохранено.
       *[false] Школ из файла нет в списке района: { $first } и другие. Ничего не сохранено.
    }
}
results-refused-empty = Файл пустой. Ничего не сохранено. Скачайте отчёт ещё раз и пришлите сюда.
results-refused-encrypted = Файл защищён паролем, прочитать его нельзя. Ничего не сохранено. Снимите пароль в Excel («Файл», «Сведения», «Защита») и пришлите ещё раз.
results-refused-not-a-table = Это не таблица. Результаты читаю из xlsx, xls и csv. Ничего не сохранено.
results-refused-macros = В файле макросы, такие файлы не открываю. Ничего не сохранено. Сохраните его в Excel как «Книга Excel (xlsx)» и пришлите ещё раз.
results-refused-old-excel = Эта книга сохранена слишком старым Excel. Ничего не сохранено. Откройте её, сохраните как xlsx и пришлите ещё раз.
results-refused-damaged = Файл повреждён или загружен не до конца. Ничего не сохранено. Скачайте его заново и пришлите ещё раз.
results-refused-too-many-cells = В файле слишком много строк или столбцов для отчёта о результатах. Ничего не сохранено. Оставьте один лист с отчётом и пришлите ещё раз.
results-refused-bomb = Файл при распаковке становится слишком большим, открывать его опасно. Ничего не сохранено. Скачайте отчёт из ФИС ОКО заново.
results-refused-external-entities = Файл ссылается на чужие данные, открывать его опасно. Ничего не сохранено. Скачайте отчёт из ФИС ОКО заново.
results-refused-hostile = Файл устроен так, что читать его опасно. Ничего не сохранено. Скачайте отчёт из ФИС ОКО заново.
results-refused-timeout = Файл читается слишком долго, я остановился. Ничего не сохранено. Оставьте один лист с отчётом и пришлите ещё раз.
results-refused-too-big = Файл больше 20 МБ, такие Telegram мне не отдаёт. Ничего не сохранено. Отчёт по одному предмету и классу обычно меньше 1 МБ.
results-refused-unreachable = Telegram не отдал файл. Ничего не сохранено. Пришлите его, пожалуйста, ещё раз.
results-refused-lost = Файл не сохранился из-за сбоя. Результаты целы, пришлите его, пожалуйста, ещё раз.
results-refused-failed = Этот файл прочитать не получилось. Ничего не сохранено. Скачайте его из ФИС ОКО заново; если не поможет, напишите методисту.
results-refused-unreadable = Файл не открылся. Ничего не сохранено.
results-refused-rows = { $words } Строк, которые можно засчитать, в файле нет. Ничего не сохранено.

## Странности по ячейкам

results-oddity-score-above-max = стоит { $value }, а наибольший балл за задание { $task } — { $max }.
results-oddity-score-below-zero = балл за задание { $task } меньше нуля.
results-oddity-unknown-score = в задании { $task } стоит не балл.
results-oddity-formula-without-value = в задании { $task } формула без сохранённого значения; откройте файл в Excel и сохраните.
results-oddity-unknown-mask = ответы записаны не так, как в протоколе.
results-oddity-duplicate-code = этот код участника уже был выше с другими баллами.
results-oddity-duplicate-row = строка повторяется слово в слово, засчитана один раз.
results-oddity-no-code = нет кода участника, работа засчитана.
results-oddity-no-scores = в строке нет ни одного балла, она пропущена.
results-oddity-empty-score = задание { $task }: пустая клетка, не считается.
results-oddity-unknown-mark = отметка не от 2 до 5, она пропущена.
results-oddity-total-differs = сумма баллов в файле { $written }, по заданиям { $counted }.
results-oddity-maximum-differs = наибольший балл в шапке { $written }, по заданиям { $counted }.
results-oddity-maximum-guessed = наибольший балл не указан, взят лучший из набранных: задания { $tasks }.
results-oddity-no-maximum = у задания { $task } не указан наибольший балл.
results-oddity-no-count = не указано число участников.
results-oddity-not-a-percent = здесь не процент от 0 до 100.
results-oddity-declared-differs = { $school }: заявлено { $declared }, строк { $actual }.
results-oddity-absent = отсутствовали: { $count }. В счёт не идут.
results-oddity-reports-disagree = задание { $task }: отчёты говорят разное.
results-oddity-figures-not-used = доли по группам отметок считаю сам, по работам учеников.
results-oddity-more = и ещё таких мест: { $count }.
results-oddity-not-understood = не понял, что здесь написано; клетка пропущена.
results-oddity-other = здесь что-то необычное.

## Отказы

error-not-yours-to-upload = Файлы результатов присылает завуч или методист. Если нужна помощь по уроку, нажмите /menu: вопрос с файлом примет методист.
error-too-many-files = Читаю уже { $count } ваших файла. Пришлите этот, когда напишу про них.
error-too-many-files-this-hour = За час пришло { $count } файлов, это предел. Остальные пришлите, пожалуйста, через час. Присланное цело.
error-would-replace = Этот файл заменил бы прежний, а об этом вас ещё не спросили. Ничего не изменено. Откройте просмотр ещё раз и подтвердите замену.
error-upload-decided = { $status ->
    [confirmed] Этот файл уже загружен.
    [reading] Этот файл ещё читаю, подождите, пожалуйста.
   *[dropped] Этот файл уже отменён, ничего не сохранено. Его можно прислать ещё раз.
} Все сводки — в меню: /menu.
error-file-refused = Этот файл прочитать не получилось. Ничего не сохранено.
error-different-studies = Это файлы разных исследований, вместе их не посчитать. Записанное цело.
