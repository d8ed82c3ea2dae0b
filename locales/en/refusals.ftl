refusal-slow-down = More than a hundred messages came at once, and I did not read the last ones. Please write what matters once more in one message.
refusal-apology = Your message could not be handled. It is kept, we will look into it. Please try again: /menu.
refusal-button-of-another = This button is for another person.
refusal-button-unknown = This button does not work here. Open the menu: /menu.

error-forbidden = You cannot do this now. If that is a mistake, write to the methodologist: /help.
error-not-found = It is gone or is not yours. Open the menu: /menu.
refusal-screen-outdated = This message was made before an update and no longer opens. All that is current is in the menu: /menu.
refusal-busy = Taken and written down. I will answer a little later, no need to press again.
