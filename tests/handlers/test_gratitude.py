"""What counts as thanks, and what only begins like it."""

from __future__ import annotations

import pytest

from handlers.feedback.gratitude import is_thanks

HELPERS = ("Ольга Ивановна",)


@pytest.mark.parametrize(
    "text",
    [
        "Спасибо!",
        "спасибо большое 🌷",
        "Благодарю вас, Ольга Ивановна",
        "Спасибо Ольге Ивановне за ответ!!!",
        "Всё понятно, спасибо",
        "Thank you very much",
    ],
)
def test_thanks_are_thanks(text: str) -> None:
    assert is_thanks(text, HELPERS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ок",
        "Ольга Ивановна",
        "спасибо, но не помогло",
        "Спасибо. А как быть с процентами?",
        "спасибо " * 20,
        "Понятно, помогло",
    ],
)
def test_more_or_less_than_thanks_is_not(text: str) -> None:
    assert not is_thanks(text, HELPERS)
