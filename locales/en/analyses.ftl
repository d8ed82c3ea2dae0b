### The analysis of results in private, «My classes», refusals.

command-analysis = Analysis of results
command-classes = My classes
analyses-menu = Analysis of results
analyses-help = Analysis of results by topic, beside the region: /analysis or words like “mathematics 6”

## Choosing a study

analyses-choose = { $goal ->
    [compare] Which study shall be compared?
    [years] Which study shall be shown over three years?
   *[overview] Which study shall I open? You may write, for example: “mathematics 6”.
}
analyses-found = Found for “{ $word }”:
analyses-nothing-found = Nothing was found for “{ $word }”. Try subject and grade: “mathematics 6”.
analyses-none-yet = { $why ->
    [subjects] I do not know your subjects, so there is nothing to show. Name them: “My profile” in the menu.
   *[none] There are no results yet. They appear here once the deputy head has loaded the first file.
}
analyses-year = <b>{ NUMBER($year, useGrouping: 0) }</b>
analyses-listed = { $number }. { $words }

## In short

analyses-head = <b>{ $title }</b>
    { $place }, { COUNT($n, of: "participant") }
analyses-pooled = <i>There are few works of our own. { $by ->
    [schools] Below, together with other schools of the district
   *[years] Below, together with earlier years
}, { $n } works in all.</i>
analyses-no-areas = { $why ->
    [few] There are fewer than 10 works, so shares by topic are not shown: single children could be recognised.
   *[marks] This file has no tasks, so there are no topics. The report “Individual results” gives them.
}
analyses-hard = Hard{ $certainty ->
    [firm] { " " }(can be leaned on)
    [likely] { " " }(likely, but little data)
    [low] { " " }(too little data)
    [border] { " " }(at the border)
   *[mixed] { "" }
}:
analyses-best = Goes well{ $certainty ->
    [firm] { " " }(can be leaned on)
    [likely] { " " }(likely, but little data)
    [low] { " " }(too little data)
   *[mixed] { "" }
}:
analyses-area-line = { $number }. { $skill }{ $place }: <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }){ $others ->
    [0] { "" }
   *[other] , works { $others }
}{ $peer_level ->
    [none] { "" }
    [region] , region { NUMBER($peer, decimals: 0) }
    [country] , country { NUMBER($peer, decimals: 0) }
   *[municipality] , district { NUMBER($peer, decimals: 0) }
}{ $certainty ->
    [firm] , can be leaned on
    [likely] , likely
    [low] , little data
    [border] , at the border
   *[said] { "" }
}
analyses-best-line = { $number }. { $skill } (No. { $code }): <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }){ $others ->
    [0] { "" }
   *[other] , works { $others }
}{ $certainty ->
    [firm] , can be leaned on
    [likely] , likely
    [low] , little data
   *[said] { "" }
}
analyses-figures = Passed { PERCENT($passed) }, quality { PERCENT($quality) }, learning index { NUMBER($sou, decimals: 0) }.

analyses-all-areas = All topics
analyses-marks = Marks
analyses-compare = Compare
analyses-by-classes = By classes
analyses-my-classes = My classes
analyses-files = Files, report
analyses-to-list = ‹ To the list
analyses-back = ‹ To the study
analyses-by-topic = Topic by topic
analyses-table = Whole table

## All topics

analyses-short-line = { $number }. { $status ->
    [deficit] ●
    [uncertain] ○
   *[other] ·
} { $skill }{ $place }: <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }){ $peer_level ->
    [none] { "" }
    [region] , region { NUMBER($peer, decimals: 0) }
    [country] , country { NUMBER($peer, decimals: 0) }
   *[municipality] , district { NUMBER($peer, decimals: 0) }
}
analyses-signs = <i>● below enough, ○ at the border. The interval is in brackets.</i>

## One topic

analyses-area-title = <b>{ $skill }</b>{ $place }
analyses-area-of = { $title }, { $place }
analyses-area-figure = { PERCENT($percent) } of the points ({ NUMBER($low, decimals: 0) } to { NUMBER($high, decimals: 0) }), { COUNT($n, of: "participant") }.
analyses-area-status = { $status ->
    [deficit] Hard: enough is from { NUMBER($threshold, decimals: 0) } on.
    [uncertain] At the border: enough is from { NUMBER($threshold, decimals: 0) } on.
    [sufficient] Goes well: enough is from { NUMBER($threshold, decimals: 0) } on.
   *[unknown] The level of the task is not known, so there is no border.
}{ $certainty ->
    [firm] { " " }It can be leaned on: the whole interval lies on one side.
    [likely] { " " }Likely, but little data.
    [low] { " " }Too little data to judge.
   *[border] { "" }
}
analyses-area-peers = Beside: { LIST($peers, join: "comma") }.{ $difference ->
    [common] { " " }The difference is small{ $hard ->
        [true] : it is hard for all
       *[false] { "" }
    }.
    [own_lower] { " " }The neighbours do better: there is somebody to ask.
    [own_higher] { " " }We do better.
   *[unknown] { "" }
}
analyses-peer = { $level ->
    [region] region
    [country] country
   *[municipality] district
} { NUMBER($percent, decimals: 0) }
analyses-area-groups = By mark: { LIST($groups, join: "comma") }.
analyses-group = “{ $mark }” — { PERCENT($percent) }
analyses-area-skipped = Did not try: { $count } of { $n } ({ PERCENT($percent) }).
analyses-area-skipped-few = Very few did not try.
analyses-area-years = By year: { LIST($years, join: "comma") }.
analyses-year-figure = { NUMBER($year, useGrouping: 0) } — { NUMBER($percent, decimals: 0) } ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) })

## Marks

analyses-marks-too-few = There are fewer than five marks, or none in the file: nothing to show.
analyses-marks-shares = “2” — { PERCENT($two) }, “3” — { PERCENT($three) }, “4” — { PERCENT($four) }, “5” — { PERCENT($five) }; { $n } marks.
analyses-beside = { $peer_level ->
    [none] { "" }
    [region] , region { NUMBER($peer, decimals: 0) }
    [country] , country { NUMBER($peer, decimals: 0) }
   *[municipality] , district { NUMBER($peer, decimals: 0) }
}
analyses-passed = <b>Passed { PERCENT($value) }</b>{ analyses-beside }: the share of “3”, “4” and “5”.
analyses-quality = <b>Quality { PERCENT($value) }</b>{ analyses-beside }: the share of “4” and “5”.
analyses-sou = <b>Learning index { NUMBER($value, decimals: 0) }</b>{ analyses-beside }: “5” counts 100, “4” 64, “3” 36, “2” 16, on average.
analyses-journal = Beside the register: lower { PERCENT($lowered) }, the same { PERCENT($confirmed) }, higher { PERCENT($raised) }{ $peer_level ->
    [none] { "" }
    [region] { " " }(higher in the region { NUMBER($peer, decimals: 0) })
    [country] { " " }(higher in the country { NUMBER($peer, decimals: 0) })
   *[municipality] { " " }(higher in the district { NUMBER($peer, decimals: 0) })
}.{ $far ->
    [0] { "" }
   *[other] { " " }Two marks or more apart: { COUNT($far, of: "work") }.
}
analyses-twos = There are more “2” than in { NUMBER($since, useGrouping: 0) }: { PERCENT($was) } then, { PERCENT($now) } now. A reason to ask what has changed.
analyses-hints = Ask about conditions, not about people:
analyses-hint-marks-pile = • Works just at a mark’s border: { PERCENT($own) }, usually { NUMBER($region, decimals: 0) }: was there time enough, how were doubtful answers checked?
analyses-hint-marks-raised = • Above the register: { PERCENT($own) } of marks, in the region { NUMBER($region, decimals: 0) }: were the tasks known, who was in the room?
analyses-hint-grade-drop = • “4” and “5”: { PERCENT($was) } a year ago, { NUMBER($now, decimals: 0) } now; in the region { NUMBER($region_was, decimals: 0) } and { NUMBER($region_now, decimals: 0) }: what changed on the way to grade { $grade }?

## Comparing

analyses-compared = { $level ->
    [region] Beside the region.
    [country] Beside the country.
   *[municipality] Beside the district.
} The first number is ours, the difference in points is in brackets.
analyses-nothing-to-compare = There is nothing to compare with yet: send the report “Task completion”, it has the district and the region.
analyses-compared-line = { $told ->
    [lower] ↓
    [higher] ↑
    [same] =
   *[unknown] ·
} { $skill }{ $place }: { NUMBER($percent, decimals: 0) } and { NUMBER($other, decimals: 0) }{ $year ->
    [0] { "" }
   *[other] { " " }in { NUMBER($year, useGrouping: 0) }
} ({ NUMBER($points, decimals: 0, sign: "always") })
analyses-compare-signs = <i>↓ lower, ↑ higher, = no more than chance.</i>
analyses-year-signs = <i>↓ lower now, ↑ higher, = no more than chance, · few works.</i>
analyses-level = { $level ->
    [region] Region
    [country] Country
   *[municipality] District
}
analyses-last-year = Last year
analyses-no-year = There are no earlier years with the same skills yet. Load last year’s file: I compare only what was tested then and now.
analyses-years = The same skills before ({ LIST($years, join: "comma") }). The first number is this year’s.{ $left ->
    [0] { "" }
   *[other] { " " }Without a pair: { COUNT($left, of: "task") }.
}
analyses-three-years = 3 years together
analyses-show-years = Show 3 years
analyses-together = { LIST($years) } together: weighted by works, shared skills only.
analyses-together-line = • { $skill }{ $place }: <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }), { COUNT($n, of: "work") }

## A district: topics of the district as a whole

analyses-district = <b>{ $title }</b>
    { $place }: { COUNT($sent, of: "school") } of { $schools }, { COUNT($n, of: "participant") }
analyses-district-few = Schools are not compared, and the district as a whole is shown once three have sent results: with two, each could be seen.
analyses-district-note = <i>Schools stand here only together.</i>
analyses-who-sent = Who has sent
analyses-senders = <b>{ $title }</b>
    { $place }: { $sent } of { $schools } have sent it.
analyses-sender = { $sent ->
    [true] ✓ { $school }
   *[false] · { $school }: not yet
}

## Files

analyses-files-say = What shall I prepare? The file comes here as a message of its own.
analyses-form = { $form ->
    [sheet] XLSX table
    [table] Picture
    [table_dark] Dark picture
   *[years] By year
}
analyses-report = DOCX report
analyses-being-made = Preparing it, it comes here in a few seconds.
analyses-file = <b>{ $title }</b>
    { $place }. { $form ->
    [sheet] The table: topics, marks, where the figures come from.
    [years] Skills by year.
   *[table] Topics: share of points with its interval.
} To talk about topics, not to judge people.
analyses-file-name = { $title }, { $place }
analyses-more-files = More files
analyses-file-failed = The file could not be made. The results are whole, please try again.
analyses-file-again = Try again
error-nothing-to-take = There is nothing to take yet: fewer than 10 works, or no tasks in the file.

analyses-status = { $status ->
    [deficit] hard
    [uncertain] at the border
    [sufficient] goes well
   *[unknown] no border
}
sheet-areas = Topics
sheet-marks = Marks
sheet-origin = Where figures come from
sheet-code = Task
sheet-skill = Skill
sheet-level = Level
sheet-n = Works
sheet-percent = Share of points
sheet-low = Not less than
sheet-high = Not more than
sheet-threshold = Enough from
sheet-status = Conclusion
sheet-confidence = How sure
sheet-sure = { $confidence ->
    [firm] can be leaned on
    [likely] likely
   *[low] little data
}
sheet-figure = Figure
sheet-own = Ours
sheet-mark = Share of “{ $mark }”
sheet-passed = Passed
sheet-quality = Quality
sheet-sou = Learning index
sheet-lowered = Below the register
sheet-confirmed = As in the register
sheet-raised = Above the register
sheet-place = { $place }, { COUNT($n, of: "participant") }
sheet-pooled = { $by ->
    [schools] Few works of our own: together with other schools of the district, { $n } in all
   *[years] Few works of our own: together with earlier years, { $n } in all
}
sheet-source = { results-kind }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}, file of { DAY($at, year: "always") }, { COUNT($works, of: "work") }, rows dropped: { $dropped }
sheet-formula = Share of points = earned ÷ possible · 100. “Not less than” and “not more than” are the ends of the 95 % interval.
sheet-not-for-rating = VPR results are not used to judge teachers or to rank schools: Rosobrnadzor, letter of 18.04.2025 No. 02-86.
sheet-years = { $place }: skills by year{ $shown ->
    [6] , the hardest
   *[other] { "" }
}, { $shown } of { $all }
sheet-heading = { $code }. { $skill }

## Refusals: what is not shown and why

analyses-refuse-teachers = I do not show or count results of single teachers. Rosobrnadzor says: the work of teachers is not judged by VPR. And in substance a class depends on more than one year and one person.
    What I can do:
analyses-refuse-classes = Single classes are rarely shown: where one teacher holds the subject, a class would show that teacher’s work. Teachers see their own in “My classes”. The deputy head sees the topic as a whole and 3 years; where a parallel has several teachers, “By classes” is in the study itself.
    What I can do:
analyses-refuse-schools = Schools are not compared or placed: Rosobrnadzor says that schools are not ranked by VPR. Your own school stands beside the district and the region, the district as a whole by topic.
    What I can do:
analyses-refuse-quotas = I do not say how many “2” or “5” there should be: a number of marks set beforehand spoils the test itself, and it shows nothing any more.
    What I can do:
analyses-hard-topics = Hard topics of the school
analyses-help-wanted = What help is wanted
analyses-with-region = Compare with the region
analyses-grounds = The grounds
analyses-grounds-text = Letter of Rosobrnadzor of 18.04.2025 No. 02-86 and the recommendations on VPR: results are not used to judge teachers or to rank schools, and the tasks are not passed on in messengers. So there are skills here and not tasks, a parallel and not a class.
analyses-no-help-wanted = Nobody has asked for help with a topic yet. It can be asked for by “Help” under a summary in the association’s group, or from here.
analyses-help-wanted-head = Associations ask for help with:
analyses-help-wanted-line = { $number }. { $skill }{ $place } — { $title }

## My classes

teaching-my-classes-menu = My classes
teaching-help = Figures of your own classes, for you alone: /classes
teaching-help-confirm = Confirm who teaches which classes: “Who teaches which class” in the menu
teaching-loads-menu = Who teaches which class
teaching-my-classes = <b>My classes</b>
    Only you see the figures of a class. First the deputy head confirms that you teach it; from 1 September on it is said anew.
teaching-said-asked = I have asked the deputy head and will write when it is confirmed.
teaching-said-nobody = Noted. There is nobody to confirm it yet: the deputy head is not in the bot. An invitation of the school lets them in.
teaching-school-year = { NUMBER($first, useGrouping: 0) }/{ $second }
teaching-load = { $klass }, { $subject }, { $year }
teaching-my-load = { $number }. { $words }: { $state ->
    [confirmed] confirmed
    [refused] the deputy head said no
   *[waiting] waits for the deputy head
}
teaching-open-class = { $klass }, { $subject }
teaching-name-classes = Name my classes
teaching-which = Which classes do you teach? Tick them, the deputy head confirms. These are the classes with results{ $many ->
    [true] { "" }
   *[false] { " " }of { $year }
}.
teaching-nothing-offered = No classes can be named yet: there are no results with classes in your subjects. Subjects can be changed in “My profile”.
teaching-done = Done
teaching-back = ‹ Back

teaching-confirm = Please confirm:
teaching-does-teach = <b>{ $number }.</b> Does { $person } teach { $klass }, { $subject } ({ $year })?
teaching-why-confirm = <i>After “Yes” the teacher sees the figures of the class. Nobody else does.</i>
teaching-yes = { $number } Yes
teaching-no = { $number } No
teaching-answered = { $state ->
    [confirmed] Noted: { $person } — { $words }.
   *[refused] Noted, does not teach: { $person } — { $words }.
}
teaching-nothing-waits = Nobody else waits for your word.
teaching-confirmed-menu = Confirmed
teaching-confirmed = Confirmed for this school year. To take one back, press its number.
teaching-confirmed-load = { $number }. { $person }: { $words }
teaching-none-confirmed = Nothing has been confirmed this school year.
teaching-to-waiting = ‹ Who waits
teaching-take-back = { $person }: { $words }. Take the confirmation back? The figures of this class close for the teacher.
teaching-take-back-yes = Take it back
teaching-load-answered = { $state ->
    [confirmed] The deputy head has confirmed: { $words }. The figures are open, only you see them.
   *[refused] The deputy head says this is not your class: { $words }. If that is a mistake, tell them and tick it again.
}
teaching-open-figures = Open the figures

teaching-reckoning = Counting, it takes a few seconds.
teaching-closed = These figures are closed now. Open “My classes” from the menu: it shows what is confirmed.
teaching-failed = The figures could not be counted. The results are whole, open the class again.
teaching-class-head = <b>Class { $klass }</b>, { COUNT($n, of: "work") }
    { $title }
teaching-only-you = <i>Only you see this.</i>
teaching-too-few = There are fewer than five works, nothing is shown: single children could be recognised.
teaching-class-line = • { $skill }{ $place }: <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }){ $beside ->
    [yes] , parallel { NUMBER($parallel, decimals: 0) }
   *[no] { "" }
}{ $peer_level ->
    [none] { "" }
    [region] , region { NUMBER($peer, decimals: 0) }
    [country] , country { NUMBER($peer, decimals: 0) }
   *[municipality] , district { NUMBER($peer, decimals: 0) }
}{ $certainty ->
    [few] , little data
   *[enough] { "" }
}
teaching-class-foot = <i>{ $parallel ->
    [shown] Parallel: all classes together.
    [own] Parallel: your classes together.
    [alone] The parallel is your one class.
    [few_works] No parallel beside it: without your class it has few works.
   *[one_class] No parallel beside it: the difference would show a colleague’s class.
}</i>
teaching-cut = <b>{ $title }</b>
    Several teachers share the parallel. Classes in their order, without places and names. A difference between classes does not yet speak of people.
teaching-cut-small = Not shown, few works: { LIST($classes) }.
teaching-refuse-classes = { $reason ->
    [no_classes] These files name no classes. There is the topic as a whole, and 3 years.
    [one_class] The parallel has one class, so a cut by classes would show the work of one teacher. Only the teacher sees it, in “My classes”. For you there are the topic as a whole and 3 years.
   *[one_teacher] It is not known that the parallel has at least two teachers, and a cut by classes would show the work of one. Teachers name classes in “My classes”, you confirm. Until then: the topic as a whole and 3 years.
}
error-own-load = Your own classes are confirmed by another deputy head or the director.
