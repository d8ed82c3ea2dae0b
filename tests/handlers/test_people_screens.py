"""Every screen of people, roles, invitations and groups fits a phone, with long names too."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from handlers import people
from handlers.access_requests import screens as access
from handlers.consent import ConsentAsked, ConsentGiven, ConsentRefused, ConsentText
from handlers.contact import ContactShown
from handlers.groups import screens as groups
from handlers.help import Help, HelpInGroup, WhereToCall, WhomToCall, speaks_of
from handlers.home import home  # noqa: F401 the menu's entries come with it
from handlers.invitations import screens as invitations
from handlers.menu import ChooseRole, Menu, entries_of
from handlers.picker import Choice
from handlers.privacy import ConsentShown, ForgetAsked, ForgetDone, NothingKept, OwnData
from handlers.profile import OwnProfile, RoleShown
from handlers.registry import ROUTES  # noqa: F401 every module has put its entries in
from handlers.roles import Held, WhichRole
from handlers.start import Elsewhere, Invited, Kept, OneMoreRole
from handlers.ui.screens import Screen
from handlers.ui.texts import TextLibrary, Texts
from handlers.welcome import HowToOpen, NoRole, NoWayIn, Welcome
from services.access import Role
from tests.handlers.ui.sizes import assert_fits, assert_survives_the_outbox

NOON = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
LIBRARY = TextLibrary.load(Path(__file__).resolve().parents[2] / "locales")
SCHOOL = "МБОУ «Средняя общеобразовательная школа № 106 имени Героя Советского Союза»"
HOME = "Кадомский муниципальный район"
OPERATOR = "МКУ «БМЦ Кадомского района», пгт Кадом, ул. Ленина, 37, ИНН 6206000000"
WAY = "i_" + "W" * 22
CONTACT = ContactShown(HOME, "Ольга Ивановна Белова", "8 (49139) 5-10-00", "12")
MANY = tuple(Choice(number, f"{SCHOOL} {number}") for number in range(30))
LINKED = groups.LinkingShown(7, "ШМО учителей математики", SCHOOL, "Математики", NOON)
NOT_LINKED = groups.LinkingShown(8, "ШМО учителей математики", SCHOOL)
OPEN = invitations.OpenInvitation(3, SCHOOL, Role.ASSOCIATION_HEAD, 30, NOON)

HOLDERS = tuple(people.Holder(number, SCHOOL, Role.TEACHER) for number in range(30))

SCREENS: list[Screen] = [
    *(Menu(role, SCHOOL, "Марина", True, page) for role in Role for page in range(4)),
    *(Help(role, CONTACT) for role in Role),
    Help(Role.TEACHER, CONTACT, "данные"),
    Help(Role.TEACHER, CONTACT, "к" * 40),
    HelpInGroup("РМО учителей математики"),
    WhomToCall(CONTACT),
    WhomToCall(ContactShown()),
    WhereToCall(MANY, 2),
    Welcome("", "menu-not-understood"),
    Welcome(HOME, "help-for-strangers"),
    Welcome(HOME, "menu-choose", "МБОУ «Енкаевская ООШ»"),
    HowToOpen(),
    NoWayIn(CONTACT),
    NoRole(),
    NoRole(True),
    *(Invited(WAY, role, SCHOOL, HOME) for role in Role),
    *(OneMoreRole(WAY, role, SCHOOL) for role in Role),
    *(Elsewhere(role, SCHOOL) for role in Role),
    Kept(WAY, CONTACT),
    ConsentAsked(WAY, OPERATOR, 5, 1, date(2026, 9, 1)),
    ConsentText(OPERATOR, 5, 1, date(2026, 9, 1)),
    ConsentGiven(NOON, 1),
    ConsentRefused(CONTACT),
    access.WhichMunicipality(MANY, 1),
    access.WhichMunicipality(()),
    access.WhichSchool(Choice(1, HOME), MANY, 1),
    access.WhatName(SCHOOL, "И" * 80),
    access.WhatName(SCHOOL, "Ирина", wordless=True),
    access.RequestSent(SCHOOL, NOON),
    access.RequestForYou(12, "И" * 100, SCHOOL),
    access.RequestDecided("И" * 100, SCHOOL, True, "Ольга Ивановна"),
    access.RequestDecided("", SCHOOL, None, ""),
    access.LetIn("r_12", SCHOOL),
    access.NotLetIn(SCHOOL, True, CONTACT),
    access.NotLetIn(SCHOOL, False, CONTACT),
    invitations.WhomToInvite(tuple(Role)[:7], True),
    invitations.WhereToInvite(Role.TEACHER, MANY, 1),
    invitations.WhereToInvite(Role.CURATOR, ()),
    invitations.HowMany(Role.TEACHER, 5, SCHOOL),
    invitations.InvitationLink(WAY, Role.ASSOCIATION_HEAD, SCHOOL, 30, NOON),
    invitations.InvitationList((OPEN,) * 20, 1),
    invitations.InvitationList(()),
    invitations.OneInvitation(OPEN),
    groups.WhichAssociation((LINKED, NOT_LINKED) * 10, 1),
    groups.WhichAssociation(()),
    groups.OneLinking(LINKED),
    groups.OneLinking(NOT_LINKED),
    groups.GroupCodeShown(7, "ШМО учителей математики", "W" * 22, NOON),
    groups.GroupConfirm(-1001234567890, "М" * 128, 200, "ШМО учителей математики", "М" * 128),
    groups.GroupDeclined("М" * 128),
    groups.UnlinkAsked(7, "ШМО учителей математики", "М" * 128),
    groups.GroupGreeting("ШМО учителей математики"),
    groups.GroupFarewell(),
    groups.GroupGone("М" * 128, "ШМО учителей математики"),
    groups.GroupIsTaken("М" * 128, "ШМО учителей математики"),
    WhichRole(tuple(Held(number, SCHOOL, Role.TEACHER) for number in range(9)), 1),
    OwnProfile(
        "Марина Сергеевна",
        ("math", "physics"),
        tuple(str(number) for number in range(1, 12)),
        (RoleShown(Role.TEACHER, SCHOOL),) * 4,
    ),
    OwnData(NOON, 12, (ConsentShown(1, NOON, NOON), ConsentShown(2, NOON, None)), "{}"),
    people.WhichPlace(MANY, 1),
    people.WhichHolder(
        MANY[0], tuple(people.Holder(n, SCHOOL, Role.TEACHER) for n in range(30)), 2
    ),
    people.OneHolder(people.Holder(1, "И" * 100, Role.ASSOCIATION_HEAD), MANY[0]),
    people.RoleLost(Role.ASSOCIATION_HEAD, SCHOOL),
    NothingKept(),
    ForgetAsked(),
    ForgetDone(1, 12, 2),
]


def texts(language: str) -> Texts:
    return LIBRARY.of(language, UTC, NOON, bot="metodbot")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_fits_and_survives_the_outbox(screen: Screen, language: str) -> None:
    assert_fits(screen.render(texts(language)))
    assert_survives_the_outbox(screen)


def test_no_page_of_the_menu_loses_an_entry() -> None:
    for role in Role:
        shown = [
            key.button
            for page in range(4)
            for row in Menu(role, SCHOOL, several=True, page=page).render(texts("ru")).rows
            for key in row
        ]
        assert {one.button for one in entries_of(role)} | {ChooseRole()} <= set(shown)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_profile_of_the_bot_keeps_the_limits_of_telegram(language: str) -> None:
    say = texts(language).label

    assert len(say("profile-name")) <= 64
    assert len(say("profile-description")) <= 512
    assert len(say("profile-short-description")) <= 120


@pytest.mark.parametrize(
    ("word", "found"),
    [("данные", True), ("ДАННЫХ", True), ("группа", False), ("храню", True)],
)
def test_a_word_is_found_in_another_form(word: str, found: bool) -> None:
    assert speaks_of("Что о вас хранится, какие данные: /mydata.", word) is found
