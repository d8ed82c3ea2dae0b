### Затруднения учителя: сказать, получить номер, прочитать ответ.

difficulty-menu = Нужна помощь
difficulty-mine = Мои обращения
difficulty-new = Новый вопрос
difficulty-help = Сказать, что даётся трудно, и получить ответ методиста: «Нужна помощь» или /ask
difficulty-mine-help = Где каждое обращение, ответ ещё раз, добавить слово: «Мои обращения» или /cases
command-ask = Нужна помощь
command-cases = Мои обращения

difficulty-grade = { $grade } класс
difficulty-about = { LIST($parts, join: "comma") }
difficulty-untitled = Вопрос своими словами
difficulty-quoted = «{ $text }»
difficulty-files = Вложения: { COUNT($n, of: "file") }
difficulty-key = № { NUMBER($number, useGrouping: 0) } · { $topic }
forms-skip-difficulty-explanation = Отправить без пояснения
forms-draft-difficulty = Вопрос не дописан, он цел. Продолжим?
forms-draft-reply = Ответ не дописан, он цел. Продолжим?

## Перед отправкой

difficulty-check = Проверьте:
difficulty-seen-by = { $kind ->
    [unnamed] Кто увидит: <b>методист района</b>, без вашего имени и школы. Школа не увидит.
    [sensitive] Кто увидит: <b>только методист района</b>. Школа не увидит и в отчётах по школам этого нет.
   *[named] Кто увидит: <b>методист района</b>. Школа не увидит.
}
difficulty-voice-is-known = По голосу вас могут узнать: запись уйдёт как есть.
difficulty-file-name-is-seen = Имя файла и подписи внутри него видны как есть.
difficulty-without-name = Без моего имени
difficulty-with-name = С моим именем
difficulty-few = Честно: по предмету «{ $subject }» в районе { COUNT($n, of: "teacher") }, по нему вас могут узнать. Скрыть от методиста и предмет?
difficulty-hide-subject = Скрыть предмет
difficulty-leave-subject = Оставить как есть

## Принято

difficulty-accepted = Принято, обращение <b>№ { NUMBER($number, useGrouping: 0) }</b>. Ответит методист { $helper } <b>{ UNTIL($due) }</b>. Черновик хранить не нужно, всё записано.
difficulty-accepted-by-service = Принято, обращение <b>№ { NUMBER($number, useGrouping: 0) }</b>. Ответит методическая служба района <b>{ UNTIL($due) }</b>. Черновик хранить не нужно, всё записано.
difficulty-add = Добавить ещё слово
difficulty-ask-again = Спрошу ещё
difficulty-open = Открыть обращение
difficulty-added = Добавлено к № { NUMBER($number, useGrouping: 0) }, методист уже видит. Ответ { UNTIL($due) }.
difficulty-added-reopened = Вопрос по № { NUMBER($number, useGrouping: 0) } передан. Ответ <b>{ UNTIL($due) }</b>.

## Мои обращения

difficulty-none = Обращений пока нет. Сказать, с чем помочь, — около минуты.
difficulty-list = Ваши обращения: { NUMBER($n) }
difficulty-line = <b>№ { NUMBER($number, useGrouping: 0) }</b>: { $state }
difficulty-own = Обращение <b>№ { NUMBER($number, useGrouping: 0) }</b>: { $state }
difficulty-state-open = ждёт ответа { UNTIL($due) }
difficulty-state-late = ответ задерживается, вопрос цел
difficulty-state-answered = ответ есть
difficulty-state-closed = закрыто { DAY($day) }
difficulty-state-withdrawn = снято вами { DAY($day) }
difficulty-read = Открыть ответ
difficulty-withdraw = Вопрос решился
difficulty-withdraw-asked = Снять обращение № { NUMBER($number, useGrouping: 0) }? Методист больше не будет над ним работать.
difficulty-withdraw-yes = Да, снять
difficulty-closed-by-staff = Методист закрыл обращение. Если вопрос остался, спросите ещё — он откроется снова.

## Ответ

difficulty-answer = <b>Ответ на № { NUMBER($number, useGrouping: 0) }</b>, { $helper }
difficulty-answer-text = { $text }
