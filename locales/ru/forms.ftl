### Формы: вопросы один за другим, черновики, вежливые повторы.

forms-question = { $label }
forms-hint = <i>{ $hint }</i>
forms-before = Раньше было: «{ $text }»
forms-progress = <i>шаг { $number } из { $total }</i>
forms-progress-begins = <i>шаг { $number } из { $total }, ~{ COUNT($minutes, of: "minute") }</i>
forms-write = Напишите одним сообщением.

forms-keep = Оставить как было
forms-reword = Написать иначе
forms-back = ‹ Назад
forms-skip = Пропустить
forms-leave = Отмена
forms-done = Готово
forms-go-on = Дальше
forms-agree = Да, согласие даю
forms-again-yes = Да, ещё
forms-again-no = Нет, дальше
forms-send = Отправить
forms-fix = Исправить
forms-drop = Удалить
forms-resume = Продолжить
forms-anew = Начать заново

## Черновик

forms-draft = «{ $title }»: не дописано, всё цело. Продолжим?
forms-deleted = Удалено. Вернуться к началу: /menu.
forms-nothing-kept = Хорошо, ничего не записано. Меню: /menu.
forms-closed = На этот вопрос уже есть ответ, он записан. Нынешнее — в меню: /menu.
forms-which-to-fix = Что исправить?
error-dialog-gone = На этот вопрос уже есть ответ, он записан. Всё нынешнее — в меню: /menu.

## Ответ не подошёл: что случилось, что сделать. Вопрос повторяется ниже.

forms-refused-own = { $words }
forms-refused = Такой ответ здесь не подошёл. Записанное раньше цело. Попробуйте, пожалуйста, ещё раз.
forms-refused-wrong-kind = Здесь нужен ответ словами. Записанное раньше цело.
forms-refused-wrong-kind-any = Такое сюда не записать. Подойдёт текст, голос, фото или файл.
forms-refused-wrong-kind-one = Здесь нужно нажать кнопку. Записанное раньше цело.
forms-refused-wrong-kind-many = Здесь нужно нажать кнопки. Записанное раньше цело.
forms-refused-wrong-kind-image = Здесь нужно фото.
forms-refused-wrong-kind-audio = Здесь нужно голосовое сообщение.
forms-refused-wrong-kind-video = Здесь нужно видео.
forms-refused-wrong-kind-file = Здесь нужен файл.
forms-refused-wrong-kind-integer = Здесь нужно число. Записанное раньше цело.
forms-refused-wrong-kind-decimal = Здесь нужно число. Записанное раньше цело.
forms-refused-wrong-kind-range = Здесь нужно число. Записанное раньше цело.
forms-refused-not-a-choice = Среди вариантов такого нет. Выберите, пожалуйста, кнопку.
forms-refused-not-a-number = Это не похоже на число. Напишите цифрами, например 12.
forms-refused-not-a-date = Это не похоже на дату. Напишите, например, 8.10.2026.
forms-refused-not-a-date-time = Это не похоже на время. Напишите, например, 14:30.
forms-refused-required = Без этого ответа не пойти дальше. Выберите или напишите, пожалуйста.
forms-refused-required-many = Отметьте хотя бы один вариант, потом «Готово».
forms-refused-too-long = Получилось длиннее, чем можно: здесь хватит { NUMBER($most) } знаков. Подробности можно прислать файлом.
forms-refused-too-long-text = Получилось длиннее, чем можно: здесь хватит { NUMBER($most) } знаков.
forms-refused-too-many = Это больше, чем можно. Оставьте, пожалуйста, меньше.
forms-refused-too-few = Отмечено не всё. Продолжите, пожалуйста.
forms-not-added = Это сюда не добавить. Записанное цело, его можно отправить.
forms-not-added-too-long = Вместе с этим получилось бы слишком длинно, поэтому последнее не добавлено. Записанное раньше цело, его можно отправить.
forms-not-added-too-many = Больше десяти файлов сюда не помещается. Записанное раньше цело, его можно отправить.
