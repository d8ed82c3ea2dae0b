### The calendar of studies: what is expected, by which day, who has sent it.

expected-menu = Calendar of studies
expected-help = Which results schools are to send and who has: /calendar
command-calendar = Calendar of studies

expected-title = { $own ->
    [yes] “{ $exam }”
   *[no] { $exam }-{ NUMBER($year, useGrouping: 0) }
}, { $subject }, { expected-grades }
expected-title-short = { $own ->
    [yes] “{ $exam }”
   *[no] { $exam }
}, { $subject }, gr. { LIST($grades) }
expected-grades = { $count ->
    [1] grade
   *[other] grades
} { LIST($grades) }
expected-and-more = { $names } and { $count } more
expected-more = … and { $count } more
expected-numbered = <b>{ $number }.</b> { $line }

## The list

expected-head = <b>{ $place }: calendar of studies</b>
    { $done ->
        [true] Sent:
       *[false] Results to come:
    }
expected-none = { $done ->
    [true] Nothing yet.
   *[false] { $plans ->
        [true] { $school ->
            [true] Nothing. You can add your own: current or final control, diagnostics.
           *[false] Nothing. Add a study: schools will be reminded, you see who has sent.
        }
       *[false] Nothing.
    }
}
expected-line = { $title }: { $state ->
    [all] all have sent
    [sent] sent { DAY($at) }
    [excused] not held
    [waited] by { DAY($due) }
    [late] was due { DAY($due) }
    [some-late] { $sent } of { $total }, was due { DAY($due) }
   *[some] { $sent } of { $total }, by { DAY($due) }
}
expected-add = Add
expected-schools = By school
expected-send = Upload
expected-done = What has come
expected-waited = What is to come
expected-back = To the calendar
expected-gone = This study is not in the calendar any more. Here is the present one.

expected-schools-head = <b>{ $place }: schools</b>
    Sent of what is expected this school year:
expected-school = { $name }: { $total ->
    [0] nothing expected
   *[other] { $sent } of { $total }
}

## One study

expected-study = <b>{ $title }</b>
expected-standing = { $late ->
    [true] It was due { DAY($due) }, still to come.
   *[false] Due by { DAY($due) }.
}
expected-standing-sent = Sent { DAY($at) }.
expected-standing-excused = Not held, no results expected.
expected-ordered = Put into the calendar by: { $place }.
expected-sent = { $total ->
    [0] Nobody is to send: it was held nowhere.
   *[other] { $sent ->
        [0] Nobody has sent yet, schools: { $total }.
       *[other] { $sent } of { $total } have sent.
    }
}
expected-lacking = Missing: { $names }.
expected-excused = Not held: { $names }.
expected-move = Change the day
expected-cancel = Take out
expected-where-not-held = Where it was not held
expected-missing = All who have not sent
expected-to-study = To the study
expected-missing-head = <b>{ $title }</b>
    Not sent yet:
expected-name = • { $name }
expected-not-held = Not held
expected-held = It was held after all

## Adding

expected-added = Added: <b>{ $titles }</b>.
expected-added-by = { $own ->
    [true] Results are due by { DAY($due) }. I remind 2 working days before and once after.
   *[false] Results are due by { DAY($due) }, { $all ->
        [true] from all schools: { $count }
       *[false] from the chosen schools: { $count }
    }. I remind their deputy heads 2 working days before and once after, when lessons are over.
}
expected-known = In the calendar already, not added twice: { $titles }.
expected-same-subject = Another subject
expected-same-grade = Another grade
expected-undo = Take it out again
expected-which-subject = The same as { $titles }, by the same day, from the same schools. Which subject?
expected-which-grade = The same as { $titles }, by the same day, from the same schools. Which grade?
expected-cancelled = Taken out of the calendar: { $titles }. What was sent is kept.
expected-restore = Put back
expected-restored = In the calendar again: { $titles }.
expected-not-held-where = <b>{ $title }</b>
    Where was it not held? Mark the schools, nothing will be expected of them.
expected-not-held-what = What was not held in your school? Mark it, no reminder will come.
expected-not-held-nothing = Nothing is expected of your school now.
expected-not-counted = Noted, not held: { $title }. No results expected, no reminder will come.
expected-counted-again = Noted, held after all: { $title }. Results are expected.
expected-not-held-other = Mark another

error-due-day-passed = That day will not do: today or later, within a year. Choose another one, please.
error-no-school-chosen = No school is chosen. Mark those whose results are to come, please.

## Reminders

expected-reminder = The day comes near, results of your school are not here yet:
expected-reminder-late = The day has gone by, results of your school are not here yet:
expected-reminder-item = • { $title }: { $late ->
    [true] was due { DAY($due) }
   *[false] by { DAY($due) }
}
expected-reminder-foot = { $last ->
    [true] You can send the file right here. This is the last reminder.
   *[false] You can send the file right here. If something was not held, mark it.
}
expected-call-head = Nobody can be reminded: these schools have no deputy head in the bot. A call will help.
expected-call = • <b>{ $school }</b>{ $known ->
    [yes] , { $contact }
   *[no] { "" }
}: { $title }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}, { $late ->
    [true] was due { DAY($due) }
   *[false] by { DAY($due) }
}
expected-invite = Invite a deputy head
expected-digest-head = It was due { DAY($due) }. Not all have sent:
expected-digest-line = <b>{ $number }.</b> { $title }: { $sent } of { $total }. Missing: { $names }.

forms-draft-expected-study = The study is unfinished and whole. Go on?
forms-draft-due-day = The day is not changed yet. Go on?
