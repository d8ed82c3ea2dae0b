### Бумаги, которые бот пишет за людей: протокол, план, справка; бланки школы и района.

## Готовая бумага в чате

papers-being-written = Пишу: { $kind ->
    [minutes] протокол
    [plan] план работы
   *[report] аналитическую справку
}. Обычно это несколько секунд, пришлю сюда.
papers-ready = { $kind ->
    [minutes] <b>Черновик протокола{ $number ->
        [0] { "" }
       *[other] { " " }№ { $number }
    } готов</b>: повестка, слушали, решили, ответственные, сроки. Впишите присутствующих и подпишите.
    [plan] <b>План работы готов</b>: проблемное поле, мера, ответственный, срок и как увидим, что получилось. Проверьте и подпишите.
   *[report] <b>Аналитическая справка готова.</b> Источник и способ расчёта — в приложении. Проверьте и подпишите.
}
    { $title }
papers-form-failed = Ваш бланк заполнить не удалось, поэтому форма общая. Проверьте бланк в разделе «Бланки документов».
papers-failed = Не получилось написать: { $kind ->
    [minutes] протокол
    [plan] план работы
   *[report] справку
}. Решение и цифры целы. Попробуйте ещё раз; если не выйдет, напишите методисту.
papers-again = Написать ещё раз
error-nothing-to-report = По этому исследованию цифр пока нет, справку писать не о чем. Загрузите файл результатов, справка появится после него.

## Бланки

menu-papers = Бланки документов
help-papers = Бланки протокола, плана и справки: посмотреть, взять образец, поставить свой — «{ menu-papers }» или /papers.
command-papers = Бланки документов
papers-forms = <b>Бланки документов</b>
    { $place }
papers-form-line = <b>{ $kind ->
    [minutes] Протокол
    [plan] План
   *[report] Справка
}</b>: { $whose ->
    [ours] общий
    [own] свой, от { DAY($at) }
   *[around] { $from }, от { DAY($at) }
}
papers-how-to-send = Свой бланк — это файл Word с полями вроде { $example }. Возьмите образец, поправьте и пришлите сюда.
papers-form-of = <b>{ $kind ->
    [minutes] Бланк протокола
    [plan] Бланк плана работы
   *[report] Бланк аналитической справки
}</b>
papers-form-is-ours = Сейчас действует общий бланк. В образце он же, с полями, и страница, где каждое поле объяснено.
papers-form-is-own = Сейчас действует свой бланк «{ $file }», прислан { DAY($at) }.
papers-form-is-around = Сейчас действует бланк «{ $file }» ({ $from }), прислан { DAY($at) }. Присланный вами будет главнее.
papers-get-sample = Получить образец
papers-get-ours = Скачать этот бланк
papers-restore = Вернуть общий
papers-restored = Готово: { $kind ->
    [minutes] протоколы
    [plan] планы
   *[report] справки
} снова по { $whose ->
    [ours] общему бланку
   *[around] бланку «{ $from }»
}. Уже написанные документы не изменились.
papers-to-forms = ‹ Бланки
papers-sample-made = Готовлю образец, пришлю сюда через несколько секунд.
papers-sample-given = Образец бланка. Меняйте всё, кроме полей в двойных скобках; строку таблицы с полями бот повторит сам. Последняя страница объясняет поля, её можно удалить. Готовый бланк пришлите сюда.
papers-sample-failed = Образец приготовить не удалось. Попробуйте ещё раз.

## Присланный бланк

papers-template-read = Документ пришёл, смотрю поля. Обычно это несколько секунд.
papers-template-sound = В бланке «{ $file }» найдено полей: { $count }, ошибок нет.
    Он будет действовать здесь: <b>{ $place }</b>.
    Это протокол, план или справка?
papers-kind-key = { $kind ->
    [minutes] Протокол
    [plan] План
   *[report] Справка
}
papers-leave = Не сохранять
papers-left = Хорошо, не сохраняю. Прежние бланки действуют.
papers-taken = Бланк принят: { $kind ->
    [minutes] протокол
    [plan] план работы
   *[report] справка
}, { $place }. Следующие документы будут по нему, общий можно вернуть в любой день.
papers-taken-lacking = В нём нет полей: { $fields }. Если они нужны, допишите и пришлите ещё раз.
papers-faulty = В бланке «{ $file }» нужно поправить:
papers-faulty-line = • { $words }
papers-faulty-more = … и ещё { $count }.
papers-faulty-end = Ничего не сохранено, прежние бланки действуют. Поправьте и пришлите ещё раз.
papers-problem = { $code ->
    [unknown_field] поля «{ $what }» нет{ $known ->
        [yes] , похоже на «{ $like }»
       *[no] { "" }
    }
    [unknown_loop] списка «{ $what }» нет{ $known ->
        [yes] , похоже на «{ $like }»
       *[no] { "" }
    }
    [outside_loop] поле «{ $what }» живёт внутри повтора строк, а стоит вне его
    [taken_name] «{ $what }» — имя поля, строку повтора назовите иначе
    [unclosed] нет конца у «{ $what }»
    [unopened] «{ $what }» стоит не там: начала или пары к нему нет
    [apart] начало и конец повтора в разных местах: «{ $what }»
    [not_alone] «{ $what }» должно стоять одно в своей строке
    [torn] скобки не закрыты: «{ $what }»
    [misplaced] поле не в тексте, а в служебном месте: «{ $what }»
    [too_deep] слишком много повторов один в другом: «{ $what }»
    [too_many] полей слишком много
   *[not_understood] не понимаю «{ $what }»: можно поля, повтор и условие
}
papers-template-refused = { $code ->
    [too_big] Документ больше 5 МБ. Уберите большие картинки и пришлите ещё раз.
    [unreachable] Файл не удалось получить из Telegram. Пришлите его ещё раз.
    [old_format] Документ закрыт паролем или сохранён в старом виде (.doc). Снимите пароль, выберите «Сохранить как → Документ Word (.docx)» и пришлите ещё раз.
    [template_type] Это шаблон Word (.dotx). Выберите «Сохранить как → Документ Word (.docx)» и пришлите ещё раз.
    [not_word] Это не документ Word. Бланк нужен в виде .docx.
    [macros] В документе есть макросы, такие бланки не беру. Сохраните как «Документ Word (.docx)» без макросов.
    [embedded] В документ вставлены чужие объекты (таблица Excel, диаграмма, элемент управления). Замените их простой таблицей или картинкой.
    [external] Документ тянет что-то снаружи: картинку по ссылке или присоединённый шаблон. Вставьте картинку в сам документ или отсоедините шаблон.
    [field] В документе есть поле Word «{ $what }», которое читает другие файлы. Уберите его и пришлите ещё раз.
    [no_fields] В документе нет полей в двойных скобках, поэтому это не бланк. Возьмите образец в разделе «Бланки документов». А результаты присылайте таблицей (.xlsx).
    [cannot_be_filled] Бланк не заполняется: разметка собирается в испорченный документ. Наберите поля заново, каждое одним словом без смены шрифта внутри.
   *[damaged] Документ повреждён или устроен опасно. Откройте его в Word, сохраните заново как .docx и пришлите ещё раз.
}
    Ничего не сохранено.
error-too-many-templates = За час пришло уже { $count } документов. Подождите немного и пришлите снова; прежние бланки действуют.
error-template-of-another-paper = Этих полей в такой бумаге нет: { $fields }. Выберите другую бумагу или уберите поля и пришлите бланк ещё раз.

## Слова документов

paper-rule = ____________________
paper-file-name = { $kind ->
    [minutes] Протокол{ $number ->
        [0] { "" }
       *[other] { " " }№ { $number }
    }
    [plan] План работы
   *[report] Справка
}, { $about }
paper-sample-name = Бланк: { $kind ->
    [minutes] протокол
    [plan] план работы
   *[report] справка
}
paper-chairman = Председатель
paper-secretary = Секретарь
paper-head = Руководитель объединения
paper-author = Составитель
paper-hand = (подпись)
paper-full-name = (фамилия, инициалы)
paper-present = Присутствовали:
paper-field = { $label }:
paper-day = { DAY($date, year: "always") }

paper-minutes-title = ПРОТОКОЛ № { $number }
paper-minutes-of = заседания методического объединения
paper-agenda = Повестка дня
paper-agenda-study = О результатах исследования: { $study }.
paper-agenda-areas = О проблемных полях и мерах по ним.
paper-first = 1. Результаты исследования
paper-second = 2. Проблемные поля и меры
paper-heard = <b>СЛУШАЛИ:</b> ____________________ о результатах исследования: { $study }.
paper-discussed = <b>ОБСУДИЛИ:</b> как участники высказались о каждом проблемном поле (число голосов).
paper-discussed-by-hand = ОБСУДИЛИ:
paper-noted = <b>Отметили:</b> { $note }
paper-decided = РЕШИЛИ:
paper-nothing-decided = Принять результаты к сведению.
paper-area-plan = Включить в план работы: { $area }.
paper-area-help = Обратиться за методической помощью к методисту: { $area }.
paper-area-not-ours = В план работы не включать, трудность не относится к работе объединения: { $area }.
paper-measure = Мера: { $measure }
paper-owner-until = Ответственный: { $owner }. Срок: { $until }.
paper-voted = Голосовали: «за» ______, «против» ______, «воздержались» ______.

paper-plan-title = ПЛАН РАБОТЫ
paper-plan-of = { $association }
paper-plan-after = по итогам исследования: { $study }
paper-plan-approved = Утверждён на заседании { DAY($date, year: "always") }, протокол № { $number }.
paper-plan-empty = В план по итогам исследования ничего не включено.
paper-plan-help = Обратиться за методической помощью к методисту
paper-check = В следующем исследовании доля баллов за это умение заметно выше нынешних { PERCENT($percent) } (промежуток от { NUMBER($low, decimals: 0) } до { NUMBER($high, decimals: 0) })
paper-check-unknown = В следующем исследовании доля баллов за это умение заметно выше нынешней

paper-report-title = АНАЛИТИЧЕСКАЯ СПРАВКА
paper-report-of = о результатах исследования: { $study }
paper-part-study = Об исследовании
paper-part-marks = Отметки
paper-part-tasks = Выполнение заданий
paper-part-compared = Сравнение
paper-part-trend = Динамика по умениям
paper-part-journal = Отметки за работу и отметки по журналу
paper-part-findings = Проблемные поля
paper-part-conclusion = Вывод
paper-appendix = Приложение. Источник данных и способ расчёта

paper-held-on = Исследование проведено { DAY($date, year: "always") }.
paper-participants = Число участников: { $n }.
paper-wide = Школы муниципалитета рассматриваются вместе.
paper-marks = Успеваемость { PERCENT($passed) }, качество знаний { PERCENT($quality) }, степень обученности (СОУ) { PERCENT($sou) }.
paper-too-few = Работ меньше 10, поэтому выводы не делаются и доли не приводятся: по ним можно узнать отдельных детей.
paper-pooled = Работ меньше 10, поэтому задания рассмотрены вместе { $by ->
    [years] с работами прошлых лет ({ $years })
   *[schools] с другими школами муниципалитета ({ COUNT($schools, of: "school") })
}: всего { COUNT($n, of: "work") }. Это не показатели одной школы.
paper-hard = Труднее всего даются (доля набранных баллов, в скобках — промежуток с надёжностью 95 %):
paper-nothing-hard = Проблемных полей не выявлено: по всем заданиям ({ $tasks }) баллов достаточно.
paper-finding = { $area }: { PERCENT($percent) } (от { NUMBER($low, decimals: 0) } до { NUMBER($high, decimals: 0) }){ $level ->
    [none] { "" }
   *[other] , { paper-by-level } { PERCENT($peer) }
}; { $certainty }.
paper-task = { paper-skill } (задание { $code })
paper-skill = { $quoted ->
    [true] «{ $skill }»
   *[false] { $skill }
}
paper-task-level = { paper-skill } (задание { $code }, уровень { $level })
paper-task-only = задание { $code }
paper-task-only-level = задание { $code } (уровень { $level })
paper-by-level = { $level ->
    [municipality] по району
    [region] по области
   *[country] по стране
}
paper-beside = { paper-by-level } { PERCENT($percent) }
paper-of-level = { $level ->
    [municipality] с районом
    [region] с областью
   *[country] со страной
}
paper-place-of-level = { $level ->
    [own] { $wide ->
        [true] Наши школы
       *[false] Наша школа
    }
    [municipality] Район
    [region] Область
   *[country] Россия
}
paper-difference = { $difference ->
    [common] Разница { paper-of-level } мала: трудности общие.
    [own_higher] Результаты выше, чем { paper-by-level }, однако трудности остаются.
   *[own_lower] Часть заданий выполнена заметно ниже, чем { paper-by-level }: есть у кого перенять опыт.
}
paper-certainty = { $certainty ->
    [firm] дефицит, на вывод можно опираться
    [likely] похоже на дефицит, но данных мало
    [border] у границы достаточного
   *[low] данных мало, вывода нет
}
paper-status = { $status ->
    [deficit] дефицит
    [uncertain] у границы
    [sufficient] достаточно
   *[unknown] без вывода
}{ $confidence ->
    [firm] { "" }
    [likely] , похоже
    [low] , мало данных
   *[none] { "" }
}
paper-picture = Рисунок { $number }. Доля набранных баллов по трудным заданиям: { $wide ->
    [true] наши школы
   *[false] школа
}{ $compared ->
    [true] { " " }рядом с другими
   *[false] { "" }
}
paper-picture-described = Полосы с усами: { $findings }
paper-journal-line = Понизили { PERCENT($lowered) }, подтвердили { PERCENT($confirmed) }, повысили { PERCENT($raised) } участников ({ COUNT($n, of: "work") }).
paper-journal-peer = { paper-place-of-level }: понизили { PERCENT($lowered) }, подтвердили { PERCENT($confirmed) }, повысили { PERCENT($raised) }.
paper-journal-careful = Расхождение — повод посмотреть, как проводилась и проверялась работа, а не оценка чьего-либо труда.
paper-hint = { $code ->
    [marks_pile] Первичные баллы скапливаются там, где начинается следующая отметка: { PERCENT($own) } работ, по области { PERCENT($region) }. Стоит посмотреть, как проверялись работы.
    [marks_raised] Отметки за работу выше журнальных у { PERCENT($own) } участников, по области у { PERCENT($region) }. Стоит посмотреть, в каких условиях проходила работа.
    [grade_drop] Доля «4» и «5» меньше, чем у тех же учеников год назад: { PERCENT($own) }, по области { PERCENT($region) }. Стоит посмотреть, как идёт переход на новую ступень.
   *[other] Стоит посмотреть, в каких условиях проходила и как проверялась работа.
}
paper-trend = { $verdict ->
    [rose] выше
    [fell] ниже
    [same] в пределах случайного
   *[few] данных мало
}
paper-trend-note = Сравниваются только годы, где проверялось то же умение. «Выше» и «ниже» — разница больше случайной, с поправкой на число умений. Показана доля баллов, в скобках число работ.
paper-conclusion = { $count ->
    [0] Проблемных полей по результатам исследования не выявлено.
   *[other] По результатам исследования выделено проблемных полей: { $count }.
}
paper-conclusion-leaned = { $firm ->
    [0] Надёжных выводов среди них нет: данных мало или доля у самого порога, стоит посмотреть сами работы.
   *[other] { $rest ->
        [0] На эти выводы можно опираться.
       *[other] Опираться можно на { $firm } из них, остальные стоит проверить по самим работам.
    }
}
paper-conclusion-few = Общих выводов не делается: работ мало.
paper-conclusion-careful = Выводы относятся к параллели в целом и нужны для выбора методической помощи. По ним не оценивают работу учителей и не сравнивают школы между собой.
paper-source = Источник: { $kinds }; файл от { DAY($at, year: "always") }. Работ: { $works }. Отброшено строк: { $dropped }. Не приступали к заданию (Х): { $skipped }. Отсутствовали: { $absent }.
paper-formula = <b>Доля баллов</b> за задание = сумма набранных баллов ÷ (число участников × наибольший балл за задание) × 100 %.
paper-marks-formula = <b>Успеваемость</b> — доля «3», «4» и «5»; <b>качество знаний</b> — доля «4» и «5»; <b>СОУ</b> (по В. П. Симонову) = (100·n5 + 64·n4 + 36·n3 + 16·n2) ÷ n.
paper-interval = <b>Промежуток</b> — с надёжностью 95 %: для заданий на один балл по Уилсону, для заданий на несколько баллов по баллам участников (распределение Стьюдента). Чем меньше работ, тем он шире.
paper-thresholds = <b>Порог.</b> Достаточно: { $levels }. Ниже — дефицит, у самого порога вывода нет.
paper-threshold = уровень { $level } от { PERCENT($percent) }
paper-confidence = <b>Надёжность.</b> «Можно опираться»: весь промежуток по одну сторону порога. «Похоже»: по эту сторону сама доля, но не весь промежуток. «Мало данных»: меньше 10 работ.
paper-comparing = <b>Сравнение</b> с районом, областью и страной — в процентных пунктах, с поправкой на число заданий.
paper-law = По ВПР работу учителей не оценивают и школы не ранжируют (письмо Рособрнадзора от 18.04.2025 № 02-86), поэтому показателей по учителям и классам здесь нет. Умение названо словами, тексты заданий не приводятся.
paper-by-bot = Расчёт и черновик подготовлены ботом методической службы; решает и подписывает человек.

paper-column = { $column ->
    [number] №
    [task] Задание
    [skill] Проверяемое умение
    [task_level] Задание (уровень)
    [n] Работ
    [percent] Доля баллов, % (промежуток)
    [status] Вывод
    [area] Проблемное поле
    [measure] Мера
    [owner] Ответственный
    [until] Срок
    [check] Как увидим, что получилось
    [compared] Для сравнения
    [in_plan] В план
    [not_ours] Не наше
    [help] Нужна помощь
    [place] Где
    [passed] Успев., %
    [quality] Качество, %
    [sou] СОУ, %
    [change] Изменение
    [field] Поле
   *[meaning] Что в нём
}
paper-mark = «{ $mark }», %
paper-compared-column = { $level ->
    [municipality] Район, %
    [region] Область, %
   *[country] Россия, %
}
paper-table = { $table ->
    [tasks] Таблица { $number }. Выполнение заданий
    [marks] Таблица { $number }. Отметки, доля участников
   *[trend] Таблица { $number }. Доля баллов по годам
}
paper-figure-interval = { NUMBER($percent, decimals: 0) } ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) })

## Образец бланка

paper-fields = Поля этого бланка (эту страницу можно удалить)
paper-fields-how = Поле — слово в двойных фигурных скобках, бот ставит на его место значение. Имя поля меняет только место, не слово. Поля с точкой стоят в строке таблицы между строками «for» и «endfor»: бот повторит её для каждого поля списка.
paper-fields-if = Если значения может не быть, поле берут в условие: строка с «if» и имя поля, потом сам текст, потом строка с «endif».

papers-field-school = название школы
papers-field-municipality = муниципалитет
papers-field-region = регион
papers-field-association = название методического объединения
papers-field-number = номер протокола
papers-field-date = день заседания
papers-field-today = день, когда написан документ
papers-field-study = исследование целиком: вид, год, предмет, класс
papers-field-exam = вид исследования
papers-field-year = год исследования
papers-field-subject = предмет
papers-field-grade = класс (параллель)
papers-field-participants = число участников
papers-field-passed = успеваемость
papers-field-quality = качество знаний
papers-field-sou = степень обученности (СОУ)
papers-field-difference = сравнение с областью одной фразой
papers-field-note = что руководитель добавил своими словами
papers-field-picture = картинка с тремя трудными заданиями
papers-field-journal = отметки за работу и по журналу одной фразой
papers-field-conclusion = осторожный вывод
papers-field-source = откуда данные
papers-field-method = как считали
papers-field-findings = список проблемных полей (не больше трёх)
papers-field-tasks = список всех заданий
papers-field-tasks-number = номер по порядку
papers-field-tasks-task = номер задания
papers-field-tasks-skill = проверяемое умение
papers-field-tasks-level = уровень: Б, П или В
papers-field-tasks-participants = сколько работ
papers-field-tasks-percent = доля набранных баллов
papers-field-tasks-interval = доля баллов с промежутком
papers-field-tasks-status = вывод словами
papers-field-tasks-compared = доля баллов для сравнения: по области, по стране или по району
papers-field-areas = список полей, о которых решали
papers-field-areas-number = номер по порядку
papers-field-areas-task = номер задания
papers-field-areas-skill = умение
papers-field-areas-level = уровень: Б, П или В
papers-field-areas-choice = что решили: в план, нужна помощь, не наше
papers-field-areas-measure = мера
papers-field-areas-owner = ответственный
papers-field-areas-until = срок
papers-field-areas-check = как увидим, что получилось
papers-field-areas-in-plan = голосов «в план»
papers-field-areas-not-ours = голосов «не наше»
papers-field-areas-help = голосов «нужна помощь»
paper-choice = { $choice ->
    [plan] в план работы
    [help] нужна помощь
   *[not_ours] не наше
}
