### /mydata and /forget.

privacy-kept = Kept about you since { DAY($since, year: "always") }: name, roles, subjects and classes, the number of the Telegram account. Requests: { $difficulties }. Everything word for word is in the file.
privacy-consent-given = Consent, edition { $version }: given { DAY($at, year: "always") }, stands.
privacy-consent-withdrawn = Consent, edition { $version }: given { DAY($at, year: "always") }, withdrawn { DAY($withdrawn_at, year: "always") }.
privacy-not-kept = No telephone, no mail, nothing about pupils is here.
privacy-file-name = my-data.json
privacy-consent-text = The text of the consent
privacy-forget-me = Forget me
privacy-nothing-kept = Nothing is kept about you here: we do not know each other yet.
privacy-forget-asked = Forget you? It is at once and for good.
    I delete name, account number, roles, subjects, classes, drafts, voice and files, and withdraw the consent. The words of requests and answers stay without a name: they help others.
    If a question is open, its answer will not come here.
privacy-forget-yes = Forget
privacy-forget-no = Do not
privacy-forgotten = Done. Name, account number, roles ({ $roles }), subjects and classes are deleted, the consent is withdrawn. Drafts deleted: { $drafts }. Requests left without a name: { $difficulties }.
    You can delete this conversation on your side in Telegram. A new invitation brings you back.

error-last-owner = You are the only owner, without you nobody can name others. Your data are whole. Name another owner in the server's settings first, then repeat.
