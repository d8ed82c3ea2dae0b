### A person's profile; how the bot introduces itself (profile-name, -description, -short-description).

profile-name = Methodological assistant
profile-description = The assistant of a methodological service. Teachers say in a minute what they need help with at a lesson, and a methodologist answers. Associations of teachers get summaries of what is hard. No reports, no data of pupils or parents. Entry by the school's invitation or a methodologist's consent.
profile-short-description = A methodologist's help for teachers: ask in a minute, a human answers. No reports, no data of pupils.

profile-open = My profile
profile-head = <b>Your profile</b>
profile-name-line = Name: { $name }
profile-role-line = Role: { role-of-person }, { $place }
profile-subjects = Subjects: { LIST($subjects, join: "comma") }
profile-classes = Classes: { LIST($classes, join: "comma") }
profile-change = Change
profile-speak = { $language ->
    [en] In English
   *[ru] In Russian
}
profile-ready = Done, { $name }. I write only when there is a reason. What is kept about you and how to withdraw: /mydata.
