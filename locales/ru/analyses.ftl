### Анализ результатов в личном чате, «Мои классы», отказы.

command-analysis = Анализ результатов
command-classes = Мои классы
analyses-menu = Анализ результатов
analyses-help = Анализ результатов по темам, сравнение с областью: /analysis или слова «математика 6»

## Выбор исследования

analyses-choose = { $goal ->
    [compare] Какое исследование сравнить?
    [years] Какое исследование показать за три года?
   *[overview] Какое исследование открыть? Можно написать, например: «математика 6».
}
analyses-found = По словам «{ $word }» нашлось:
analyses-nothing-found = По словам «{ $word }» ничего не нашлось. Попробуйте предмет и класс: «математика 6».
analyses-none-yet = { $why ->
    [subjects] Не знаю ваших предметов, поэтому показать нечего. Назовите их: «Мой профиль» в меню.
   *[none] Результатов пока нет. Они появятся здесь, когда завуч загрузит первый файл.
}
analyses-year = <b>{ NUMBER($year, useGrouping: 0) }</b>
analyses-listed = { $number }. { $words }

## Обзор

analyses-head = <b>{ $title }</b>
    { $place }, { COUNT($n, of: "participant") }
analyses-pooled = <i>Своих работ мало. { $by ->
    [schools] Ниже — вместе с другими школами района
   *[years] Ниже — вместе с прошлыми годами
}, всего работ { $n }.</i>
analyses-no-areas = { $why ->
    [few] Работ меньше 10, поэтому доли по темам не показываю: по ним узнали бы отдельных детей.
   *[marks] Заданий в этом файле нет, поэтому тем не видно. Их даст отчёт «Индивидуальные результаты».
}
analyses-hard = Даётся трудно{ $certainty ->
    [firm] { " " }(можно опираться)
    [likely] { " " }(похоже, но данных мало)
    [low] { " " }(мало данных)
    [border] { " " }(у самой границы)
   *[mixed] { "" }
}:
analyses-best = Получается{ $certainty ->
    [firm] { " " }(можно опираться)
    [likely] { " " }(похоже, но данных мало)
    [low] { " " }(мало данных)
   *[mixed] { "" }
}:
analyses-area-line = { $number }. { $skill }{ $place }: <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }){ $others ->
    [0] { "" }
   *[other] , работ { $others }
}{ $peer_level ->
    [none] { "" }
    [region] , обл. { NUMBER($peer, decimals: 0) }
    [country] , РФ { NUMBER($peer, decimals: 0) }
   *[municipality] , район { NUMBER($peer, decimals: 0) }
}{ $certainty ->
    [firm] , можно опираться
    [likely] , похоже
    [low] , мало данных
    [border] , у границы
   *[said] { "" }
}
analyses-best-line = { $number }. { $skill } (№ { $code }): <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }){ $others ->
    [0] { "" }
   *[other] , работ { $others }
}{ $certainty ->
    [firm] , можно опираться
    [likely] , похоже
    [low] , мало данных
   *[said] { "" }
}
analyses-figures = Успеваемость { PERCENT($passed) }, качество { PERCENT($quality) }, СОУ { NUMBER($sou, decimals: 0) }.

analyses-all-areas = Все темы
analyses-marks = Отметки
analyses-compare = Сравнить
analyses-by-classes = По классам
analyses-my-classes = Мои классы
analyses-files = Файлы и справка
analyses-to-list = ‹ К списку
analyses-back = ‹ К исследованию
analyses-by-topic = Разбор по темам
analyses-table = Вся таблица

## Все темы

analyses-short-line = { $number }. { $status ->
    [deficit] ●
    [uncertain] ○
   *[other] ·
} { $skill }{ $place }: <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }){ $peer_level ->
    [none] { "" }
    [region] , обл. { NUMBER($peer, decimals: 0) }
    [country] , РФ { NUMBER($peer, decimals: 0) }
   *[municipality] , район { NUMBER($peer, decimals: 0) }
}
analyses-signs = <i>● ниже достаточного, ○ у границы. В скобках промежуток.</i>

## Одна тема

analyses-area-title = <b>{ $skill }</b>{ $place }
analyses-area-of = { $title }, { $place }
analyses-area-figure = Набрано { PERCENT($percent) } баллов (от { NUMBER($low, decimals: 0) } до { NUMBER($high, decimals: 0) }), { COUNT($n, of: "participant") }.
analyses-area-status = { $status ->
    [deficit] Даётся трудно: достаточно от { NUMBER($threshold, decimals: 0) }.
    [uncertain] У самой границы: достаточно от { NUMBER($threshold, decimals: 0) }.
    [sufficient] Получается: достаточно от { NUMBER($threshold, decimals: 0) }.
   *[unknown] Уровень задания не указан, поэтому границы нет.
}{ $certainty ->
    [firm] { " " }Можно опираться: промежуток целиком по одну сторону границы.
    [likely] { " " }Похоже, но данных мало.
    [low] { " " }Мало данных, судить рано.
   *[border] { "" }
}
analyses-area-peers = Рядом: { LIST($peers, join: "comma") }.{ $difference ->
    [common] { " " }Разница мала{ $hard ->
        [true] : трудность общая
       *[false] { "" }
    }.
    [own_lower] { " " }У соседей это выходит лучше: есть у кого спросить.
    [own_higher] { " " }У нас выше.
   *[unknown] { "" }
}
analyses-peer = { $level ->
    [region] область
    [country] страна
   *[municipality] район
} { NUMBER($percent, decimals: 0) }
analyses-area-groups = По отметкам: { LIST($groups, join: "comma") }.
analyses-group = «{ $mark }» — { PERCENT($percent) }
analyses-area-skipped = Не брались за задание: { $count } из { $n } ({ PERCENT($percent) }).
analyses-area-skipped-few = Не брались за задание единицы.
analyses-area-years = По годам: { LIST($years, join: "comma") }.
analyses-year-figure = { NUMBER($year, useGrouping: 0) } — { NUMBER($percent, decimals: 0) } ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) })

## Отметки

analyses-marks-too-few = Отметок меньше пяти или в файле их нет: показывать нечего.
analyses-marks-shares = «2» — { PERCENT($two) }, «3» — { PERCENT($three) }, «4» — { PERCENT($four) }, «5» — { PERCENT($five) }; отметок { $n }.
analyses-beside = { $peer_level ->
    [none] { "" }
    [region] , по области { NUMBER($peer, decimals: 0) }
    [country] , по стране { NUMBER($peer, decimals: 0) }
   *[municipality] , по району { NUMBER($peer, decimals: 0) }
}
analyses-passed = <b>Успеваемость { PERCENT($value) }</b>{ analyses-beside }: доля «3», «4» и «5».
analyses-quality = <b>Качество { PERCENT($value) }</b>{ analyses-beside }: доля «4» и «5».
analyses-sou = <b>СОУ { NUMBER($value, decimals: 0) }</b>{ analyses-beside }: степень обученности, «5» — 100, «4» — 64, «3» — 36, «2» — 16, в среднем.
analyses-journal = Рядом с журналом: ниже { PERCENT($lowered) }, так же { PERCENT($confirmed) }, выше { PERCENT($raised) }{ $peer_level ->
    [none] { "" }
    [region] { " " }(по области выше { NUMBER($peer, decimals: 0) })
    [country] { " " }(по стране выше { NUMBER($peer, decimals: 0) })
   *[municipality] { " " }(по району выше { NUMBER($peer, decimals: 0) })
}.{ $far ->
    [0] { "" }
   *[other] { " " }На две отметки и больше разошлись { COUNT($far, of: "work") }.
}
analyses-twos = «2» стало больше, чем в { NUMBER($since, useGrouping: 0) } году: было { PERCENT($was) }, стало { PERCENT($now) }. Это повод спросить, что изменилось.
analyses-hints = Спросить об условиях, не о людях:
analyses-hint-marks-pile = • Работ у порога отметки { PERCENT($own) }, обычно { NUMBER($region, decimals: 0) }: всем ли хватило времени, как проверяли спорное?
analyses-hint-marks-raised = • Выше журнала { PERCENT($own) } отметок, по области { NUMBER($region, decimals: 0) }: знакомы ли были задания, кто был в классе?
analyses-hint-grade-drop = • «4» и «5» год назад было { PERCENT($was) }, стало { NUMBER($now, decimals: 0) }; по области { NUMBER($region_was, decimals: 0) } и { NUMBER($region_now, decimals: 0) }: что сменилось при переходе в { $grade } класс?

## Сравнение

analyses-compared = { $level ->
    [region] Рядом с областью.
    [country] Рядом со страной.
   *[municipality] Рядом с районом.
} Первое число наше, в скобках разница в пунктах.
analyses-nothing-to-compare = Сравнить пока не с чем: пришлите отчёт «Выполнение заданий», в нём есть район и область.
analyses-compared-line = { $told ->
    [lower] ↓
    [higher] ↑
    [same] =
   *[unknown] ·
} { $skill }{ $place }: { NUMBER($percent, decimals: 0) } и { NUMBER($other, decimals: 0) }{ $year ->
    [0] { "" }
   *[other] { " " }в { NUMBER($year, useGrouping: 0) }
} ({ NUMBER($points, decimals: 0, sign: "always") })
analyses-compare-signs = <i>↓ ниже, ↑ выше, = разница в пределах случайности.</i>
analyses-year-signs = <i>↓ стало ниже, ↑ выше, = в пределах случайности, · работ мало.</i>
analyses-level = { $level ->
    [region] Область
    [country] Страна
   *[municipality] Район
}
analyses-last-year = Прошлый год
analyses-no-year = Прошлых лет с теми же умениями пока нет. Загрузите файл прошлого года: сравню только то, что проверялось тогда и теперь.
analyses-years = Те же умения раньше ({ LIST($years, join: "comma") }). Первое число нынешнее.{ $left ->
    [0] { "" }
   *[other] { " " }Без пары остались { COUNT($left, of: "task") }.
}
analyses-three-years = Вместе за 3 года
analyses-show-years = Показать за 3 года
analyses-together = Вместе { LIST($years) }: с учётом числа работ, только общие умения.
analyses-together-line = • { $skill }{ $place }: <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }), { COUNT($n, of: "work") }

## Район: темы по району целиком

analyses-district = <b>{ $title }</b>
    { $place }: { COUNT($sent, of: "school") } из { $schools }, { COUNT($n, of: "participant") }
analyses-district-few = Школы между собой не сравниваю, а район целиком покажу, когда результаты пришлют хотя бы три: по двум было бы видно каждую.
analyses-district-note = <i>Школы здесь только вместе.</i>
analyses-who-sent = Кто прислал
analyses-senders = <b>{ $title }</b>
    { $place }: прислали { $sent } из { $schools }.
analyses-sender = { $sent ->
    [true] ✓ { $school }
   *[false] · { $school }: пока нет
}

## Файлы

analyses-files-say = Что подготовить? Файл придёт сюда отдельным сообщением.
analyses-form = { $form ->
    [sheet] Таблица XLSX
    [table] Картинка
    [table_dark] Тёмная картинка
   *[years] По годам
}
analyses-report = Справка DOCX
analyses-being-made = Готовлю, пришлю сюда через несколько секунд.
analyses-file = <b>{ $title }</b>
    { $place }. { $form ->
    [sheet] Таблица: темы, отметки, откуда цифры.
    [years] Умения по годам.
   *[table] Темы: доля баллов с промежутком.
} Для разговора о темах, не для оценки людей.
analyses-file-name = { $title }, { $place }
analyses-more-files = Ещё файлы
analyses-file-failed = Файл не получился. Результаты целы, попробуйте ещё раз.
analyses-file-again = Попробовать ещё раз
error-nothing-to-take = Взять пока нечего: работ меньше 10 или заданий в файле нет.

analyses-status = { $status ->
    [deficit] даётся трудно
    [uncertain] у границы
    [sufficient] получается
   *[unknown] границы нет
}
sheet-areas = Темы
sheet-marks = Отметки
sheet-origin = Откуда цифры
sheet-code = Задание
sheet-skill = Умение
sheet-level = Уровень
sheet-n = Работ
sheet-percent = Доля баллов
sheet-low = Не меньше
sheet-high = Не больше
sheet-threshold = Достаточно от
sheet-status = Вывод
sheet-confidence = Насколько опираться
sheet-sure = { $confidence ->
    [firm] можно опираться
    [likely] похоже
   *[low] мало данных
}
sheet-figure = Показатель
sheet-own = У нас
sheet-mark = Доля «{ $mark }»
sheet-passed = Успеваемость
sheet-quality = Качество
sheet-sou = СОУ
sheet-lowered = Ниже журнала
sheet-confirmed = Как в журнале
sheet-raised = Выше журнала
sheet-place = { $place }, { COUNT($n, of: "participant") }
sheet-pooled = { $by ->
    [schools] Своих работ мало: вместе с другими школами района, всего { $n }
   *[years] Своих работ мало: вместе с прошлыми годами, всего { $n }
}
sheet-source = { results-kind }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
}, файл от { DAY($at, year: "always") }, { COUNT($works, of: "work") }, отброшено строк { $dropped }
sheet-formula = Доля баллов = набрано ÷ возможно · 100. «Не меньше» и «не больше» — границы промежутка 95 %.
sheet-not-for-rating = ВПР не используют для оценки учителей и рейтингов школ: письмо Рособрнадзора от 18.04.2025 № 02-86.
sheet-years = { $place }: умения по годам{ $shown ->
    [6] , самые трудные
   *[other] { "" }
}, { $shown } из { $all }
sheet-heading = { $code }. { $skill }

## Отказы: что не показываю и почему

analyses-refuse-teachers = Результаты по отдельным учителям не показываю и не считаю. Рособрнадзор указывает: по ВПР работу учителей не оценивают. И по существу класс зависит не от одного года и не от одного человека.
    Чем могу помочь:
analyses-refuse-classes = По отдельным классам показываю редко: где предмет ведёт один учитель, разрез по классам показал бы его работу. Свои классы учитель видит сам, в разделе «Мои классы». Завучу — тема целиком и данные за 3 года; где учителей в параллели несколько, «По классам» есть в самом исследовании.
    Чем могу помочь:
analyses-refuse-schools = Школы между собой не сравниваю и мест не считаю: Рособрнадзор указывает, что по ВПР школы не ранжируют. Своя школа есть рядом с районом и областью, район — по темам целиком.
    Чем могу помочь:
analyses-refuse-quotas = Сколько должно быть двоек или пятёрок, не подсказываю: заданное заранее число отметок портит саму проверку, и исследование перестаёт что-либо показывать.
    Чем могу помочь:
analyses-hard-topics = Трудные темы по школе
analyses-help-wanted = Какая помощь нужна
analyses-with-region = Сравнить с областью
analyses-grounds = Основание
analyses-grounds-text = Письмо Рособрнадзора от 18.04.2025 № 02-86 и рекомендации по проведению ВПР: результаты не используют для оценки работы учителей и для рейтингов школ, а тексты заданий не распространяют в мессенджерах. Поэтому здесь умения, а не задания, и параллель, а не класс.
analyses-no-help-wanted = Помощи по темам пока никто не просил. Попросить можно кнопкой «Помощь» под сводкой в группе объединения или отсюда.
analyses-help-wanted-head = Объединения просят помощи с этим:
analyses-help-wanted-line = { $number }. { $skill }{ $place } — { $title }

## Мои классы

teaching-my-classes-menu = Мои классы
teaching-help = Показатели своих классов, только для вас: /classes
teaching-help-confirm = Подтвердить, кто какие классы ведёт: «Кто какие классы ведёт» в меню
teaching-loads-menu = Кто какие классы ведёт
teaching-my-classes = <b>Мои классы</b>
    Показатели класса видите только вы. Сначала завуч подтверждает, что вы ведёте этот класс; с 1 сентября это говорят заново.
teaching-said-asked = Спросил завуча. Когда подтвердит, напишу.
teaching-said-nobody = Записано. Подтвердить пока некому: завуча в боте нет. Позовите его по приглашению школы.
teaching-school-year = { NUMBER($first, useGrouping: 0) }/{ $second }
teaching-load = { $klass }, { $subject }, { $year }
teaching-my-load = { $number }. { $words }: { $state ->
    [confirmed] подтверждено
    [refused] завуч ответил «нет»
   *[waiting] ждёт завуча
}
teaching-open-class = { $klass }, { $subject }
teaching-name-classes = Назвать классы
teaching-which = Какие классы вы ведёте? Отметьте, завуч подтвердит. Здесь классы, по которым есть результаты{ $many ->
    [true] { "" }
   *[false] { " " }за { $year }
}.
teaching-nothing-offered = Классов назвать пока нельзя: результатов по вашим предметам с классами ещё нет. Предметы можно поправить в «Моём профиле».
teaching-done = Готово
teaching-back = ‹ Назад

teaching-confirm = Подтвердите, пожалуйста:
teaching-does-teach = <b>{ $number }.</b> { $person } ведёт { $klass }, { $subject } ({ $year })?
teaching-why-confirm = <i>После «Да» учитель увидит показатели своего класса. Больше их не увидит никто.</i>
teaching-yes = { $number } Да
teaching-no = { $number } Нет
teaching-answered = { $state ->
    [confirmed] Записано: { $person } — { $words }.
   *[refused] Записано, не ведёт: { $person } — { $words }.
}
teaching-nothing-waits = Больше никто не ждёт вашего слова.
teaching-confirmed-menu = Подтверждённые
teaching-confirmed = Подтверждено на этот учебный год. Чтобы снять, нажмите номер.
teaching-confirmed-load = { $number }. { $person }: { $words }
teaching-none-confirmed = В этом учебном году пока ничего не подтверждено.
teaching-to-waiting = ‹ Кто ждёт ответа
teaching-take-back = { $person }: { $words }. Снять подтверждение? Показатели этого класса учителю закроются.
teaching-take-back-yes = Снять
teaching-load-answered = { $state ->
    [confirmed] Завуч подтвердил: { $words }. Показатели класса открыты, их видите только вы.
   *[refused] Завуч ответил, что это не ваш класс: { $words }. Если это ошибка, скажите ему и отметьте класс ещё раз.
}
teaching-open-figures = Открыть показатели

teaching-reckoning = Считаю, это несколько секунд.
teaching-closed = Эти показатели сейчас закрыты. Откройте «Мои классы» из меню: там видно, что подтверждено.
teaching-failed = Посчитать не получилось. Результаты целы, откройте класс ещё раз.
teaching-class-head = <b>Класс { $klass }</b>, { COUNT($n, of: "work") }
    { $title }
teaching-only-you = <i>Видите только вы.</i>
teaching-too-few = Работ меньше пяти, показывать нечего: по ним узнали бы отдельных детей.
teaching-class-line = • { $skill }{ $place }: <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }){ $beside ->
    [yes] , паралл. { NUMBER($parallel, decimals: 0) }
   *[no] { "" }
}{ $peer_level ->
    [none] { "" }
    [region] , обл. { NUMBER($peer, decimals: 0) }
    [country] , РФ { NUMBER($peer, decimals: 0) }
   *[municipality] , район { NUMBER($peer, decimals: 0) }
}{ $certainty ->
    [few] , мало данных
   *[enough] { "" }
}
teaching-class-foot = <i>{ $parallel ->
    [shown] Паралл. — все классы вместе.
    [own] Паралл. — ваши классы вместе.
    [alone] Параллель — один ваш класс.
    [few_works] Параллели рядом нет: без вашего класса в ней мало работ.
   *[one_class] Параллели рядом нет: по разности был бы виден класс коллеги.
}</i>
teaching-cut = <b>{ $title }</b>
    Учителей в параллели несколько. Классы по порядку, без мест и без имён. Разница между классами ещё не говорит о людях.
teaching-cut-small = Не показываю, мало работ: { LIST($classes) }.
teaching-refuse-classes = { $reason ->
    [no_classes] Классов в этих файлах нет. Есть тема целиком и данные за 3 года.
    [one_class] В параллели один класс, поэтому разрез по классам показал бы работу одного учителя. Его видит только он сам, в разделе «Мои классы». Вам — тема целиком и данные за 3 года.
   *[one_teacher] Не видно, что в параллели хотя бы два учителя, а разрез по классам показал бы работу одного. Учителя называют классы в «Моих классах», вы подтверждаете. Пока — тема целиком и данные за 3 года.
}
error-own-load = Свои классы подтверждает другой завуч или директор.
