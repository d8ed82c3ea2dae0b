### Papers the bot writes for people: minutes, plan, report; forms of a school or district.

## A ready paper in the chat

papers-being-written = Writing: { $kind ->
    [minutes] the minutes
    [plan] the plan
   *[report] the report
}. Usually a few seconds, I will send it here.
papers-ready = { $kind ->
    [minutes] <b>A draft of the minutes{ $number ->
        [0] { "" }
       *[other] { " " }No. { $number }
    } is ready</b>: agenda, heard, decided, owners, dates. Fill in who was present and sign.
    [plan] <b>The plan is ready</b>: area, measure, owner, date and how it will show. Check and sign.
   *[report] <b>The report is ready.</b> Source and method are in the appendix. Check and sign.
}
    { $title }
papers-form-failed = Your own form could not be filled, so the common one was used. Check it in “Document forms”.
papers-failed = Could not write { $kind ->
    [minutes] the minutes
    [plan] the plan
   *[report] the report
}. The decision and the figures are safe. Please try again; if it fails, write to the methodologist.
papers-again = Write it again
error-nothing-to-report = There are no figures of this study yet, so there is nothing to report. Load a file of results first.

## Forms

menu-papers = Document forms
help-papers = Forms of minutes, plan and report: see them, get a sample, use your own: “{ menu-papers }” or /papers.
command-papers = Document forms
papers-forms = <b>Document forms</b>
    { $place }
papers-form-line = <b>{ $kind ->
    [minutes] Minutes
    [plan] Plan
   *[report] Report
}</b>: { $whose ->
    [ours] common
    [own] own, of { DAY($at) }
   *[around] { $from }, of { DAY($at) }
}
papers-how-to-send = A form of your own is a Word file with fields such as { $example }. Get a sample, change it and send it here.
papers-form-of = <b>{ $kind ->
    [minutes] Form of minutes
    [plan] Form of a plan
   *[report] Form of a report
}</b>
papers-form-is-ours = The common form is in use. The sample is the same with its fields and a page that explains them.
papers-form-is-own = Your own form “{ $file }” is in use, sent { DAY($at) }.
papers-form-is-around = The form “{ $file }” ({ $from }) is in use, sent { DAY($at) }. One you send will take its place here.
papers-get-sample = Get a sample
papers-get-ours = Download this form
papers-restore = Back to the common one
papers-restored = Done: { $kind ->
    [minutes] minutes
    [plan] plans
   *[report] reports
} take { $whose ->
    [ours] the common form
   *[around] the form of “{ $from }”
} again. Papers already written have not changed.
papers-to-forms = ‹ Forms
papers-sample-made = Making a sample, it will be here in a few seconds.
papers-sample-given = A sample form. Change anything but the fields in double braces; a table row with fields is repeated by the bot. The last page explains the fields and may be deleted. Send the finished form here.
papers-sample-failed = The sample could not be made. Please try again.

## A form that was sent

papers-template-read = The document is here, looking at its fields. Usually a few seconds.
papers-template-sound = “{ $file }”: { $count } fields, no mistakes.
    It will be used here: <b>{ $place }</b>.
    Is it minutes, a plan or a report?
papers-kind-key = { $kind ->
    [minutes] Minutes
    [plan] Plan
   *[report] Report
}
papers-leave = Do not keep it
papers-left = Nothing is kept. The forms in use stay.
papers-taken = The form is in use: { $kind ->
    [minutes] minutes
    [plan] plan
   *[report] report
}, { $place }. Papers from now on take it; you can go back any day.
papers-taken-lacking = It has no fields: { $fields }. Add them and send it again if you need them.
papers-faulty = Please mend the form “{ $file }”:
papers-faulty-line = • { $words }
papers-faulty-more = … and { $count } more.
papers-faulty-end = Nothing is kept, the forms in use stay. Mend it and send it again.
papers-problem = { $code ->
    [unknown_field] there is no field “{ $what }”{ $known ->
        [yes] , it looks like “{ $like }”
       *[no] { "" }
    }
    [unknown_loop] there is no list “{ $what }”{ $known ->
        [yes] , it looks like “{ $like }”
       *[no] { "" }
    }
    [outside_loop] the field “{ $what }” belongs inside a repeated row
    [taken_name] “{ $what }” is the name of a field, call the row something else
    [unclosed] “{ $what }” has no end
    [unopened] “{ $what }” is out of place: nothing begins it
    [apart] begin and end stand in different places: “{ $what }”
    [not_alone] “{ $what }” must stand alone in its line
    [torn] braces are not closed: “{ $what }”
    [misplaced] a field outside of the text: “{ $what }”
    [too_deep] too many repeats inside one another: “{ $what }”
    [too_many] too many fields
   *[not_understood] not understood: “{ $what }”; fields, repeats and conditions are possible
}
papers-template-refused = { $code ->
    [too_big] The document is over 5 MB. Take large pictures out and send it again.
    [unreachable] The file could not be fetched from Telegram. Please send it again.
    [old_format] The document has a password or is in the old format (.doc). Save it as a Word document (.docx) and send it again.
    [template_type] This is a Word template (.dotx). Save it as a Word document (.docx) and send it again.
    [not_word] This is no Word document. A form must be a .docx.
    [macros] The document has macros, such forms are not taken. Save it as .docx without macros.
    [embedded] The document has embedded objects (a spreadsheet, a chart, a control). Use a plain table or a picture instead.
    [external] The document reaches outside: a linked picture or an attached template. Put the picture into the document or detach the template.
    [field] The document has a Word field “{ $what }” that reads other files. Remove it and send it again.
    [no_fields] There are no fields in double braces, so this is no form. Get a sample in “Document forms”. Send results as a table (.xlsx).
    [cannot_be_filled] The form cannot be filled: its markup makes a broken document. Type the fields anew, each as one word in one font.
   *[damaged] The document is damaged or unsafe. Open it in Word, save it as .docx again and send it.
}
    Nothing is kept.
error-too-many-templates = { $count } documents came within an hour. Please wait a little and send it again; the forms in use stay.
error-template-of-another-paper = This kind of paper has no such fields: { $fields }. Choose another kind, or take the fields out and send the form again.

## Words of documents

paper-rule = ____________________
paper-file-name = { $kind ->
    [minutes] Minutes{ $number ->
        [0] { "" }
       *[other] { " " }No. { $number }
    }
    [plan] Plan
   *[report] Report
}, { $about }
paper-sample-name = Form: { $kind ->
    [minutes] minutes
    [plan] plan
   *[report] report
}
paper-chairman = Chair
paper-secretary = Secretary
paper-head = Head of the association
paper-author = Written by
paper-hand = (signature)
paper-full-name = (name)
paper-present = Present:
paper-field = { $label }:
paper-day = { DAY($date, year: "always") }

paper-minutes-title = MINUTES No. { $number }
paper-minutes-of = of a meeting of the methodological association
paper-agenda = Agenda
paper-agenda-study = Results of the study: { $study }.
paper-agenda-areas = Problem areas and measures.
paper-first = 1. Results of the study
paper-second = 2. Problem areas and measures
paper-heard = <b>HEARD:</b> ____________________ on the results of the study: { $study }.
paper-discussed = <b>DISCUSSED:</b> what members said of each problem area (votes).
paper-discussed-by-hand = DISCUSSED:
paper-noted = <b>Noted:</b> { $note }
paper-decided = DECIDED:
paper-nothing-decided = To take note of the results.
paper-area-plan = To put into the plan: { $area }.
paper-area-help = To ask the methodologist for help: { $area }.
paper-area-not-ours = Not to put into the plan, not the association's: { $area }.
paper-measure = Measure: { $measure }
paper-owner-until = Owner: { $owner }. By: { $until }.
paper-voted = Votes: for ______, against ______, abstained ______.

paper-plan-title = PLAN OF WORK
paper-plan-of = { $association }
paper-plan-after = after the study: { $study }
paper-plan-approved = Approved at the meeting of { DAY($date, year: "always") }, minutes No. { $number }.
paper-plan-empty = Nothing was put into the plan after this study.
paper-plan-help = Ask the methodologist for help
paper-check = In the next study the share of points for this skill is clearly above today's { PERCENT($percent) } (interval { NUMBER($low, decimals: 0) } to { NUMBER($high, decimals: 0) })
paper-check-unknown = In the next study the share of points for this skill is clearly above today's

paper-report-title = ANALYTICAL REPORT
paper-report-of = on the results of the study: { $study }
paper-part-study = The study
paper-part-marks = Marks
paper-part-tasks = Completion of tasks
paper-part-compared = Comparison
paper-part-trend = Skills through the years
paper-part-journal = Marks of the work and of the journal
paper-part-findings = Problem areas
paper-part-conclusion = Conclusion
paper-appendix = Appendix. Source of the data and method

paper-held-on = The study was held on { DAY($date, year: "always") }.
paper-participants = Participants: { $n }.
paper-wide = The schools of the municipality are looked at together.
paper-marks = Passed { PERCENT($passed) }, quality { PERCENT($quality) }, degree of learning (SOU) { PERCENT($sou) }.
paper-too-few = There are fewer than 10 works, so nothing is concluded and no shares are given: single children could be recognised.
paper-pooled = There are fewer than 10 works, so tasks are looked at together { $by ->
    [years] with works of earlier years ({ $years })
   *[schools] with other schools of the municipality ({ COUNT($schools, of: "school") })
}: { COUNT($n, of: "work") } in all. These are not the figures of one school.
paper-hard = The hardest (share of points, in brackets the 95 % interval):
paper-nothing-hard = No problem areas: all tasks ({ $tasks }) are sufficient.
paper-finding = { $area }: { PERCENT($percent) } ({ NUMBER($low, decimals: 0) } to { NUMBER($high, decimals: 0) }){ $level ->
    [none] { "" }
   *[other] , { paper-by-level } { PERCENT($peer) }
}; { $certainty }.
paper-task = { paper-skill } (task { $code })
paper-skill = { $quoted ->
    [true] “{ $skill }”
   *[false] { $skill }
}
paper-task-level = { paper-skill } (task { $code }, level { $level })
paper-task-only = task { $code }
paper-task-only-level = task { $code } (level { $level })
paper-by-level = { $level ->
    [municipality] in the district
    [region] in the region
   *[country] in the country
}
paper-beside = { paper-by-level } { PERCENT($percent) }
paper-of-level = { $level ->
    [municipality] from the district
    [region] from the region
   *[country] from the country
}
paper-place-of-level = { $level ->
    [own] { $wide ->
        [true] Our schools
       *[false] Our school
    }
    [municipality] District
    [region] Region
   *[country] Russia
}
paper-difference = { $difference ->
    [common] The difference { paper-of-level } is small: the difficulties are common.
    [own_higher] Results are higher than { paper-by-level }, yet the difficulties remain.
   *[own_lower] Some tasks are clearly lower than { paper-by-level }: there is somebody to learn from.
}
paper-certainty = { $certainty ->
    [firm] a deficit one can lean on
    [likely] looks like a deficit, but data are few
    [border] at the border of sufficient
   *[low] data are few, nothing is concluded
}
paper-status = { $status ->
    [deficit] deficit
    [uncertain] at the border
    [sufficient] sufficient
   *[unknown] not judged
}{ $confidence ->
    [firm] { "" }
    [likely] , likely
    [low] , few data
   *[none] { "" }
}
paper-picture = Picture { $number }. Share of points of the hard tasks: { $wide ->
    [true] our schools
   *[false] the school
}{ $compared ->
    [true] { " " }beside others
   *[false] { "" }
}
paper-picture-described = Bars with whiskers: { $findings }
paper-journal-line = Lower { PERCENT($lowered) }, the same { PERCENT($confirmed) }, higher { PERCENT($raised) } of participants ({ COUNT($n, of: "work") }).
paper-journal-peer = { paper-place-of-level }: lower { PERCENT($lowered) }, the same { PERCENT($confirmed) }, higher { PERCENT($raised) }.
paper-journal-careful = A gap is a reason to look at how the work was held and checked, not a judgement of anybody.
paper-hint = { $code ->
    [marks_pile] First scores pile up where the next mark begins: { PERCENT($own) } of works, in the region { PERCENT($region) }. See how the works were checked.
    [marks_raised] Marks are above the journal for { PERCENT($own) } of participants, in the region for { PERCENT($region) }. See under which conditions the work was held.
    [grade_drop] The share of “4” and “5” is lower than that of the same pupils a year ago: { PERCENT($own) }, in the region { PERCENT($region) }. See how the step to the next stage goes.
   *[other] See under which conditions the work was held and checked.
}
paper-trend = { $verdict ->
    [rose] higher
    [fell] lower
    [same] within chance
   *[few] few data
}
paper-trend-note = Only years with the same skill are compared. “Higher” and “lower” are beyond chance, corrected for the number of skills. Shares of points, works in brackets.
paper-conclusion = { $count ->
    [0] The study shows no problem areas.
   *[other] Problem areas shown by the study: { $count }.
}
paper-conclusion-leaned = { $firm ->
    [0] One cannot lean on any of them: data are few or the share is at the threshold; look at the works.
   *[other] { $rest ->
        [0] One can lean on them.
       *[other] One can lean on { $firm } of them; check the others against the works.
    }
}
paper-conclusion-few = Nothing is concluded in general: there are few works.
paper-conclusion-careful = The conclusions are of the parallel as a whole and serve to choose methodological help. Teachers are not judged by them and schools are not compared.
paper-source = Source: { $kinds }; file of { DAY($at, year: "always") }. Works: { $works }. Rows left out: { $dropped }. Not attempted (X): { $skipped }. Absent: { $absent }.
paper-formula = <b>Share of points</b> of a task = points earned ÷ (participants × maximum of the task) × 100 %.
paper-marks-formula = <b>Passed</b> is the share of “3”, “4” and “5”; <b>quality</b> the share of “4” and “5”; <b>SOU</b> (Simonov) = (100·n5 + 64·n4 + 36·n3 + 16·n2) ÷ n.
paper-interval = <b>Interval</b>: 95 %, after Wilson for one-point tasks, from pupil scores (Student's distribution) for others. The fewer works, the wider.
paper-thresholds = <b>Threshold.</b> Sufficient: { $levels }. Below is a deficit, right at the threshold nothing is concluded.
paper-threshold = level { $level } from { PERCENT($percent) }
paper-confidence = <b>Confidence.</b> “One can lean on it”: the whole interval is on one side of the threshold. “Likely”: only the share itself is. “Few data”: fewer than 10 works.
paper-comparing = <b>Comparison</b> with district, region and country is in percentage points, corrected for the number of tasks.
paper-law = Teachers are not judged and schools not ranked by VPR (letter of Rosobrnadzor of 18.04.2025 No. 02-86), so there are no figures of teachers or classes here. Skills are named, texts of tasks are not given.
paper-by-bot = Figures and draft by the bot of the methodological service; a person decides and signs.

paper-column = { $column ->
    [number] No.
    [task] Task
    [skill] Skill
    [task_level] Task (level)
    [n] Works
    [percent] Share of points, % (interval)
    [status] Verdict
    [area] Problem area
    [measure] Measure
    [owner] Owner
    [until] By
    [check] How it will show
    [compared] Beside
    [in_plan] Plan
    [not_ours] Not ours
    [help] Help
    [place] Where
    [passed] Passed, %
    [quality] Quality, %
    [sou] SOU, %
    [change] Change
    [field] Field
   *[meaning] Meaning
}
paper-mark = “{ $mark }”, %
paper-compared-column = { $level ->
    [municipality] District, %
    [region] Region, %
   *[country] Russia, %
}
paper-table = { $table ->
    [tasks] Table { $number }. Completion of tasks
    [marks] Table { $number }. Marks, share of participants
   *[trend] Table { $number }. Share of points by year
}
paper-figure-interval = { NUMBER($percent, decimals: 0) } ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) })

## A sample of a form

paper-fields = Fields of this form (this page may be deleted)
paper-fields-how = A field is a word in double braces; the bot puts its value there. A field's name may change its place, not its word. Fields with a dot stand in a table row between the rows “for” and “endfor”: the bot repeats it for each of the list.
paper-fields-if = Where a value may be missing, put the field under a condition: a line with “if” and the field's name, the text, a line with “endif”.

papers-field-school = name of the school
papers-field-municipality = municipality
papers-field-region = region
papers-field-association = name of the methodological association
papers-field-number = number of the minutes
papers-field-date = day of the meeting
papers-field-today = day the paper was written
papers-field-study = the study in full: kind, year, subject, grade
papers-field-exam = kind of study
papers-field-year = year of the study
papers-field-subject = subject
papers-field-grade = grade (parallel)
papers-field-participants = number of participants
papers-field-passed = passed
papers-field-quality = quality
papers-field-sou = degree of learning (SOU)
papers-field-difference = comparison with the region in a sentence
papers-field-note = what the head added in words
papers-field-picture = picture of the three hardest tasks
papers-field-journal = marks of the work and of the journal in a sentence
papers-field-conclusion = careful conclusion
papers-field-source = where the data come from
papers-field-method = how the figures were made
papers-field-findings = list of problem areas (three at most)
papers-field-tasks = list of all tasks
papers-field-tasks-number = number in the list
papers-field-tasks-task = number of the task
papers-field-tasks-skill = skill
papers-field-tasks-level = level
papers-field-tasks-participants = works
papers-field-tasks-percent = share of points
papers-field-tasks-interval = share with its interval
papers-field-tasks-status = verdict in words
papers-field-tasks-compared = share beside: region, district or country
papers-field-areas = list of the areas decided about
papers-field-areas-number = number in the list
papers-field-areas-task = number of the task
papers-field-areas-skill = skill
papers-field-areas-level = level
papers-field-areas-choice = what was decided: plan, help, not ours
papers-field-areas-measure = measure
papers-field-areas-owner = owner
papers-field-areas-until = until when
papers-field-areas-check = how it will show
papers-field-areas-in-plan = votes for the plan
papers-field-areas-not-ours = votes for not ours
papers-field-areas-help = votes for help
paper-choice = { $choice ->
    [plan] plan
    [help] help is needed
   *[not_ours] not ours
}
