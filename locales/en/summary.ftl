### The summary in the association's group and the table behind it.

summary-title = <b>{ $title }. { COUNT($n, of: "participant") }{ $schools ->
    [0] { "" }
    [1] { "" }
   *[other] , { COUNT($schools, of: "school") }
}</b>
summary-changed = { $change ->
    [named] <i>Added: now the skills are named. The votes stand.</i>
    [compared] <i>Comparison added, votes kept.</i>
   *[replaced] <i>A new file, votes kept.</i>
}
summary-of-level = { $level ->
    [region] from the region
    [country] from the country
   *[municipality] from the district
}
summary-difference = { $difference ->
    [common] Little difference { summary-of-level }: it is common, not the { $wide ->
        [true] district's
       *[false] school's
    } own.
    [own_higher] We are above { summary-by-level }, but the difficulty stays.
   *[own_lower] In { summary-by-level } some of it goes easier: ask there.
}
summary-by-level = { $level ->
    [region] the region
    [country] the country
   *[municipality] the district
}
summary-by-level-capital = { $level ->
    [region] The region
    [country] The country
   *[municipality] The district
}
summary-hard = Hard so far{ $certainty ->
    [firm] { " " }(you can rely on it)
    [likely] { " " }(likely, but little data)
    [low] { " " }(little data)
    [border] { " " }(at the very border)
   *[mixed] { "" }
}:
summary-nothing-hard = No marked difficulties: all tasks ({ $tasks }) have enough points.
summary-too-few = There are fewer than 10 works, so I draw no conclusions and show no shares: single children would be known by them. It can be judged together with past years or neighbouring schools.
summary-pooled = Our own works are few, so they are judged together { $by ->
    [years] with earlier years ({ NUMBER($first, useGrouping: 0) }–{ NUMBER($last, useGrouping: 0) }): { COUNT($n, of: "work") }.
   *[schools] with other schools of the district: { COUNT($n, of: "work") }, { COUNT($schools, of: "school") }.
}
summary-was = { $last ->
    [yes] Last year
   *[no] In { NUMBER($year, useGrouping: 0) }
} { PERCENT($percent) }{ $moved ->
    [rose] , higher now.
    [fell] , lower now.
   *[same] , little changed.
}
summary-typical = { $code ->
    [skipped] Not attempted: { PERCENT($percent) }.
    [strong_too] Hard for those with a “{ $mark }” too: { PERCENT($percent) }.
   *[apart] Those with a “3”: { PERCENT($percent) }, with a “5”: { PERCENT($other) }.
}
summary-finding = <b>{ $number }.</b> { $skill }{ $place }: { PERCENT($percent) } (from { NUMBER($low, decimals: 0) } to { NUMBER($high, decimals: 0) }){ $others ->
    [0] { "" }
   *[other] , works { $others }
}{ $peer_level ->
    [none] { "" }
    [region] , region { NUMBER($peer, decimals: 0) }
    [country] , country { NUMBER($peer, decimals: 0) }
   *[municipality] , district { NUMBER($peer, decimals: 0) }
}.{ $certainty ->
    [firm] { " " }<i>You can rely on it.</i>
    [likely] { " " }<i>Likely, but little data.</i>
    [low] { " " }<i>Little data.</i>
    [border] { " " }<i>At the very border.</i>
   *[said] { "" }
}
summary-number = { " " }(No. { $code })
summary-number-level = { " " }(No. { $code }, { $level })
summary-level = { " " }({ $level })
summary-task = Task { $code }
summary-question = <b>To discuss:</b> { $question ->
    [why_skipped] why is task { $task } often not tried{ $brief ->
        [true] { "" }
       *[false] : not recognised, no time, no belief in success
    }?
    [what_differs] what do we do differently in task { $task }{ $brief ->
        [true] { "" }
       *[false] : time, order of topics, method
    }?
    [what_works] what works with us and is worth sharing with neighbours?
    [too_few] what do the works themselves show, and how can each be helped?
   *[where_it_breaks] { $demand ->
        [advanced] where does task { $task } break{ $brief ->
        [true] { "" }
       *[false] { " " }— in reading, in choosing the way, or in the working
    }?
       *[basic] what is missing for task { $task }{ $brief ->
        [true] { "" }
       *[false] { " " }— understanding, a model, or practice
    }?
    }
}

summary-vote = { $choice ->
    [plan] { $number } Plan
    [not_ours] { $number } Not ours
   *[help] { $number } Help
}
summary-source = Whose figures?
summary-more = Details
summary-voted = Your vote on No. { $code }: { summary-choice }. Now: plan { $plan }, not ours { $not_ours }, help { $help }. You may change it: the last one counts.
summary-choice = { $choice ->
    [plan] plan
    [not_ours] not ours
   *[help] help
}
summary-source-said = { results-kind }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}, file of { DAY($at, year: "always") }, { COUNT($works, of: "work") }{ $together ->
    [0] { "" }
   *[other] { " " }({ $together } with others)
}. Share of points = earned ÷ possible. Rows left out: { $dropped }. X, not tried: { $skipped }.

summary-corrected = <b>Correction: { $title }</b>
    A newer file took the place of the old one, the figures are counted anew.
summary-corrected-yours = <b>Correction: { $title }</b>
    { $place }. You opened these figures, and the file has been replaced since.
summary-corrected-works = Works: { $was } before, { $now } now.{ $judged ->
    [true] { "" }
   *[false] { " " }Too few to judge: what was found before no longer counts.
}
summary-changed-figure = • { $skill }{ $place }: { $known ->
    [now] { PERCENT($now) } now
    [was] was { PERCENT($was) }, there is no such task now
   *[both] was { PERCENT($was) }, now { PERCENT($now) }
}{ $state ->
    [came] , among the hard ones now
    [went] , no longer among the hard ones
   *[stays] { "" }
}.
summary-changed-mark = • { $name ->
    [passed] marks of 3 and above
   *[quality] marks of 4 and 5
}: was { PERCENT($was) }, now { PERCENT($now) }.
summary-corrected-votes = { $judged ->
    [true] The votes stand and may be changed: the buttons under the old summary work.
   *[false] There is no need to discuss what was found before.
}
summary-corrected-why = If somebody leaned on the old figures, please pass the new ones on.

summary-gathered = <b>{ $title }</b>
    What colleagues said:
summary-gathered-finding = <b>{ $number }.</b> { $skill }: plan { $plan }, not ours { $not_ours }, help { $help }.
summary-association-decides = The association decides, not the bot: the votes will help at the meeting.

summary-table-head = <b>{ $title }</b>
    { $place }, { COUNT($n, of: "participant") }. Share of points, the interval in brackets.
summary-row = { $status ->
    [deficit] ●
    [uncertain] ○
   *[other] { "·" }
} { $skill }{ $place }: <b>{ PERCENT($percent) }</b> ({ NUMBER($low, decimals: 0) }–{ NUMBER($high, decimals: 0) }){ $peer_level ->
    [none] { "" }
    [region] , region { NUMBER($peer, decimals: 0) }
    [country] , country { NUMBER($peer, decimals: 0) }
   *[municipality] , district { NUMBER($peer, decimals: 0) }
}
summary-enough = { $level } from { NUMBER($percent, decimals: 0) }
summary-origin = <i>● below enough{ $known ->
    [yes] { " " }({ $enough })
   *[no] { "" }
}, ○ at the border. { results-kind }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
} of { DAY($at, year: "always") }, { COUNT($works, of: "work") }, { $dropped } left out. Intervals are 95%.</i>

summary-list = Summaries of studies. Which one shall I open?
summary-list-key = { $many ->
    [yes] { $place }: { $title }
   *[no] { $title }
}
summary-none-yet = There are no summaries yet. They appear when the school's administrator loads results.
summary-none-yet-upload = There are no summaries yet. Send a file of results right here, such as “Individual results”.
menu-results = Results and summaries


error-not-a-member = This is for teachers of the association. Open the bot by your school's invitation (the poster in the staff room) or press /start in it, it takes a minute.
error-finding-gone = The summary was updated and this line is not in it any more. Please vote under the new one below.

## Words of the picture

picture-subtitle = { COUNT($n, of: "participant") }{ $schools ->
    [0] { "" }
    [1] { "" }
   *[other] , { COUNT($schools, of: "school") }
}. Share of points earned
picture-own = Our school
picture-own-schools = Our schools
picture-own-by-years = We, several years
picture-own-by-schools = We and neighbours
picture-municipality = District
picture-region = Region
picture-country = Country
picture-finding = { $number }. { $skill }
picture-detail = Task { $code }{ $known ->
    [yes] , level { $level }
   *[no] { "" }
}. From { NUMBER($low, decimals: 0) } to { NUMBER($high, decimals: 0) }
picture-footnote = The whiskers show how much lower or higher the share may really be: a 95% interval.
picture-threshold = So many points are enough for tasks of this level
