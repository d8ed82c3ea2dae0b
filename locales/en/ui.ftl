### Words shared by all screens: days, hours, counts, paging.

# When a text could not be made: promises nothing, blames nobody.
ui-neutral = This text did not open. Your records are safe. Please open the section again from the menu.
    .label = Next

## Days. Functions: ON, UNTIL, SINCE, WEEK_DAY, SHORT_DAY, WHEN, RELATIVE; they see $date.

ui-week-day = { WEEKDAY($date) ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
ui-week-day-short = { WEEKDAY($date) ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
ui-week-day-genitive = { ui-week-day }
ui-short-day = { ui-week-day-short }, { DAY($date) }
ui-on-day = on { ui-week-day }, { DAY($date) }
ui-until-day = by { ui-week-day }, { DAY($date) }
ui-since-day = from { ui-week-day }, { DAY($date) }
ui-when = { DAYS($date) ->
    [-1] yesterday
    [0] today
    [1] tomorrow
   *[other] { DAY($date) }
} at { CLOCK($date) }
ui-relative-day = { DAYS($date) ->
    [-28] 4 weeks ago
    [-21] 3 weeks ago
    [-14] 2 weeks ago
    [-7] a week ago
    [-1] yesterday
    [0] today
    [1] tomorrow
    [7] in a week
    [14] in 2 weeks
    [21] in 3 weeks
    [28] in 4 weeks
   *[other] { ui-relative-days }
}
ui-relative-days = { SIDE($date) ->
    [past] { COUNT(DISTANCE($date), of: "day") } ago
   *[future] in { COUNT(DISTANCE($date), of: "day") }
}

## Counts. COUNT($n, of: "minute"): 1 minute, 2 minutes.

count-minute = { $count } { $count ->
    [one] minute
   *[other] minutes
}
count-minute-accusative = { count-minute }
count-hour = { $count } { $count ->
    [one] hour
   *[other] hours
}
count-day = { $count } { $count ->
    [one] day
   *[other] days
}
count-school-day = { $count } { $count ->
    [one] school day
   *[other] school days
}
count-working-day = { $count } { $count ->
    [one] working day
   *[other] working days
}
count-week = { $count } { $count ->
    [one] week
   *[other] weeks
}
count-week-accusative = { count-week }
count-month = { $count } { $count ->
    [one] month
   *[other] months
}
count-question = { $count } { $count ->
    [one] question
   *[other] questions
}
count-answer = { $count } { $count ->
    [one] answer
   *[other] answers
}
count-participant = { $count } { $count ->
    [one] participant
   *[other] participants
}
count-person = { $count } { $count ->
    [one] person
   *[other] people
}
count-teacher = { $count } { $count ->
    [one] teacher
   *[other] teachers
}
count-colleague = { $count } { $count ->
    [one] colleague
   *[other] colleagues
}
count-school = { $count } { $count ->
    [one] school
   *[other] schools
}
count-school-accusative = { count-school }
count-request = { $count } { $count ->
    [one] request
   *[other] requests
}
count-difficulty = { $count } { $count ->
    [one] difficulty
   *[other] difficulties
}
count-recommendation = { $count } { $count ->
    [one] recommendation
   *[other] recommendations
}
count-recommendation-accusative = { count-recommendation }
count-task = { $count } { $count ->
    [one] task
   *[other] tasks
}
count-lesson = { $count } { $count ->
    [one] lesson
   *[other] lessons
}
count-place = { $count } { $count ->
    [one] place
   *[other] places
}
count-page = { $count } { $count ->
    [one] page
   *[other] pages
}
count-page-accusative = { count-page }
count-file = { $count } { $count ->
    [one] file
   *[other] files
}
count-row = { $count } { $count ->
    [one] row
   *[other] rows
}
count-row-accusative = { count-row }
count-message = { $count } { $count ->
    [one] message
   *[other] messages
}

## Paging.

ui-page-back = ‹ Back
ui-page-next = Next ›
ui-page-of = Page { $page } of { $pages }
