### Forms: questions one by one, drafts, kind repetitions.

forms-question = { $label }
forms-hint = <i>{ $hint }</i>
forms-before = Before: “{ $text }”
forms-progress = <i>step { $number } of { $total }</i>
forms-progress-begins = <i>step { $number } of { $total }, ~{ COUNT($minutes, of: "minute") }</i>
forms-write = Write it in one message.

forms-keep = Keep it as it was
forms-reword = Write something else
forms-back = ‹ Back
forms-skip = Skip
forms-leave = Cancel
forms-done = Done
forms-go-on = Go on
forms-agree = Yes, I agree
forms-again-yes = Yes, one more
forms-again-no = No, go on
forms-send = Send
forms-fix = Change
forms-drop = Delete
forms-resume = Continue
forms-anew = Start again

## A draft

forms-draft = “{ $title }” is unfinished, everything is kept. Continue?
forms-deleted = Deleted. Back to the beginning: /menu.
forms-nothing-kept = All right, nothing is kept. Menu: /menu.
forms-closed = This question has an answer already, it is kept. What is current: /menu.
forms-which-to-fix = What should be changed?
error-dialog-gone = This question has an answer already, it is kept. All that is current: /menu.

## An answer did not fit. The question is repeated below.

forms-refused-own = { $words }
forms-refused = That answer does not fit here. What you gave before is kept. Please try again.
forms-refused-wrong-kind = Words are needed here. What you gave before is kept.
forms-refused-wrong-kind-any = This cannot be kept here. Text, voice, a photo or a file will do.
forms-refused-wrong-kind-one = Please press a button here. What you gave before is kept.
forms-refused-wrong-kind-many = Please press the buttons here. What you gave before is kept.
forms-refused-wrong-kind-image = A photo is needed here.
forms-refused-wrong-kind-audio = A voice message is needed here.
forms-refused-wrong-kind-video = A video is needed here.
forms-refused-wrong-kind-file = A file is needed here.
forms-refused-wrong-kind-integer = A number is needed here. What you gave before is kept.
forms-refused-wrong-kind-decimal = A number is needed here. What you gave before is kept.
forms-refused-wrong-kind-range = A number is needed here. What you gave before is kept.
forms-refused-not-a-choice = That is not among the choices. Please press a button.
forms-refused-not-a-number = This does not look like a number. Write digits, for example 12.
forms-refused-not-a-date = This does not look like a date. Write, for example, 8.10.2026.
forms-refused-not-a-date-time = This does not look like a time. Write, for example, 14:30.
forms-refused-required = We cannot go on without this answer. Please choose or write.
forms-refused-required-many = Tick at least one, then press “Done”.
forms-refused-too-long = This is longer than fits: { NUMBER($most) } characters are enough here. Details can go into a file.
forms-refused-too-long-text = This is longer than fits: { NUMBER($most) } characters are enough here.
forms-refused-too-many = This is more than is possible. Please leave fewer.
forms-refused-too-few = Not all are marked yet. Please go on.
forms-not-added = This cannot be added here. What you wrote is kept and can be sent.
forms-not-added-too-long = Together this would be too long, so the last part is not added. What came before is kept and can be sent.
forms-not-added-too-many = No more than ten files fit here. What came before is kept and can be sent.
