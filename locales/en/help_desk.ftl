### The methodologist's desk: new cases, answers, calls.

help-desk-menu = Teachers’ cases
help-desk-inbox = To the cases
help-desk-enter-call = Enter a call
help-desk-help = Answer teachers’ cases: “Teachers’ cases” or /inbox. A call without the bot: /call
command-inbox = Teachers’ cases
command-call = Enter a call

## The card

help-desk-why-new = A new case.
help-desk-why-passed = This case was passed to you.
help-desk-why-due-soon = The answer is promised for tomorrow.
help-desk-why-overdue = The promised day has passed, there is no answer yet.
help-desk-why-call = A call is wanted: the earlier answer did not help and there is nobody else.
help-desk-number = <b>No. { NUMBER($number, useGrouping: 0) }</b>: { $state }
help-desk-state-new = new, answer { UNTIL($due) }
help-desk-state-new-late = new, the promised day has passed
help-desk-state-mine = yours, answer { UNTIL($due) }
help-desk-state-mine-late = yours, the promised day has passed
help-desk-state-taken = { $helper } answers, { UNTIL($due) }
help-desk-state-taken-late = { $helper } answers, the promised day has passed
help-desk-state-answered = answer sent, { $helper }
help-desk-state-closed = closed, { $helper }
help-desk-state-withdrawn = withdrawn: it has settled itself
help-desk-additions = Additions: { NUMBER($n) }
help-desk-from = From: { $who }, { $school }
help-desk-from-outside = From: { $who }
help-desk-unnamed = From: unnamed. The answer will arrive.
help-desk-gone = The author deleted their data. An answer can be recorded, there is nobody to send it to.
help-desk-called = By telephone: { $who }, { $school }
help-desk-called-unnamed = By telephone: { $school }
help-desk-unreachable = The author does not receive messages just now. The answer is kept, better call the school.
help-desk-sensitive = <i>Personal: only a methodologist sees it.</i>
help-desk-call = <b>Call:</b> { $when ->
    [today] today after lessons
    [tomorrow] tomorrow after lessons
   *[other] at any time
}. The school’s number is in your directory.
help-desk-reason = The earlier answer did not help: { $reason }

help-desk-take = Take
help-desk-answer = { $kind ->
    [more] Add to it
    [phone] Write the call down
   *[bot] Answer
}
help-desk-whole = Open in full
help-desk-said = No. { NUMBER($number, useGrouping: 0) } in full:
help-desk-said-by = { $kind ->
    [report] Question
    [answer] Answer
    [call] Answer
    [obstacle] After the lesson
   *[addition] Added
}: “{ $text }”
help-desk-give = Pass on
help-desk-close = Close
help-desk-open = Open the card
help-desk-taken-already = Taken already: { $name }. Here is the card as it is.
error-taken-already = Taken already: { $name }. What you wrote is kept and was not sent.
error-case-is-closed = Case No. { NUMBER($number, useGrouping: 0) } is closed, it needs no answer. The list: /inbox.

## The list

help-desk-empty = No case waits for an answer.
help-desk-counts = New { NUMBER($new) }, yours { NUMBER($mine) }, late { NUMBER($late) }
help-desk-line = <b>No. { NUMBER($number, useGrouping: 0) }</b>: { $state ->
    [late] late
    [mine] yours, { UNTIL($due) }
    [new] new, { UNTIL($due) }
   *[other] a colleague answers, { UNTIL($due) }
}

## The answer

help-desk-check = The answer to No. { NUMBER($number, useGrouping: 0) }. Only its author will see it. More files can be sent.
help-desk-check-call = The note of the call on No. { NUMBER($number, useGrouping: 0) }. The case will be closed.
help-desk-sent = The answer to No. { NUMBER($number, useGrouping: 0) } is sent. I will ask whether it is clear, and in two school weeks whether it worked.
help-desk-call-kept = Recorded, No. { NUMBER($number, useGrouping: 0) } is closed.
help-desk-addition = An addition to <b>No. { NUMBER($number, useGrouping: 0) }</b>

## Passing on, closing

help-desk-whom = Who should answer No. { NUMBER($number, useGrouping: 0) }? The author will see the name and the new day.
help-desk-nobody = There is nobody else for this question here.
help-desk-candidate = { $name }, { help-desk-role }
help-desk-role = { $role ->
    [methodologist] methodologist
    [association_head] head
    [curator] curator
   *[other] colleague
}
help-desk-close-asked = No. { NUMBER($number, useGrouping: 0) } has no answer yet. Close it? Its author will know and can ask again.
help-desk-close-yes = Close without one
