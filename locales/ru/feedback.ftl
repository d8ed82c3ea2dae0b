### После помощи: понятно ли, получилось ли на уроке.

feedback-rate = Ответ на № { NUMBER($number, useGrouping: 0) } выше, отвечает { $helper }. Он понятен и к месту?
    1 — совсем не то, 5 — можно идти на урок.
feedback-good = Хорошо, закрываю № { NUMBER($number, useGrouping: 0) }. Через две учебные недели спрошу одно: получилось ли на уроке.
feedback-do-not-ask = Не спрашивать
feedback-will-not-ask = Хорошо, об этом обращении не спрошу.
feedback-middling = Записано. Если чего-то не хватило, спросите ещё: № { NUMBER($number, useGrouping: 0) } откроется снова.
feedback-poor = Понимаю, ответ не помог. Что не так? Методиста по этой отметке не оценивают. Вопрос передам следующему специалисту.
feedback-reason-not-mine = Не про мой вопрос
feedback-reason-known = Знаю, нужно другое
feedback-reason-too-general = Слишком общо
feedback-reason-words = Напишу сам текст
feedback-reason-attached = сказано во вложении
feedback-reason-unsaid = причина не названа

feedback-passed = { $role ->
    [methodologist] Передаю вопрос дальше. Ответит методист { $helper } <b>{ UNTIL($due) }</b>.
    [association_head] Передаю вопрос дальше. Ответит руководитель РМО { $helper } <b>{ UNTIL($due) }</b>.
    [curator] Передаю вопрос дальше. Ответит куратор РИРО { $helper } <b>{ UNTIL($due) }</b>.
   *[other] Второго специалиста здесь нет. Вопрос с вашей отметкой вернулся, отвечает { $helper }, ответ <b>{ UNTIL($due) }</b>.
}
feedback-passed-to-service = Вопрос № { NUMBER($number, useGrouping: 0) } вернулся в методическую службу, ответ <b>{ UNTIL($due) }</b>.
feedback-call = Второго специалиста здесь нет, поэтому { $helper } позвонит вам в школу. Когда удобно?
feedback-call-today = Сегодня после уроков
feedback-call-tomorrow = Завтра после уроков
feedback-call-any = В любое время
feedback-call-planned = Записано: { $helper } позвонит { $when ->
    [today] сегодня после уроков
    [tomorrow] завтра после уроков
   *[other] в рабочее время
}. Удобнее на другой номер — добавьте его словом.

## Через две учебные недели

feedback-lesson = Две учебные недели назад вы спрашивали: «{ $topic }» (№ { NUMBER($number, useGrouping: 0) }). Получилось на уроке? <i>Одно нажатие</i>
feedback-lesson-yes = Да, получилось
feedback-lesson-partly = Отчасти
feedback-lesson-no = Не получилось
feedback-lesson-not-yet = Урока ещё не было
feedback-never = Больше не спрашивать
feedback-worked = Записано: получилось. Это увидит тот, кто отвечал.
feedback-not-yet = Хорошо, спрошу через учебную неделю.
feedback-obstacle = Что помешало? Можно пропустить.
feedback-obstacle-no-time = Не хватило времени
feedback-obstacle-more-tasks = Нужны ещё задания
feedback-obstacle-words = Расскажу словом, голосом
feedback-obstacle-skipped = Пропустить
feedback-noted = Записано по № { NUMBER($number, useGrouping: 0) }. Если нужна ещё помощь, спросите: обращение откроется снова.
feedback-will-never-ask = Хорошо, больше не спрашиваю. Обращения и ответы работают как прежде.

## Срок прошёл

feedback-late = Ответа на № { NUMBER($number, useGrouping: 0) } к обещанному дню нет, это наша задержка. Подключается { $helper }. Вопрос цел, повторять не нужно.
feedback-late-alone = Ответа на № { NUMBER($number, useGrouping: 0) } к обещанному дню нет, это наша задержка. Напоминание ушло. Вопрос цел, повторять не нужно.
