### Staff potential: numbers without names, what is small is hidden.

staff-menu = Staff at a glance
staff-help = Categories, experience, courses and subjects of staff, no names: /staff
command-staff = Staff at a glance

staff-head = <b>{ $place }: staff</b>
staff-people = Teachers: { NUMBER($people) }{ $wide ->
    [true] , schools with a list: { $schools }
   *[false] { "" }
}.
staff-no-list-here = There is no list of staff yet.{ $uploads ->
    [true] { " " }It is uploaded on a protected page: names in the file are not kept.
   *[false] { "" }
}
staff-no-list = There is no list.
staff-line = <b>{ $heading }:</b> { LIST($counts, join: "comma") }.
staff-count = { $words } — { NUMBER($people) }
staff-kept-back = The rest is hidden: small numbers tell people.
staff-few = { $school ->
    [true] The team is small
   *[false] There are few teachers
}, so only their number is shown: any closer look could tell a person.
staff-alike = Nothing closer is shown: the groups are too small, people could be told from them.
staff-dates = { $same ->
    [yes] List of { DAY($first, year: "always") }
   *[no] Lists of { DAY($first, year: "always") } to { DAY($last, year: "always") }
}.{ $stale ->
    [true] { " " }Over a year old, time for a new one.
   *[false] { "" }
}
staff-missing = No list: { $names }.
staff-missing-many = Schools without a list: { $count }.
staff-attestation = <b>Attestation:</b> { LIST($counts, join: "comma") }.

staff-category-heading = Category
staff-category = { $cell ->
    [highest] highest
    [first] first
    [fitness] fit
    [none] none
    [unknown] not stated
    [highest-first] highest or first
   *[other] all others
}
staff-ending-heading = Term of the category
staff-ending = { $cell ->
    [yes] term ends within a year
   *[other] all others
}
staff-applied-heading = Attestation
staff-applied = { $cell ->
    [yes] have applied
   *[other] all others
}
staff-experience-heading = Experience
staff-experience = { $cell ->
    [to3] under 3 years
    [to10] 3–9 years
    [to20] 10–20 years
    [over20] over 20 years
    [unknown] not stated
    [to3-to10] under 10 years
   *[other] all others
}
staff-course-heading = Last course
staff-course = { $cell ->
    [fresh] within 3 years
    [old] over 3 years ago
    [unknown] not stated
   *[other] over 3 years ago or not stated
}

staff-subjects = By subject
staff-schools = By school
staff-to-schools = To the schools
staff-picture = As a picture
staff-table = As a table
staff-load = Upload staff
staff-back = To the whole

staff-subjects-head = <b>{ $place }: who teaches what</b>
staff-subject = { $subject }: { COUNT($people, of: "teacher") }
staff-subjects-kept = { $none ->
    [true] Subjects are not shown: few teach each, people could be told from the numbers.
   *[false] Other subjects are not shown: few teach them, people could be told from the numbers.
}
staff-schools-head = <b>{ $place }: staff of schools</b>
staff-numbered = <b>{ $number }.</b> { $line }
staff-school = { $name }: { NUMBER($people) }, list of { DAY($at, year: "always") }{ $stale ->
    [true] { " " }(over a year)
   *[false] { "" }
}
staff-which = Staff of which municipality?

staff-drawing = Drawing, it comes here in a few seconds.
staff-tabling = Making the table, it comes here in a few seconds.
staff-picture-title = { $place }: staff
staff-picture-people = Teachers: { NUMBER($people) }
staff-picture-caption = { $place }: staff. There are no names and nothing about single people here.
staff-picture-name = staff.png
staff-picture-dark = On a dark ground
staff-picture-light = On a light ground
staff-table-caption = { $place }: staff as a table. What is missing is hidden: the numbers are small.
staff-table-name = staff-{ $day }.xlsx
staff-not-made = The file could not be made, the figures are whole. Please try again a little later.

staff-sheet-tables = Tables
staff-sheet-subjects = Subjects
staff-sheet-places = Schools
staff-sheet-kept = An empty cell is hidden: people could be told from small numbers.
staff-hidden = hidden
staff-column-table = Figure
staff-column-cell = Value
staff-column-people = Teachers
staff-column-subject = Subject
staff-column-place = Place
staff-column-day = List of
staff-column-of = { $table }: { $cell }
