"""Markup to entities, and Telegram's words for broken markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.markup import Marked, read
from sandbox.refusals import RefusalError


def entity(kind: str, offset: int, length: int, **more: object) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b>", "a", [entity("bold", 0, 1)]),
        ("🏟 <i>a</i>", "🏟 a", [entity("italic", 3, 1)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("&lt;b&gt; &amp;&quot;&#33;&#x21;", '<b> &"!!', []),
        ("&ge;&laquo;&#12345678;", "&ge;&laquo;&#12345678;", []),
        ('<a href="https://a.ru/?x=1&amp;y=2">x</a>', "x",
         [entity("text_link", 0, 1, url="https://a.ru/?x=1&y=2")]),
        ('<pre><code class="language-python">x</code></pre>', "x",
         [entity("pre", 0, 1, language="python")]),
        ('<code class="language-fift"><pre>x</></>', "x", [entity("pre", 0, 1, language="fift")]),
        ('<code class="language-fift">x</code>', "x", [entity("code", 0, 1)]),
        ("<pre><code>x</code></pre>", "x", [entity("code", 0, 1), entity("pre", 0, 1)]),
        ("<a>telegram.org</a>", "telegram.org",
         [entity("text_link", 0, 12, url="http://telegram.org/")]),
        ('<a href="tg://user?id=7">x</a>', "x",
         [entity("text_mention", 0, 1, user={"id": 7, "is_bot": False, "first_name": "x"})]),
        ('<tg-time unix="12345" format="dt">x</tg-time>', "x",
         [entity("date_time", 0, 1, unix_time=12345, date_time_format="dt")]),
        ("<blockquote expandable>q</blockquote>", "q", [entity("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">s</span>', "s", [entity("spoiler", 0, 1)]),
        ("<b>  a  </b>", "a", [entity("bold", 0, 1)]),
        ("<b></b>a", "a", []),
        ("<B>a</B>", "a", [entity("bold", 0, 1)]),
    ],
)  # fmt: skip
def test_html_becomes_entities(source: str, text: str, entities: list[object]) -> None:
    assert read(source, "HTML", None) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("🏟 🏟&lt;<abac", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<abac>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba>", 'Can\'t find end tag corresponding to start tag "i"'),
        ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
        ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
        ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
        ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
        ("🏟 🏟&lt;<i>a</em   >",
         'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)  # fmt: skip
def test_broken_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        read(source, "HTML", None)

    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a*", "a", [entity("bold", 0, 1)]),
        ("_a_ __b__ ~c~ ||d||", "a b c d",
         [entity("italic", 0, 1), entity("underline", 2, 1), entity("strikethrough", 4, 1),
          entity("spoiler", 6, 1)]),
        ("*a _b_*", "a b", [entity("bold", 0, 3), entity("italic", 2, 1)]),
        (r"1\. a\-b\!", "1. a-b!", []),
        ("`a.b`", "a.b", [entity("code", 0, 3)]),
        ("```python\na.b\n```", "a.b", [entity("pre", 0, 3, language="python")]),
        (r"[x](https://a.ru/\)y)", "x", [entity("text_link", 0, 1, url="https://a.ru/)y")]),
        ("![👍](tg://emoji?id=25)", "👍", [entity("custom_emoji", 0, 2, custom_emoji_id="25")]),
        ("a```🏟 🏟```", "a 🏟", [entity("pre", 1, 3, language="🏟")]),
        (">q\n>w\nz", "q\nw\nz", [entity("blockquote", 0, 4)]),
    ],
)  # fmt: skip
def test_markdown_v2_becomes_entities(source: str, text: str, entities: list[object]) -> None:
    assert read(source, "MarkdownV2", None) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("я *a", "Can't find end of Bold entity at byte offset 3"),
        ("[a](b", "Can't find end of a URL at byte offset 3"),
        ("🏟 🏟```a ", "Can't find end of PreCode entity at byte offset 9"),
        ("🏟 🏟__🏟 🏟_", "Can't find end of Italic entity at byte offset 20"),
        ("🏟 🏟![👍]", "The entity must contain a tg://emoji or tg://time URL"),
        ("![👍](t://emoji?id=1)", "Invalid tg://emoji or tg://time URL specified"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
    ],
)
def test_broken_markdown_v2_is_refused(source: str, words: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        read(source, "MarkdownV2", None)

    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


def test_old_markdown_still_works() -> None:
    text, entities = read("*a* _b_ [c](https://d.ru) \\*", "Markdown", None)

    assert text == "a b c *"
    assert [one["type"] for one in entities] == ["bold", "italic", "text_link"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start abc", [("bot_command", "/start")]),
        ("see /help@metodbot now", [("bot_command", "/help@metodbot")]),
        ("я 🏟 @somebody", [("mention", "@somebody")]),
        ("https://ya.ru/x?a=1.", [("url", "https://ya.ru/x?a=1")]),
        ("почта a.b@school.ru тут", [("email", "a.b@school.ru")]),
        ("#тема и #5", [("hashtag", "#тема")]),
        ("и/или 3/4", []),
        ("конец.Начало", []),
    ],
)
def test_plain_text_is_searched(text: str, found: list[tuple[str, str]]) -> None:
    _, entities = read(text, None, None)
    units = text.encode("utf-16-le")

    assert [
        (e["type"], units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le"))
        for e in entities
    ] == found


@given(st.text(max_size=60))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain, _ = read(text, None, None)

    assert read(f"<b>{escaped}</b>", "HTML", None)[0] == plain


def read_or_refuse(source: str, parse_mode: str) -> Marked:
    """The reading, or nothing when it was refused as broken markup."""
    try:
        return read(source, parse_mode, None)
    except RefusalError as refusal:
        if "can't parse entities" not in refusal.description:
            raise
        return "", []


@given(st.text(alphabet="<>/abi&;= \"'🏟я", max_size=40))
def test_any_html_is_parsed_or_refused(source: str) -> None:
    text, entities = read_or_refuse(source, "HTML")
    units = len(text.encode("utf-16-le")) // 2
    assert all(e["length"] > 0 and e["offset"] + e["length"] <= units for e in entities)


@given(st.text(alphabet="*_[]()~`>#|{}.!\\ab \n🏟", max_size=40))
def test_any_markdown_is_parsed_or_refused(source: str) -> None:
    text, entities = read_or_refuse(source, "MarkdownV2")
    units = len(text.encode("utf-16-le")) // 2
    assert all(e["length"] > 0 and e["offset"] + e["length"] <= units for e in entities)
