### Рабочее место методиста: новые обращения, ответы, звонки.

help-desk-menu = Обращения учителей
help-desk-inbox = К обращениям
help-desk-enter-call = Внести звонок
help-desk-help = Ответить на обращения учителей: «Обращения учителей» или /inbox. Звонок без бота — /call
command-inbox = Обращения учителей
command-call = Внести звонок

## Карточка

help-desk-why-new = Новое обращение.
help-desk-why-passed = Обращение передано вам.
help-desk-why-due-soon = Завтра обещан ответ.
help-desk-why-overdue = Обещанный день прошёл, ответа ещё нет.
help-desk-why-call = Просят позвонить: прежний ответ не помог, другого специалиста нет.
help-desk-number = <b>№ { NUMBER($number, useGrouping: 0) }</b>: { $state }
help-desk-state-new = новое, ответ { UNTIL($due) }
help-desk-state-new-late = новое, обещанный день прошёл
help-desk-state-mine = у вас, ответ { UNTIL($due) }
help-desk-state-mine-late = у вас, обещанный день прошёл
help-desk-state-taken = отвечает { $helper }, { UNTIL($due) }
help-desk-state-taken-late = отвечает { $helper }, обещанный день прошёл
help-desk-state-answered = ответ отправлен, { $helper }
help-desk-state-closed = закрыто, { $helper }
help-desk-state-withdrawn = снято: вопрос решился
help-desk-additions = Дополнений: { NUMBER($n) }
help-desk-from = Спрашивает: { $who }, { $school }
help-desk-from-outside = Спрашивает: { $who }
help-desk-unnamed = Спрашивает: без имени. Ответ дойдёт.
help-desk-gone = Автор удалил свои данные. Ответ можно записать, отправить его уже некому.
help-desk-called = По телефону: { $who }, { $school }
help-desk-called-unnamed = По телефону: { $school }
help-desk-unreachable = Автор сейчас не получает сообщений бота. Ответ сохранится, лучше позвонить в школу.
help-desk-sensitive = <i>Личное: видит только методист.</i>
help-desk-call = <b>Позвонить:</b> { $when ->
    [today] сегодня после уроков
    [tomorrow] завтра после уроков
   *[other] в любое время
}. Номер школы — в вашем справочнике.
help-desk-reason = Прежний ответ не помог: { $reason }

help-desk-take = Взять
help-desk-answer = { $kind ->
    [more] Дополнить ответ
    [phone] Записать разговор
   *[bot] Ответить
}
help-desk-whole = Открыть целиком
help-desk-said = № { NUMBER($number, useGrouping: 0) } целиком:
help-desk-said-by = { $kind ->
    [report] Вопрос
    [answer] Ответ
    [call] Ответ
    [obstacle] После урока
   *[addition] Добавлено
}: «{ $text }»
help-desk-give = Передать
help-desk-close = Закрыть
help-desk-open = Открыть карточку
help-desk-taken-already = Уже взято: { $name }. Показываю карточку как есть.
error-taken-already = Уже взято: { $name }. Написанное вами цело и никуда не отправлено.
error-case-is-closed = Обращение № { NUMBER($number, useGrouping: 0) } уже закрыто, отвечать на него не нужно. Список: /inbox.

## Список

help-desk-empty = Обращений, которые ждут ответа, нет.
help-desk-counts = Новых { NUMBER($new) }, у вас { NUMBER($mine) }, с прошедшим сроком { NUMBER($late) }
help-desk-line = <b>№ { NUMBER($number, useGrouping: 0) }</b>: { $state ->
    [late] срок прошёл
    [mine] у вас, { UNTIL($due) }
    [new] новое, { UNTIL($due) }
   *[other] отвечает коллега, { UNTIL($due) }
}

## Ответ

help-desk-check = Ответ на № { NUMBER($number, useGrouping: 0) }. Увидит только автор обращения. Можно дослать файлы.
help-desk-check-call = Запись разговора по № { NUMBER($number, useGrouping: 0) }. Обращение закроется.
help-desk-sent = Ответ на № { NUMBER($number, useGrouping: 0) } отправлен. Спрошу, понятен ли он, а через две учебные недели — получилось ли на уроке.
help-desk-call-kept = Записано, № { NUMBER($number, useGrouping: 0) } закрыто.
help-desk-addition = Дополнение к <b>№ { NUMBER($number, useGrouping: 0) }</b>

## Передать, закрыть

help-desk-whom = Кому передать № { NUMBER($number, useGrouping: 0) }? Автор увидит имя и новый срок.
help-desk-nobody = Передать некому: других специалистов по этому вопросу здесь нет.
help-desk-candidate = { $name }, { help-desk-role }
help-desk-role = { $role ->
    [methodologist] методист
    [association_head] РМО
    [curator] РИРО
   *[other] коллега
}
help-desk-close-asked = Ответа на № { NUMBER($number, useGrouping: 0) } ещё не было. Закрыть? Автор об этом узнает и сможет спросить снова.
help-desk-close-yes = Закрыть без ответа
