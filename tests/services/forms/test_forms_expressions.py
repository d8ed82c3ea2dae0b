"""Conditions run as plain Python and mean the same as elementpath says they do."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.forms import Form, FormState
from services.forms.here import Here
from services.forms.places import Place
from services.forms.reading import read_form
from services.forms.tree import Tree
from services.forms.xpath.grammar import ExpressionError, parsed
from services.forms.xpath.plans import plan
from services.forms.xpath.running import runner
from tests.services.forms.at_hand import answered, form_of, survey

ROWS = survey(
    "text | a | A |",
    "text | b | B |",
    "integer | n | N |",
    "decimal | x | X |",
    "date | d | D |",
    "select_multiple s | m | M |",
    "begin_repeat | r | R |",
    "integer | k | K |",
    "text | t | T |",
    "end_repeat | | |",
    "calculate | c | | ${n} + 1",
    choices=("s | red | Red", "s | blue | Blue"),
    columns="calculation",
)
NODES = {"a": 0, "b": 1, "n": 2, "x": 3, "d": 4, "m": 5, "r": 6, "k": 7, "t": 8, "c": 9}


@pytest.fixture(scope="module")
def form(tmp_path_factory) -> Form:
    return form_of(tmp_path_factory.mktemp("forms"), ROWS)


@pytest.fixture(scope="module")
def blueprint(tmp_path_factory):
    path = tmp_path_factory.mktemp("forms") / "form.md"
    path.write_text(ROWS, encoding="utf-8")
    return read_form(path).blueprint


words = st.sampled_from(
    ["", "да", "red", "red blue", " x ", "5", "-1.5", "05", "2026-03-01", "1e3"]
)
states = st.fixed_dictionaries(
    {},
    optional={
        "a": words,
        "b": words,
        "n": st.integers(-20, 20),
        "x": st.floats(-9, 9, allow_nan=False).map(lambda number: round(number, 2)),
        "d": st.dates().map(str),
        "m": st.lists(st.sampled_from(["red", "blue"]), min_size=1, unique=True),
        "r[1]/k": st.integers(0, 9),
        "r[2]": st.booleans(),
        "r[2]/k": st.integers(0, 9),
        "r[1]/t": words,
    },
)
literals = st.one_of(
    st.integers(-9, 99).map(str),
    st.decimals(0, 9, places=2).map(str),
    words.map(lambda word: f"'{word}'"),
)
fields = st.sampled_from(
    ["${a}", "${b}", "${n}", "${x}", "${d}", "${m}", "${c}", "${k}", "/data/a"]
)


ONE = [
    "not",
    "number",
    "string",
    "boolean",
    "int",
    "floor",
    "ceiling",
    "round",
    "string-length",
    "count-selected",
    "normalize-space",
    "boolean-from-string",
    "date",
    "abs",
]
TWO = [
    "selected",
    "contains",
    "starts-with",
    "ends-with",
    "coalesce",
    "concat",
    "min",
    "max",
    "substr",
    "substring",
    "substring-before",
    "substring-after",
    "selected-at",
    "pow",
]


def calls(inner):
    one, two = st.sampled_from(ONE), st.sampled_from(TWO)
    operators = st.sampled_from(
        ["and", "or", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod"]
    )
    many = st.sampled_from(["sum(${k})", "count(${r})", "max(${k})", "count-non-empty(${t})"])
    return st.one_of(
        st.builds("{}({})".format, one, inner),
        st.builds("{}({}, {})".format, two, inner, inner),
        st.builds("({} {} {})".format, inner, operators, inner),
        st.builds("if({}, {}, {})".format, inner, inner, inner),
        st.builds("-({})".format, inner),
        st.builds("format-date({}, '%d.%m.%Y')".format, inner),
        st.builds("join(', ', ${{k}}, {})".format, inner),
        many,
    )


expressions = st.recursive(st.one_of(literals, fields), calls, max_leaves=8)


def same(one, other):
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one):
        return math.isnan(other)
    return type(one) is type(other) and one == other


@settings(max_examples=300, deadline=None)
@given(source=expressions, answers=states)
def test_plain_python_and_elementpath_agree(form, blueprint, source, answers):
    run = form.look(FormState("form", form.version, answers=answers), "ru", None)
    here = Here(run, form.nodes[NODES["c"]], ())
    made = plan(source, Place(blueprint["nodes"], NODES["c"]))
    tree = Tree(form.look(run.state, "ru", None))
    tree.fill()

    assert made[0] != "x", "this part of the language has a plan of its own"
    assert made == json.loads(json.dumps(made))
    assert same(runner(made)(here), tree.evaluate(source, here))


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("'5' = 5", True),
        ("'05' = '5'", False),
        ("'' < 1", False),
        ("'2026-03-01' < '2026-03-02'", True),
        ("'2026-03-02' - '2026-03-01'", 1.0),
        ("selected('red blue', 'blue')", True),
        ("selected('redder', 'red')", False),
        ("selected-at('red blue', 1)", "blue"),
        ("regex('391000', '[0-9]{6}')", True),
        ("regex('391000x', '[0-9]{6}')", False),
        (r"regex('Анна', '\p{L}+')", True),
        (r"regex('Анна-Мария', '\p{Lu}[\p{L} -]+')", True),
        (r"regex('Анна 2', '[\p{L} ]+')", False),
        ("substr('abcdef', 1, 3)", "bc"),
        ("substr('abcdef', -2)", "ef"),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("round(2.5)", 3.0),
        ("round(-2.5)", -2.0),
        ("round(3.14159, 2)", 3.14),
        ("5 mod -2", 1.0),
        ("1 div 0", math.inf),
        ("string(1 div 3)", "0.3333333333333333"),
        ("string(100000000000)", "100000000000"),
        ("concat(1.0, true())", "1true"),
        ("format-date('2026-03-09', '%d.%m.%y')", "09.03.26"),
        ("format-date('2026-03-09', '%e %b')", "9 мар."),
        ("format-date-time('2026-03-09T07:05:00', '%H:%M')", "07:05"),
        ("decimal-time('12:00')", 0.5),
        ("boolean-from-string('1')", True),
        ("translate('abc', 'ab', 'x')", "xc"),
        ("coalesce('', 'x')", "x"),
        ("int(-3.7)", -3.0),
        ("pow(2, 10)", 1024.0),
        ("if(1 > 2, 'a', 'b')", "b"),
        ("min(3, 1, 2)", 1.0),
        ("not('')", True),
    ],
)
def test_a_function_gives_what_openrosa_says(form, blueprint, source, value):
    run = form.look(form.begin(), "ru", None)
    made = plan(source, Place(blueprint["nodes"], 0))

    assert runner(made)(Here(run, form.nodes[0], ())) == value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("count(/data/r[k > 3])", 1),
        ("/data/r[2]/k", "5"),
        ("instance('s')/root/item[name = 'red']/label", "Red"),
        ("count(instance('s')/root/item)", 2),
        ("sum(${r}[k < 4]/k)", 2),
        ("indexed-repeat(${k}, ${r}, 2)", "5"),
        ("${k} = 5", True),
        ("jr:choice-name('blue', '${m}')", "Blue"),
        ("string(current()/../a)", "да"),
        ("join('+', ${k})", "2+5"),
        ("count(${r})", 2),
        ("position(..)", 1),
    ],
)
def test_paths_and_rounds_are_understood(tmp_path, source, value):
    text = ROWS.replace(
        "| | calculate | c |", f"| | calculate | p | | {source} |\n| | calculate | c |"
    )
    form = form_of(tmp_path, text)
    state = answered(form, "да", None, 1, None, None, ["red"], 2, None, True, 5, None, False)

    assert form.values(state)["p"] == value


@pytest.mark.parametrize(
    ("condition", "asked"),
    [("../a = 'да'", True), ("/data/a = 'да'", True), ("current()/../a = 'нет'", False)],
)
def test_relative_paths_work_inside_groups(tmp_path, condition, asked):
    form = form_of(
        tmp_path,
        survey("text | a | A |", f"text | b | B | {condition}", columns="relevant"),
    )

    assert (form.current(answered(form, "да")) is not None) == asked


def test_a_repeat_sees_its_own_round(tmp_path):
    text = survey(
        "begin_repeat | r | R |",
        "text | name | Имя |",
        "text | more | Ещё о ${name}? | ${name} != 'нет'",
        "text | first | Первый | position(..) = 1",
        "end_repeat | | |",
        columns="relevant",
    )
    form = form_of(tmp_path, text)
    state = answered(form, "Аня", "да", None, True, "Оля")

    assert form.current(state).label == "Ещё о Оля?"
    assert form.current(form.skip(state)).path == "r[3]"


@pytest.mark.parametrize(
    "source",
    ["", "1 +", "selected(${a},", "unknown(1)", "selected(1)", "'a' 'b'", "if(1, 2)", "${a} = = 1"],
)
def test_a_mistaken_expression_is_named(source):
    with pytest.raises(ExpressionError):
        parsed(source)


def test_a_filter_may_use_paths(tmp_path):
    text = survey(
        "text | a | A |",
        "select_one s | b | B | starts-with(name, current()/../a)",
        choices=("s | red | Red", "s | blue | Blue"),
        columns="choice_filter",
    )
    form = form_of(tmp_path, text)

    assert [c.name for c in form.current(answered(form, "r")).choices] == ["red"]


def test_a_constraint_with_a_path_sees_the_new_answer(tmp_path):
    text = survey("text | a | A |", "text | b | B | . != /data/*[1]", columns="constraint")
    form = form_of(tmp_path, text)
    state = answered(form, "x")

    assert form.values(form.answer(state, "y"))["b"] == "y"
    with pytest.raises(Exception, match="constraint"):
        form.answer(state, "x")


def test_expressions_leave_the_librarys_own_parser_alone():
    from elementpath import XPath1Parser

    parsed("selected('a', 'a')")

    assert "selected" not in XPath1Parser.symbol_table
    assert XPath1Parser().parse("1 = 1").evaluate() is True


def test_a_plan_needs_no_elementpath_to_run():
    source = (Path(__file__).parents[3] / "services/forms/xpath/running.py").read_text()

    assert "elementpath" not in source
