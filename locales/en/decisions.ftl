### The decision of an association: from votes to minutes, and its items on their days.

menu-decisions = Decisions
decision-help-line = Write down a decision about a summary, get minutes and a plan: “Decisions”

## Gathered votes and the meeting

decision-write-down = Write the decision down
decision-wait = Wait for the meeting
decision-meeting-moved = Move the meeting
decision-when-meeting = When is the meeting? You are reminded once, after lessons the day before. You can write a date, such as 15 December.
decision-meeting-in = { $weeks ->
    [1] In a week, { DAY($day, year: "never") }
   *[other] In two, { DAY($day, year: "never") }
}
decision-write-day = I will write a date
decision-meeting-kept = The meeting is { ON($day) }. { $reminded ->
    [true] You are reminded once, the working day before.
   *[false] That is very soon, so there is no reminder.
} The group may vote until then.
decision-meeting-comes = <b>{ $title }</b>
    The meeting is { ON($day) }, the decision is not written down yet. Votes now:

## One area

decision-area = { $title }
    Decision, { $number } of { $total }
decision-area-skill = <b>{ $skill }</b>{ $place }
decision-area-votes = Votes: plan { $plan }, not ours { $not_ours }, help { $help }.
decision-area-chosen = { $choice ->
    [help] The methodologist will be asked for help in the name of the association.
   *[not_ours] Not ours: it stays out of the plan, the minutes mention it.
}
decision-choice-key = { $choice ->
    [plan] Plan
    [not_ours] Not ours
   *[help] Help
}{ $chosen ->
    [true] { " " }✓
   *[false] { "" }
}
decision-measure = What: { $words }
decision-owner = Who: { $words }
decision-due = Until { DAY($day, year: "never") }
decision-measure-key = What
decision-owner-key = Who
decision-due-key = Until
decision-on = Next
decision-lay-aside = Later

decision-ask-measure = <b>{ $skill }</b>
    What will be done? Choose a number or write it in your own words.
decision-offered = <b>{ $number }.</b> { $words }.
decision-now = <i>Now: “{ $words }”</i>
decision-no-measure = Leave it open
decision-ask-owner = <b>{ $skill }</b>
    Who answers for it? Choose or write. Nobody has to be named: the group and the minutes show the name.
decision-capital = { CAPITAL($words) }
decision-no-owner = Leave it open
decision-ask-due = <b>{ $skill }</b>
    Until which day? Choose or write, for example 15 December. On that day you are asked once whether it is done.
decision-due-now = <i>Now: until { DAY($day, year: "never") }</i>
decision-due-offered = { $which ->
    [month] End of month, { DAY($day, year: "never") }
    [quarter] End of term, { DAY($day, year: "never") }
   *[meeting] Meeting, { DAY($day, year: "never") }
}
decision-no-due = No date

## The whole decision

decision-check = <b>{ $association }. { $corrects ->
    [true] Corrected decision
   *[false] Decision
} No. { NUMBER($number, useGrouping: 0) }</b>
    { $title }, meeting on { DAY($day, year: "never") }
decision-area-line = <b>{ $number }.</b> { $skill }: { $said }
decision-choice = { $choice ->
    [plan] in the plan
    [not_ours] not ours
   *[help] help wanted
}
decision-until = until { DAY($day, year: "never") }
decision-measure-alone = <i>{ $words }</i>
decision-note = Also: { $words }
decision-check-then = Then: minutes and plan here, a short post in the group.
decision-change = Change { $number }
decision-held-key = Meeting day
decision-note-key = Add a word
decision-record = Record the decision
decision-drop = Delete
decision-ask-note = What should the minutes add? Write it in one message. No names of pupils, please.
decision-no-note = Take it out
decision-laid-aside = Kept as it is. The draft waits under “Decisions”.
decision-all = All decisions
decision-drop-asked = { $corrects ->
    [true] Delete the correction? The recorded decision stays as it is.
   *[false] Delete the draft? The votes stay, you can begin again.
}
decision-drop-yes = Delete
decision-drop-no = Keep
decision-dropped = { $corrects ->
    [true] The correction is deleted, the decision stands as recorded.
   *[false] The draft is deleted. The votes are whole; the summary's table leads to the decision.
}
decision-figures-changed = A new file was loaded and the summary changed. Please check the decision again below.
decision-recorded-already = Decision No. { NUMBER($number, useGrouping: 0) } is recorded already. Opening it.

## Recorded

decision-recorded = { $corrected ->
    [true] The corrected decision
   *[false] Decision
} <b>No. { NUMBER($number, useGrouping: 0) }</b> is recorded, meeting on { DAY($day, year: "never") }. { $plan ->
    [true] The draft minutes and the plan
   *[false] The draft minutes
} will be here in a minute.
decision-posted = { $corrected ->
    [true] The post in the group “{ $group }” is corrected.
   *[false] A short post went to the group “{ $group }”.
}
decision-help-asked = The methodologist gets request No. { NUMBER($number, useGrouping: 0) } in the name of the association; the answer comes to you.

decision-in-group = <b>Decision No. { NUMBER($number, useGrouping: 0) } of { DAY($day) }</b>{ $corrected ->
    [true] , corrected
   *[false] { "" }
}
    { $title }
decision-in-group-help = We ask the methodologist for help: { $areas }
decision-in-group-nothing = Nothing goes into the plan.
decision-help-wanted = { $association }{ $known ->
    [true] , { $place },
   *[false] { "" }
} asks for help: { $areas }
    <i>{ $title }. Request No. { NUMBER($number, useGrouping: 0) }</i>

## The list and the card

decision-list = Decisions. Which one?
decision-list-key = { $draft ->
    [true] Draft
   *[false] No. { NUMBER($number, useGrouping: 0) } of { DAY($day) }
}: { $title }{ $many ->
    [true] , { $association }
   *[false] { "" }
}
decision-none-yet = No decisions yet. They follow a summary: whoever leads the association writes down what goes into the plan.
decision-card = <b>{ $association }. Decision No. { NUMBER($number, useGrouping: 0) } of { DAY($day) }</b>{ $corrected ->
    [true] , corrected
   *[false] { "" }
}
    { $title }
decision-correct = Correct the decision
decision-papers = Send the papers
decision-papers-ordered = In the making; they come here in a minute.
decision-finished = Fine. All that is recorded is under “Decisions”.
decision-finish = Done
decision-open = Open the decision
decision-how-it-went = Tell what is done

## On the day

decision-done-asked = <b>Decision No. { NUMBER($number, useGrouping: 0) }</b>, { $title }
    { $skill }
decision-done-question = Is it done?{ $more ->
    [0] { "" }
   *[other] { " " }<i>More areas: { NUMBER($more) }</i>
}
decision-done = Yes
decision-partly = Partly
decision-put-off = Move it
decision-put-off-asked = <b>{ $skill }</b>
    To which day is it moved? Choose or write, for example 15 December. You are not asked again.
decision-went = { ". " }<i>{ $outcome ->
    [done] Done
   *[partly] Done in part
}</i>
decision-moved-to = { ". " }<i>Moved to { DAY($day, year: "never") }</i>
decision-outcome-kept = { $outcome ->
    [done] Kept: done.
    [partly] Kept: done in part.
   *[moved] Kept, the new day stands in the decision. You are not asked again.
}

error-not-yours-to-decide = The decision is written down by whoever leads the association now: its head, or the school's administrator where there is none. Your vote is the keys under the summary in the group.
error-not-a-draft = This decision is recorded already. “Correct the decision” under “Decisions” changes it.
error-nothing-to-decide = This summary has no areas to decide about: too few works, or nothing is hard.
