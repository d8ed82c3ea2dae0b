### After the help: was it clear, did it work in class.

feedback-rate = The answer to No. { NUMBER($number, useGrouping: 0) } is above, by { $helper }. Is it clear and to the point?
    1 — not at all, 5 — ready for class.
feedback-good = Good, I close No. { NUMBER($number, useGrouping: 0) }. In two school weeks I will ask one thing: whether it worked in class.
feedback-do-not-ask = Do not ask
feedback-will-not-ask = All right, I will not ask about this case.
feedback-middling = Noted. If something is missing, ask again: No. { NUMBER($number, useGrouping: 0) } will open.
feedback-poor = I see, the answer did not help. What was wrong? Nobody is judged by this mark. The question goes on to the next specialist.
feedback-reason-not-mine = Not my question
feedback-reason-known = I knew that already
feedback-reason-too-general = Too general
feedback-reason-words = In my own words
feedback-reason-attached = told in the attachment
feedback-reason-unsaid = no reason given

feedback-passed = { $role ->
    [methodologist] I pass the question on. The methodologist { $helper } will answer <b>{ UNTIL($due) }</b>.
    [association_head] I pass the question on. The head of the association { $helper } will answer <b>{ UNTIL($due) }</b>.
    [curator] I pass the question on. The regional curator { $helper } will answer <b>{ UNTIL($due) }</b>.
   *[other] There is nobody else here. The question went back with your mark, { $helper } will answer <b>{ UNTIL($due) }</b>.
}
feedback-passed-to-service = Question No. { NUMBER($number, useGrouping: 0) } went back to the service, an answer comes <b>{ UNTIL($due) }</b>.
feedback-call = There is nobody else here, so { $helper } will call you at school. When is it convenient?
feedback-call-today = Today after lessons
feedback-call-tomorrow = Tomorrow after lessons
feedback-call-any = At any time
feedback-call-planned = Noted: { $helper } will call { $when ->
    [today] today after lessons
    [tomorrow] tomorrow after lessons
   *[other] in working hours
}. If another number is better, add it.

## After two school weeks

feedback-lesson = Two school weeks ago you asked: “{ $topic }” (No. { NUMBER($number, useGrouping: 0) }). Did it work in class? <i>One press</i>
feedback-lesson-yes = Yes, it worked
feedback-lesson-partly = Partly
feedback-lesson-no = It did not
feedback-lesson-not-yet = No lesson yet
feedback-never = Do not ask any more
feedback-worked = Noted: it worked. Whoever answered will see it.
feedback-not-yet = All right, I will ask in a school week.
feedback-obstacle = What stood in the way? May be skipped.
feedback-obstacle-no-time = Not enough time
feedback-obstacle-more-tasks = More tasks are needed
feedback-obstacle-words = I will say it
feedback-obstacle-skipped = Skip
feedback-noted = Noted for No. { NUMBER($number, useGrouping: 0) }. If you need more help, ask: the case will open again.
feedback-will-never-ask = All right, I will not ask any more. Cases and answers work as before.

## The day has passed

feedback-late = There is no answer to No. { NUMBER($number, useGrouping: 0) } by the promised day, the delay is ours. { $helper } joins in. The question is kept, no need to repeat it.
feedback-late-alone = There is no answer to No. { NUMBER($number, useGrouping: 0) } by the promised day, the delay is ours. A reminder was sent. The question is kept, no need to repeat it.
