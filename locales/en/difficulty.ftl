### A teacher's difficulties: say it, get a number, read the answer.

difficulty-menu = I need help
difficulty-mine = My cases
difficulty-new = A new question
difficulty-help = Say what is hard and get a methodologist's answer: “I need help” or /ask
difficulty-mine-help = Where each case is, its answer once more, a word to add: “My cases” or /cases
command-ask = I need help
command-cases = My cases

difficulty-grade = grade { $grade }
difficulty-about = { LIST($parts, join: "comma") }
difficulty-untitled = A question in own words
difficulty-quoted = “{ $text }”
difficulty-files = Attached: { COUNT($n, of: "file") }
difficulty-key = No. { NUMBER($number, useGrouping: 0) } · { $topic }
forms-skip-difficulty-explanation = Send without details
forms-draft-difficulty = Your question is unfinished, it is kept. Continue?
forms-draft-reply = The answer is unfinished, it is kept. Continue?

## Before sending

difficulty-check = Please check:
difficulty-seen-by = { $kind ->
    [unnamed] Who will see it: <b>the district methodologist</b>, without your name and school. The school will not.
    [sensitive] Who will see it: <b>the district methodologist only</b>. The school will not, and no report by school counts it.
   *[named] Who will see it: <b>the district methodologist</b>. The school will not.
}
difficulty-voice-is-known = You may be known by your voice: the recording goes as it is.
difficulty-file-name-is-seen = The file’s name and what is inside are seen as they are.
difficulty-without-name = Without my name
difficulty-with-name = With my name
difficulty-few = Honestly: for “{ $subject }” the district has { COUNT($n, of: "teacher") }, the subject may give you away. Hide it from the methodologist too?
difficulty-hide-subject = Hide the subject
difficulty-leave-subject = Leave it as it is

## Accepted

difficulty-accepted = Accepted, case <b>No. { NUMBER($number, useGrouping: 0) }</b>. The methodologist { $helper } will answer <b>{ UNTIL($due) }</b>. No need to keep a draft, all is recorded.
difficulty-accepted-by-service = Accepted, case <b>No. { NUMBER($number, useGrouping: 0) }</b>. The district service will answer <b>{ UNTIL($due) }</b>. No need to keep a draft, all is recorded.
difficulty-add = Add a word
difficulty-ask-again = Ask again
difficulty-open = Open the case
difficulty-added = Added to No. { NUMBER($number, useGrouping: 0) }, the methodologist sees it. An answer comes { UNTIL($due) }.
difficulty-added-reopened = Your question on No. { NUMBER($number, useGrouping: 0) } is passed on. An answer comes <b>{ UNTIL($due) }</b>.

## My cases

difficulty-none = No cases yet. Saying what would help takes about a minute.
difficulty-list = Your cases: { NUMBER($n) }
difficulty-line = <b>No. { NUMBER($number, useGrouping: 0) }</b>: { $state }
difficulty-own = Case <b>No. { NUMBER($number, useGrouping: 0) }</b>: { $state }
difficulty-state-open = waits for an answer { UNTIL($due) }
difficulty-state-late = the answer is late, the question is kept
difficulty-state-answered = answered
difficulty-state-closed = closed { DAY($day) }
difficulty-state-withdrawn = withdrawn by you { DAY($day) }
difficulty-read = Open the answer
difficulty-withdraw = It has settled itself
difficulty-withdraw-asked = Withdraw case No. { NUMBER($number, useGrouping: 0) }? The methodologist will not work on it any more.
difficulty-withdraw-yes = Yes, withdraw
difficulty-closed-by-staff = The methodologist closed the case. If the question remains, ask again and it opens.

## The answer

difficulty-answer = <b>Answer to No. { NUMBER($number, useGrouping: 0) }</b>, { $helper }
difficulty-answer-text = { $text }
