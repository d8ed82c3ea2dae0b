"""Tables that follow no form: own studies, a row per pupil or a row per pupil and task."""
