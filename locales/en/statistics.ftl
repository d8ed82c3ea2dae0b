### Figures of the help desk. Small numbers are not shown.

statistics-menu = Case figures
statistics-help = How many cases there are and how fast they are answered: /stats
command-stats = Case figures
statistics-head = <b>{ $place }: cases</b>
statistics-month = The last 30 days
statistics-year = The school year, since { DAY($since, year: "always") }
statistics-cell = { $how ->
    [exact] { NUMBER($count) }
    [at-least] { NUMBER($count) } or more
   *[small] fewer than 5
}
statistics-reported = Reported: { $value }
statistics-answered = Answered: { $value }
statistics-waiting = Waiting: { $value }
statistics-late = Late: { $value }
statistics-hours = Half of the answers came within { NUMBER($hours, maximumFractionDigits: 1) } working hours
statistics-hours-few = Time to answer: fewer than 5 answers
statistics-satisfied = The answer helped (4 and 5): { PERCENT($percent) } ({ NUMBER($low) } to { NUMBER($high) }), { COUNT($n, of: "answer") }
statistics-satisfied-few = The answer helped: fewer than 5 marks
statistics-worked = It worked in class: { PERCENT($percent) } ({ NUMBER($low) } to { NUMBER($high) }), { COUNT($n, of: "answer") }
statistics-worked-few = It worked in class: fewer than 5 answers
statistics-kept-back = The rest is not shown: people could be told from the difference.
statistics-all-kept-back = Counts of 30 days are not shown: beside the year they would give small numbers away. See the school year.
statistics-rest-few = { $none ->
    [true] Fewer than 5 cases of each kind
   *[false] Of each other kind: fewer than 5
}
statistics-rest = { $none ->
    [true] Kinds are not shown: the numbers are small, people could be told from them.
   *[false] The other kinds are not shown: the numbers are small, people could be told from them.
}
statistics-group = { $group }: { $value }
statistics-own-words = In own words
statistics-to-year = The school year
statistics-to-month = The last 30 days
statistics-to-groups = By kind of difficulty
statistics-to-whole = As a whole
