### Asking for access: municipality, school, name; the methodologist accepts or declines.

access-which-municipality = Which municipality?
access-nobody-served = No municipality is served here yet. There is help without the bot: ask the methodological service of yours.
access-which-school = { $municipality }. Which school do you work at?
access-name = { $school }. What is your name? Press or write first and last name, so that the methodologist knows you.
    Only the methodologist sees it; without an answer the request is deleted in 14 days.
access-name-in-words = The name is needed in words, so that the methodologist knows you. { $school }.
access-do-not-send = Do not send
access-sent = The methodologist has your request: { $school }, sent { WHEN($at) }. The answer comes here, no need to repeat.
access-take-back = Take it back
access-taken-back = The request is gone, the name is deleted.
    .stranger = The request is gone, the name is deleted.
access-asked = <b>{ $name }</b> asks for access: teacher, { $school }.
    Do you know this person? If not, check with the school by phone.
access-accept = Accept
access-decline = Decline
access-decided = { $name }, { $school }: { $accepted ->
    [true] let in
   *[false] declined
}.
access-decided-by = Decided by { $by }.
access-over = The request for access ({ $school }) waits no longer: it was taken back or its time is over.
access-granted = The methodologist let you in: <b>{ $school }</b>. Consent and acquaintance are left, a minute.
access-go-on = Go on
access-declined = The methodologist did not let you in: { $school }. Perhaps the name or the school is not right. Your name is deleted. There is help without the bot.
access-unanswered = Nobody answered your request for 14 days: { $school }. It is deleted with the name. There is help without the bot.

error-too-many-requests = This would be the fourth request in a day. Try tomorrow or call the methodologist: /help.
error-declined-recently = The methodologist has declined this request lately. Ask again in a week, or call: /help.
error-nobody-to-ask = No methodologist of this school is here yet, the request was not sent. Help by phone: /help.
error-name-too-long = The name is longer than { NUMBER($most) } letters. Please write first and last name only.
error-name-missing = There is no letter in this name. Please write first and last name in words.
