import pytest

from handlers.ui.buttons import Key
from handlers.ui.screens import Message
from tests.handlers.ui.sizes import (
    assert_everything_registered_can_be_written,
    assert_fits,
    assert_fits_alert,
)
from tests.handlers.ui.telegram_html import RefusedHtml, read


def row(*labels: str) -> tuple[Key, ...]:
    return tuple(Key(label, copy=label) for label in labels)


@pytest.mark.parametrize(
    "message",
    [
        Message("а" * 551),
        Message("Да", rows=(row("а" * 29),)),
        Message("Да", rows=(row("а" * 17, "б"),)),
        Message("Да", rows=(row("а" * 13, "б", "в"),)),
        Message("Да", rows=(row("а", "б", "в", "г"),)),
        Message("Да", rows=(row("а"),) * 7),
        Message("Да", rows=(row("<b>а</b>"),)),
        Message("Да", rows=(row(""),)),
        Message("<b>Да"),
        Message("Да", reply_rows=(("а" * 29,),)),
    ],
)
def test_what_does_not_fit_is_noticed(message: Message) -> None:
    with pytest.raises(AssertionError):
        assert_fits(message)


def test_markup_does_not_count_as_length() -> None:
    assert_fits(Message(f"<b>{'а' * 550}</b>", rows=(row("а" * 28), row("б" * 16, "в"))))


def test_an_alert_is_short() -> None:
    assert_fits_alert("а" * 200)
    with pytest.raises(AssertionError):
        assert_fits_alert("а" * 201)


@pytest.mark.parametrize("html", ["<b>", "</b>", "<b><i></b></i>", "<h1>a</h1>", "a < b", "a & b"])
def test_the_strict_reader_refuses_what_telegram_refuses(html: str) -> None:
    with pytest.raises(RefusedHtml):
        read(html)


def test_everything_registered_can_be_written() -> None:
    assert_everything_registered_can_be_written()
