### Loading results: file → preview → confirmation.

results-study = { $own ->
    [yes] { $occasion }, { NUMBER($year, useGrouping: 0) }
   *[no] { $exam }-{ NUMBER($year, useGrouping: 0) }
}
results-title = { results-study }, { $subject }, grade { $grade }
results-title-short = { results-study }, { $subject }, { $grade }
results-titles-more = { $titles } and { $count } more
results-at-cell = cell <b>{ $cell }</b>: { $words }
results-at-sheet-cell = Sheet “{ $sheet }”, cell <b>{ $cell }</b>: { $words }
results-bullet = • { $words }
results-and-more = … and { $count } more.

results-kind = { $kind ->
    [vpr_individual] “Individual results”
    [vpr_task_completion] “Completion of tasks”
    [vpr_task_completion_by_marks] “Completion of tasks by mark groups”
    [vpr_planned_results] “Planned results”
    [vpr_marks] “Statistics of marks”
    [vpr_journal_comparison] “Marks against the journal”
    [vpr_collection_form] “Form for collecting results”
    [vpr_primary_scores] “Distribution of first scores”
    [olympiad] an olympiad protocol
    [gia_protocol] a protocol of the exam centre
    [own_template] a table made from the bot's template
   *[other] a table of results
}

results-reading = The file is here, I am reading it. It usually takes a few seconds.
results-found = <b>{ $title }</b>
    The file is { results-kind }{ $works ->
        [0] { "" }
       *[other] : { COUNT($works, of: "work") }
    }{ $named ->
        [yes] , { $school }
       *[no] , { COUNT($schools, of: "school") }
    }.
results-almost = Almost: “{ $title }”, { $read } of { $whole } rows read.
results-nothing-kept = Nothing is saved yet.
results-look-at = Please look at { $count ->
    [one] one place
   *[other] { $count } places
}:
results-foreign = { $count ->
    [1] Rows of another school ({ $first })
   *[other] Rows of other schools ({ $first } and more)
} are left out: { $own ->
    [true] you load your own.
   *[false] the district's list does not have it.
}
results-replaces = It replaces the file sent { WHEN($at) }.
results-together = Sent before and going with it: { $kinds }.
results-differ = The reports of this study disagree: { $what ->
    [works] { $first } works, but { $second } in { results-kind }
    [mark] mark “{ $code }” { PERCENT($first) }, but { PERCENT($second) } in { results-kind }
   *[task] task { $code } { PERCENT($first) }, but { PERCENT($second) } in { results-kind }
}{ $more ->
    [0] .
   *[other] { " " }(and { $more } more).
} The works count; please check the file.
results-not-compared = No comparison with the region yet: send “Completion of tasks” too and I will join them.
results-receiver = { $linked ->
    [yes] Goes to { $name }, group “{ $group }”. No classes and no teachers in the summary.
   *[no] Goes to { $name }: it has no group yet, the summary will wait.
}
results-nobody-yet = There is no association for this subject yet: the summary will wait.
results-no-summary = This file alone makes no summary: it adds to “Individual results”.

results-confirm = Send to the association
results-confirm-only = Save
results-leave-bad = { $count ->
    [1] Load without row { $row }
   *[other] Load without { $count } rows
}
results-back = ‹ Back
results-send-corrected = I will send a fixed one
results-send-another = I will send another file
results-where-files-are = Where the files are
results-send-file = Load results
results-cancel = Cancel
results-open-table = Open the table
results-all = All summaries

results-loading = Taken: saving and making the summary. I will write here when it is sent.
results-loading-only = Taken, saving.
results-joined = { $superseded ->
    [true] A file sent later was taken instead of this one. This one is deleted.
   *[false] This file was loaded together with another one of the same study.
}
results-known = “{ $title }”: this file is loaded already, there is nothing to add. If it had a mistake, send the fixed one: it replaces the old.
results-left = { $reason ->
    [corrected] Good, I wait for the fixed file. This one is deleted, nothing is saved.
    [undecided] The file waited for a day and is deleted, nothing is saved. You may send it again.
   *[cancelled] Cancelled: the file is deleted, nothing is saved.
}
results-how-to-send = Send a file of results here: xlsx, xls or csv.
    I tell its kind by its content, show what I read and save nothing without your word.
    Best is “Individual results” with “Completion of tasks”: then there is a comparison with the region.
    Lists with names must not go through Telegram: I delete them at once.
results-where = In the federal system: “Analytics”, the year, the exam, the report “Individual results” by subject and grade, “Download”. “Completion of tasks” and “Planned results” are beside it.
    Send the file as it is, the name does not matter.

results-asks = Read: { results-kind }{ $works ->
    [0] { "" }
   *[other] , { COUNT($works, of: "work") }
}. The file does not say:
results-answer-taken = Noted: { $words }.
results-ask-number = { $total ->
    [1] Then I show what came of it. Nothing is saved yet.
   *[other] Question { $number } of { $total }. Nothing is saved yet.
}
results-ask-year = <b>Of which year are these results?</b>
results-ask-subject = <b>Of which subject?</b> You may write it too.
results-ask-grade = <b>{ $subject ->
    [none] Which grade wrote it?
   *[other] { $subject }: which grade wrote it?
}</b>
results-ask-occasion = <b>What is this study called?</b> Write two or three words, such as “Entry check”. The summary will carry this name.
results-ask-column = <b>{ $caption ->
    [none] Column { $column } has no heading: what is in it?
   *[other] Column { $column } “{ $caption }”: what is in it?
}</b>
results-ask-school = <b>Whose results are these?</b> The file names no school.
results-option-column = { $value ->
    [code] Pupil's code
    [school] School
    [class] Class
    [variant] Variant
    [mark] Mark
    [total] Total
    [task] Task's points
    [skip_all] Skip all others
   *[skip] Not needed
}
error-not-an-answer = { $name ->
    [occasion] This is no name for a study: 2 to 80 letters, please, such as “Entry check”.
    [subject] I do not know this subject. Choose it by a button or write it again.
   *[other] I do not understand this answer. Please choose by a button.
} The file is safe and waits.

results-replace = <b>Replace the file of { DAY($at) }?</b>
    { $title }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
results-replace-works = { $before ->
    [0] { "" }
   *[other] { $schools ->
        [1] { "" }
       *[other] { COUNT($schools, of: "school") }.{ " " }
    }Works: { $before } before, { $after } after.{ " " }
}{ $changed ->
    [0] { $schools ->
        [1] Percents and marks stay the same.
       *[other] { "" }
    }
   *[other] These change:
}
results-replace-change = • { $what ->
    [mark] mark “{ $code }”
   *[task] task { $code }
}: { PERCENT($was) } → { PERCENT($now) }
results-replace-kept = The old one stays in the history. Those who saw the old figures get the difference.
results-replace-yes = Replace
results-replace-no = Keep the old one

results-help = Results: send the file right here. A table for a study of your own: /template.
results-template-key = A template of your own
results-template-subject = A table for a test or a diagnostic of your own. Which subject?
results-template-grade = { $subject }. Which grade?
results-template-writing = Making the template, a second.
results-template-here = { $tasks ->
    [0] The template is ready: write the tasks and their points, below a row per pupil, with codes instead of names.
   *[other] The template is ready with { $tasks } tasks: write a row per pupil, with codes instead of names. Tasks and points may be changed.
} Send it back here filled in: I show what I read and make the summary.
results-template-name = template-{ $subject }-{ $grade }.xlsx
results-how-to-send-key = How to send a file
results-template-again = Try again
results-template-failed = The template could not be made. Please try again in a minute: /template.

results-kept = Saved.
results-kept-title = Saved: “{ $title }”.
results-report-homeless = Without an association for the subject: { COUNT($count, of: "school") }. Their summaries wait.
results-report = { $state ->
    [sent] { $place }: sent to the group “{ $group }”.
    [corrected] { $place }: the correction is sent to the group “{ $group }”.
    [same] { $place }: nothing is otherwise for the group “{ $group }”, it is left in peace.
    [waits] { $place }: { $association } has no group yet, the summary waits.
   *[nobody] { $place }: no association for the subject yet, the summary waits.
}
results-group-missing-what-to-do = { $links ->
    [true] Link a group (“{ group-menu }” in the menu), and the summary goes there by itself.
   *[false] The methodologist of the district knows. As soon as a group is linked, the summary goes there by itself.
}
results-disagree = The reports of this study disagree in { COUNT($count, of: "place-of-difference") }. The pupils' works were taken.
results-left-out = Works with another set of tasks are not in the shares: { $count }.
results-summary-failed = The results are saved, but the summary could not be made. We will look into it; no need to send the file again.
results-group-missing = { $named ->
    [yes] { $place }: “{ $title }” is loaded, but { $association } has no linked group.
   *[no] { $place }: “{ $title }” is loaded, but there is no association for the subject.
} The summary waits and goes by itself when you link a group.
results-conditions = <b>A question about conditions, to you only</b>
    { $title }, { $place }.
results-hint-marks-pile = • { PERCENT($own) } of works lie at the edges of marks, usually { PERCENT($region) }.
results-hint-marks-raised = • The mark is above the journal for { PERCENT($own) }, in the region { PERCENT($region) }.
results-hint-grade-drop = • “4” and “5” were { PERCENT($was) } ({ NUMBER($since, useGrouping: 0) }), now { PERCENT($now) }; in the region { PERCENT($region_was) } and { PERCENT($region_now) }.
results-conditions-why = There are many reasons: who marked and by which criteria, was there time enough, is it the same class. Worth a look together with those who marked. No answer is needed, no group hears of it.
results-picture-name = summary-{ $number }.png

count-work = { $count } { $count ->
    [one] work
   *[other] works
}
count-place-of-difference = { $count } { $count ->
    [one] place
   *[other] places
}

results-refused-staff = This is a list of staff ({ COUNT($people, of: "row") }), not results. Nothing is saved, I take the file out of the chat: it has names. Staff is loaded on a protected page.
results-refused-gia-protocol = The file has names and document numbers of children. They must not go through Telegram. Nothing is saved, I take the file out of our chat; please check that no copy is left in your saved messages.
    Load it on a protected page, the link works for 15 minutes. Only the points are kept.
results-refused-personal = The file has columns with names or documents. They must not go through Telegram. Nothing is saved, I take the file out of our chat; please check that no copy is left in your saved messages.
    Load it on a protected page, or send it here without these columns.
results-how-to-strip = Open the file in Excel and save a copy. Select the columns with names, birth dates, document and insurance numbers: click the column's letter, then the right button, “Delete”. Codes of participants may stay.
    Look at the other sheets, hidden columns and notes too. Send the copy here.
    If that is a burden, there is a protected page: names are dropped there while reading.
results-how-to-strip-key = How to drop columns
results-refused-unknown-kind = The table is read, but it is no report of results: it has neither tasks with points nor groups of participants. Nothing is saved. Send the report of the federal system as it is.
results-refused-foreign = { $schools ->
    [0] The file names no school, so nobody knows whose results these are. Nothing is saved.
    [1] { $own ->
        [true] The file is about another school: { $first }. You can load only your own. Nothing is saved.
       *[false] The district's list does not have the school of the file: { $first }. Nothing is saved.
    }
   *[other] { $own ->
        [true] The file has schools, but not yours: { $first } and others. Nothing is saved.
       *[false] The district's list does not have the schools of the file: { $first } and others. Nothing is saved.
    }
}
results-refused-empty = The file is empty. Nothing is saved. Download the report again and send it here.
results-refused-encrypted = The file has a password and cannot be read. Nothing is saved. Take the password off in Excel and send it again.
results-refused-not-a-table = This is not a table. I read results from xlsx, xls and csv. Nothing is saved.
results-refused-macros = The file has macros, I do not open such files. Nothing is saved. Save it as xlsx and send it again.
results-refused-old-excel = This workbook was saved by a very old Excel. Nothing is saved. Save it as xlsx and send it again.
results-refused-damaged = The file is damaged or not downloaded to the end. Nothing is saved. Download it again and send it here.
results-refused-too-many-cells = The file has too many rows or columns for a report of results. Nothing is saved. Leave one sheet with the report and send it again.
results-refused-bomb = The file grows too large when unpacked, it is not safe to open. Nothing is saved. Download the report again.
results-refused-external-entities = The file refers to foreign data, it is not safe to open. Nothing is saved. Download the report again.
results-refused-hostile = The file is made so that reading it is not safe. Nothing is saved. Download the report again.
results-refused-timeout = The file takes too long to read, I stopped. Nothing is saved. Leave one sheet with the report and send it again.
results-refused-too-big = The file is larger than 20 MB, Telegram does not give me such files. Nothing is saved. A report on one subject and grade is usually below 1 MB.
results-refused-unreachable = Telegram did not give me the file. Nothing is saved. Please send it again.
results-refused-lost = The file was lost by an accident. Your results are safe, please send it again.
results-refused-failed = This file could not be read. Nothing is saved. Download it again; if that does not help, write to the methodologist.
results-refused-unreadable = The file did not open. Nothing is saved.
results-refused-rows = { $words } The file has no rows that count. Nothing is saved.

results-oddity-score-above-max = it says { $value }, the most for task { $task } is { $max }.
results-oddity-score-below-zero = the score of task { $task } is below zero.
results-oddity-unknown-score = task { $task } has something that is no score.
results-oddity-formula-without-value = task { $task } has a formula without a stored value; open the file in Excel and save it.
results-oddity-unknown-mask = the answers are not written as in a protocol.
results-oddity-duplicate-code = this participant's code stood above with other scores.
results-oddity-duplicate-row = the row is repeated word for word, it counts once.
results-oddity-no-code = no participant's code, the work counts.
results-oddity-no-scores = the row has no score at all, it is left out.
results-oddity-empty-score = task { $task }: an empty cell, not counted.
results-oddity-unknown-mark = a mark not from 2 to 5, it is left out.
results-oddity-total-differs = the file says { $written } in total, the tasks give { $counted }.
results-oddity-maximum-differs = the head says { $written } at most, the tasks give { $counted }.
results-oddity-maximum-guessed = the most is not given, the best score seen was taken: tasks { $tasks }.
results-oddity-no-maximum = the most for task { $task } is not given.
results-oddity-no-count = the number of participants is not given.
results-oddity-not-a-percent = this is no percent from 0 to 100.
results-oddity-declared-differs = { $school }: { $declared } declared, { $actual } rows.
results-oddity-absent = absent: { $count }. They do not count.
results-oddity-reports-disagree = task { $task }: the reports say different things.
results-oddity-figures-not-used = I count the shares by mark groups from the works themselves.
results-oddity-more = and more places like that: { $count }.
results-oddity-not-understood = what is written here is not clear; the cell is left out.
results-oddity-other = something unusual is here.

error-not-yours-to-upload = Files of results are sent by a school's administrator or a methodologist. If you need help with a lesson, press /menu: the methodologist takes questions with files.
error-too-many-files = I am reading { $count } of your files already. Send this one when I have written about them.
error-too-many-files-this-hour = { $count } files came within an hour, that is the limit. Please send the others in an hour. What you sent is safe.
error-would-replace = This file would replace an earlier one, and you were not asked about that yet. Nothing has changed. Open the preview again and confirm.
error-upload-decided = { $status ->
    [confirmed] This file is loaded already.
    [reading] I am still reading this file, please wait.
   *[dropped] This file was cancelled, nothing is saved. You may send it again.
} All summaries are in the menu: /menu.
error-file-refused = This file could not be read. Nothing is saved.
error-different-studies = These files are of different studies and cannot be counted together. What is saved is safe.
