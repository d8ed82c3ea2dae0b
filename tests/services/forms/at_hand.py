"""Forms for tests, written as the Markdown tables an author would write."""

from datetime import date
from pathlib import Path

from services.forms import Form, FormState, Value, load_form

TODAY = date(2026, 10, 5)
SHIPPED = Path(__file__).parents[3] / "forms" / "ru"

KITCHEN = """
| survey |
| | type | name | label::Русский (ru) | label::English (en) | hint::Русский (ru) | relevant | required | constraint | constraint_message::Русский (ru) | choice_filter | appearance | parameters | calculation | default |
| | hidden | who | | | | | | | | | | | | |
| | text | name | Как вас зовут? | Your name? | Имя | | yes | string-length(.) <= 10 | Короче | | | | | ${who} |
| | integer | age | ${name}, сколько вам лет? | ${name}, how old? | | | | . >= 18 and . <= 99 | От 18 до 99 | | | | | |
| | begin_group | work | Работа | Work | | ${age} != '' | | | | | | | | |
| | select_one areas | area | Где? | Where? | | | yes | | | | | | | |
| | select_one towns | town | ${area}: какой посёлок? | Which town? | | | | | | area = ${area} | | | | |
| | select_multiple towns | seen | Где были? | Seen? | | | | count-selected(.) <= 2 | Не больше двух | selected(${area}, area) | | | | |
| | end_group | | | | | | | | | | | | | |
| | rank areas | best | По порядку | Rank | | ${age} > 60 | | | | | | | | |
| | range | mark | Оценка | Mark | | | | | | | | start=0 end=3 step=1 | | |
| | date | since | С какого дня? | Since? | | ${mark} > 1 | | . <= today() | Не позже сегодня | | | | | |
| | begin_repeat | kids | Ребёнок | Kid | | ${mark} = 3 | | | | | | | | |
| | integer | years | Сколько лет? | How old? | | | | (. < 18 or ${age} > 90) and (${age} = '' or . < ${age}) | Не старше вас | | | | | |
| | text | toy | Игрушка? | Toy? | | ${years} < 5 | | | | | | | | |
| | end_repeat | | | | | | | | | | | | | |
| | calculate | all_years | | | | | | | | | | | sum(${years}) | |
| | note | thanks | Вместе ${all_years} | Together ${all_years} | | ${mark} = 3 | | | | | | | | |
| | text | more | Что ещё? | What else? | | | | | | | voice photo | | | |
| choices |
| | list_name | name | label::Русский (ru) | label::English (en) | area |
| | areas | north | Север | North | |
| | areas | south | Юг | South | |
| | towns | kadom | Кадом | Kadom | north |
| | towns | sasovo | Сасово | Sasovo | north |
| | towns | shatsk | Шацк | Shatsk | south |
| settings |
| | form_title | default_language |
| | Кухня | Русский (ru) |
"""


def form_of(folder: Path, text: str, name: str = "form") -> Form:
    """Load a form from Markdown text."""
    path = folder / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return load_form(path)


def survey(*rows: str, choices: tuple[str, ...] = (), columns: str = "") -> str:
    """A form of these rows: type | name | label | and the named columns."""
    lines = ["| survey |", f"| | type | name | label | {columns}", *(f"| | {row}" for row in rows)]
    if choices:
        lines += ["| choices |", "| | list_name | name | label |", *(f"| | {c}" for c in choices)]
    return "\n".join(line if line.endswith("|") else f"{line} |" for line in lines)


def answered(form: Form, *values: Value, known: dict[str, Value] | None = None) -> FormState:
    """The state after these answers; None skips."""
    state = form.begin(known)
    for value in values:
        state = form.skip(state, TODAY) if value is None else form.answer(state, value, TODAY)
    return state


def path_now(form: Form, state: FormState) -> str | None:
    """The path of the question asked now."""
    question = form.current(state)
    return question.path if question else None
