### The upload page: the one-time link, the page itself, files that came by it, lists of staff.

upload-link-get = Get a link
upload-link-open = Open the page
upload-link-new = New link
upload-link-kept = { $purpose ->
    [staff] Kept: school, post, subjects, category, years of work, year of the last course. Names are dropped while reading, the file itself is deleted at once.
   *[results] Kept: scores, marks, classes and schools. Names and document numbers are dropped while reading, the file itself is deleted at once.
}
upload-link-offered = The upload page for { $purpose ->
    [staff] staff
   *[results] results
} on the server of the methodological service. The link is good <b>for 15 minutes</b> (until { CLOCK($until) }) and for one file; it is yours alone.
    { upload-link-kept }
    I will show here what was read and keep nothing without your word.
upload-link-missing = This installation has no upload page, so there is no link. Such a file must not go through Telegram.
    Give it to the methodologist on a drive or by protected mail: it is loaded on the server by <code>metodbot results load</code>.
upload-link-used = The file came by the link, which is closed now. Reading; this usually takes a few seconds.
upload-link-expired = The link to the upload page is closed: 15 minutes are over. Nothing was loaded.

## The page

upload-page-heading = { $purpose ->
    [staff] Upload of staff
   *[results] Upload of results
}
upload-page-what = { $purpose ->
    [staff] The list of the school's staff
   *[results] A protocol or report
} as one file: xlsx, xls or csv, up to { $limit } MB.
upload-page-until = The link is yours, for one file, until { CLOCK($until) }.
upload-page-choose = Choose a file
upload-page-drop = or drop it here
upload-page-send = Send
upload-page-cancel = Cancel sending
upload-page-progress = How much was sent
upload-page-cancelled = Sending was cancelled, nothing was kept. The link still works.
upload-page-lost = The connection broke, nothing was kept. Send the file again: the link still works.
upload-page-interrupted = The file did not come whole, nothing was kept. Send it again: the link still works.
upload-page-too-big = The file is larger than { $limit } MB, nothing was kept. A report on one subject and grade is usually below 1 MB: choose another file.
upload-page-empty = The file is empty, nothing was kept. Download it anew and send it again.
upload-page-not-a-table = This is not a table, nothing was kept. Choose an xlsx, xls or csv file.
upload-page-no-file = No file was chosen. Choose one and send it.
upload-page-busy = Other files are being sent just now. Send yours in a minute: the link still works.
upload-page-failed = Saving failed, the file was deleted. Send it again in a minute.
upload-page-is-over = { $state ->
    [done] The file has arrived
    [failed] It did not work
   *[closed] The link is closed
}
upload-page-done = Go back to Telegram: I will show there what was read.
upload-page-closed = A link works for 15 minutes and for one file. For a new one go back to Telegram and press “Get a link” again.

## Files that came by a link

upload-file-misplaced = { $awaited ->
    [staff] This is { results-kind }, not a list of staff. Nothing was kept. Results have a link of their own.
   *[results] This is a list of staff ({ COUNT($people, of: "row") }), not results. Nothing was kept. Staff have a link of their own.
}
upload-as-staff = Upload staff
upload-as-results = Upload results

## Staff

upload-staff-found = <b>Staff</b>: { COUNT($people, of: "listed-person") }, { $named ->
    [yes] { $school }
   *[no] { COUNT($schools, of: "school") }
}.
upload-staff-of-school = • { $school }: { $people }
upload-staff-replaces = It will replace the list sent { WHEN($at) }.
upload-staff-replaces-some = It will replace earlier lists of these schools: { $count }.
upload-staff-oddity = { $what ->
    [category] Categories not understood: { $count }
    [applied] Applications for a category not understood: { $count }
    [granted] Days of granting not understood: { $count }
    [until] Terms of categories not understood: { $count }
    [experience] Years of work not understood: { $count }
    [course] Days of courses not understood: { $count }
   *[other] And more not understood: { $count }
}{ $cell ->
    [none] .
   *[other] { " " }(cell <b>{ $cell }</b>).
}
upload-staff-foreign = { $count ->
    [1] Rows of another school ({ $first })
   *[other] Rows of other schools ({ $first } and { $more } more)
} are left out: { $own ->
    [true] you load your own.
   *[false] { $count ->
        [1] it is
       *[other] they are
    } not in the district's list.
}
upload-staff-whose = { $schools ->
    [0] The file names no school, so it is unclear whose list it is. Nothing was kept. Add a column with the school and upload it again.
   *[other] { $own ->
        [true] The file is about another school: { $first }. You load the staff of your own. Nothing was kept.
       *[false] The school of the file is not in the district's list: { $first }. Nothing was kept.
    }
}
upload-staff-confirm = Save
upload-staff-stored = Saved: { COUNT($people, of: "listed-person") }, without names.

count-listed-person = { $count } { $count ->
    [one] person
   *[other] people
}

## Loading on the server, without Telegram

upload-console-load = Load it?
upload-console-replace = Replace the earlier file?
upload-console-replaces = The earlier file of this study was sent { WHEN($at) }.
upload-console-left = Not loaded, nothing was kept.
upload-console-bad-rows = Not loaded: mend these rows, or repeat with --leave-bad to do without them.
upload-console-answer = Repeat with an answer: --answer { $key }=VALUE
upload-console-nobody = There is no such person.
upload-console-loaded = { $purpose ->
    [staff] Saved, without names.
   *[results] Saved. The bot that runs will make the summary.
}

error-link-closed = This link is closed. Get a new one.
error-too-many-links = { $count } links were given within an hour, that is the limit. A new one will be there in an hour; the last one, if it is younger than 15 minutes, still works.
