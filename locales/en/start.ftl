### First acquaintance: a stranger, an invitation, two ways in.

welcome = Hello. This is the assistant of the methodological service.
    Say in a minute what you need help with at a lesson, and a methodologist answers. No reports, no data of pupils or parents.
    To begin you need an invitation of your school or the consent of a methodologist.
welcome-of-district = Hello. This is the assistant of the methodological service: { $district }.
    Say in a minute what you need help with at a lesson, and a methodologist answers. No reports, no data of pupils or parents.
    To begin you need an invitation of your school or the consent of a methodologist.
welcome-waiting = The methodologist has your request for access: { $school }. The answer comes here, no need to repeat. For help before that, please call.
welcome-my-request = My request
welcome-have-invitation = I have an invitation
welcome-ask-access = Ask for access
welcome-call = Help by phone
welcome-what-is-kept = What will you keep of me?
welcome-how-to-open = Open the link of the invitation, or point the camera at the poster in the staff room.
    If you were given a code only, send it here as one message.
welcome-no-way-in = This invitation does not open: it is over, or there is a mistake in the code. Nothing was kept.
    Ask for a new one where you got it, or ask for access.
welcome-no-role = You have no role here now. Your records are safe.
    Open a new invitation or ask a methodologist for access.
welcome-owner-without-district = You are the owner. No district is loaded yet: on the server, <code>metodbot seed</code> does it with a file of the district.
    The menu appears here after that.

start-invited = { $role ->
    [teacher] Hello. This is the assistant of the methodological service: { $home }.
        Say in a minute what you need help with at a lesson, and a methodologist answers. No reports, no data of pupils or parents.
        Do you teach at <b>{ $place }</b>?
   *[other] Hello. This is the assistant of the methodological service: { $home }.
        Teachers say in a minute what they need help with, methodologists answer. No data of pupils or parents.
        You are invited as { role-of-person }, <b>{ $place }</b>. Is that you?
}
start-yes = { $role ->
    [teacher] Yes, that is my school
   *[other] Yes, that is me
}
start-not-mine = { $role ->
    [teacher] Another school
   *[other] No, not me
}
start-back = ‹ Back
start-elsewhere = This invitation is for { role-of-person }, { $place }. Nothing was kept.
    To get elsewhere, open the invitation of that place or ask for access: the methodologist answers here.
start-one-more-role = You are invited in one more role: { role-of-person }, <b>{ $place }</b>.
    You keep the roles you have and can switch between them.
start-add-role = Add the role
start-do-not-add = Do not add
start-role-added = The role is added. The others stay; switch in the menu.
start-nothing-new = This invitation is closed, and you do not need it: you are here. How can I help?
start-here-already = You are here already, the invitation is left unused.
start-what-is-kept = I will know: the name you give, school, subjects and classes, the number of your Telegram account, your questions and answers.
    I will not know: telephone, mail, address, passport; nothing about pupils.
    A methodologist sees what you ask, the school does not. I ask for consent first; /forget forgets all.

error-own-invitation = You made this invitation, it is for somebody else. Pass it on to whom you invite.
