### Consent. When the words of consent-text or consent-document change, the edition in services/consents.py rises.

consent-text = <b>Consent to personal data processing</b> (edition { $version } of { DAY($dated, year: "always") })
    Operator: { $operator }.
    What: name, school, subjects, classes, Telegram account number, your questions and answers.
    Why: methodological help and the analysis of difficulties without names.
    Where: the operator's server in Russia. Telegram is a foreign service: write nothing about pupils or health.
    How long: until withdrawn, at most { consent-years }.
    Withdraw: /forget or a letter to the operator. Refusing changes nothing at work.
consent-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
consent-agree = I consent
consent-disagree = I do not
consent-send-text = Send the text as a file
consent-file-name = consent-edition-{ $version }.txt
consent-file-caption = The whole text. Decide in the message above.
consent-document = CONSENT TO THE PROCESSING OF PERSONAL DATA
    Edition { $version } of { DAY($dated, year: "always") }

    Operator: { $operator }.

    1. Which data. The name I give; my place of work; the subjects and classes I teach; the number of my Telegram account; my questions, answers and whether help helped.
    2. Why. To receive methodological help, and to let the operator study the difficulties of teachers without names.
    3. What is done. Collecting, recording, storing, correcting, using, anonymising, deleting, by a program and by hand. They are not given to the school or others with my name.
    4. Where. The database is on the operator's server in Russia. Telegram is a foreign service and messages pass through it, so nothing about pupils or health may be written.
    5. How long. Until withdrawn, at most { consent-years } from the day it is given. Then the data are anonymised by themselves.
    6. Withdrawing. By /forget in this chat or a letter to the operator. The data are anonymised at once.
    7. The consent is free. Refusing changes nothing at work: help is given without the bot too.
consent-given = Written down: { WHEN($at) }, edition { $version }. The text and all that is kept about you: /mydata.
consent-file-given = The whole text of the consent.
consent-refused = All right, I keep nothing. There is help without the bot.
consent-if-you-reconsider = If you reconsider, open the invitation again.
