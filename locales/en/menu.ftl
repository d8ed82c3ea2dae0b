### The menu and old buttons. Sections put their own lines in, each at most 28 letters long.

menu-choose = How can I help?
menu-you-are = <i>You are now: { role-of-person }, { $place }.</i>
menu-choose-role = Change role
menu-more = More ›
menu-back = ‹ Back
menu-open = To the menu
menu-not-understood = I do not know where this belongs. Nothing is lost: choose what to do and send it again.
    .stranger = We do not know each other yet, so I cannot answer. Here is how to begin.

old-button-opening = This screen is outdated. Opening the present one.
old-button-in-group = This screen is outdated. The present one is in the latest messages here or in our private chat.
old-button-menu = This screen is outdated. Opening the present one: the menu.
    .stranger = This screen is outdated. Opening the present one.
