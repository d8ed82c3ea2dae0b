"""How a living methodologist is named on screens: only what is known, in one line."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.texts import Markup, Texts
from services.people import contacts


@dataclass(frozen=True, slots=True)
class ContactShown:
    """A contact as a screen keeps it."""

    place: str = ""
    name: str = ""
    phone: str = ""
    office: str = ""


def contact_shown(contact: contacts.Contact) -> ContactShown:
    """What screens keep of a contact."""
    return ContactShown(contact.place, contact.name, contact.phone, contact.office)


def contact_line(texts: Texts, contact: ContactShown) -> Markup:
    """«Ask the methodologist …, by phone …, room …», or whom else to ask if nothing is known."""
    known = {
        "name": contact.name,
        "phone": contact.phone,
        "office": contact.office,
    }
    parts = [texts(f"contact-{field}", value=value) for field, value in known.items() if value]
    if not parts:
        return texts("contact-unknown")
    return Markup(texts("contact-line", parts=Markup(", ".join(parts))))
