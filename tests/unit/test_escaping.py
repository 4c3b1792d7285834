"""Text of others on a page is text: one function disarms it, and nothing of the explorer's goes without."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import explorer
from cypher.model import built_in_model
from cypher.results import GraphNode
from explorer.markdown import ACTED_ON, JOINER, MARKDOWN_SIGNS, escape, escape_around_code, make_link
from explorer.panels import details

HERE = Path(explorer.__file__).parent
ESCAPES = {"escape", "escape_around_code", "len"}
OWN_WORDS: dict[str, set[str]] = {
    "access/login_page.py": {"pages"},
    "app_pages/bring_in.py": {"rows", "why", "made", "loaded"},
    "panels/import_preview.py": {"title"},
    "panels/import_questions.py": {"more", "count_things"},
    "panels/details.py": {"reads", "role", "occasion", "whose", "alone"},
    "panels/evidence.py": {
        "_inflect", "count_things",
        "articles", "origins", "colour", "basis", "who", "what", "named",
    },
    "panels/around_item.py": {"_write_group"},
    "panels/asking.py": {"told", "count_things"},
    "panels/filter_ranges.py": {"told", "bars"},
    "panels/filters.py": {"number", "facet", "what", "loose", "_count_out"},
    "panels/selection.py": {"_mark"},
    "panels/ways_on.py": {"entry", "words", "write_about"},
    "panels/article.py": {"format_reasons"},
    "panels/clock.py": {"seconds"},
    "panels/history.py": {"format_stage"},
    "panels/line_records.py": {"format_record", "tell_origin"},
    "panels/notices.py": {"lines"},
    "panels/own_collection.py": {"broken", "named"},
    "panels/own_history.py": {"_shorten", "when"},
    "panels/scene_files.py": {"since", "told"},
    "panels/open_graph.py": {"what"},
    "panels/table_help.py": {"what"},
    "views/totals.py": {"named"},
}  # fmt: skip
"""By module, calls that escape what they are given, and names whose text is escaped or ours where they are set."""
DRAWS = {
    "markdown", "caption", "write", "warning", "info", "error", "success", "title", "header", "subheader", "button",
    "badge", "expander", "metric", "toast", "html", "popover", "tabs", "selectbox", "text_input", "number_input",
}  # fmt: skip


def drawn_values(tree: ast.AST) -> Iterator[ast.FormattedValue]:
    """What is put into texts that Streamlit reads as Markdown."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in DRAWS:
            for given_ in (*call.args, *(k.value for k in call.keywords if k.arg in ("label", "help", "body"))):
                yield from values_outside_escapes(given_)


def values_outside_escapes(node: ast.AST) -> Iterator[ast.FormattedValue]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ESCAPES:
        return
    if isinstance(node, ast.JoinedStr):
        yield from (v for v in node.values if isinstance(v, ast.FormattedValue))
    for inner in ast.iter_child_nodes(node):
        yield from values_outside_escapes(inner)


def is_safe(value: ast.FormattedValue, module: str) -> bool:
    inside, own_words = value.value, OWN_WORDS.get(module, set())
    if value.format_spec is not None and "".join(ast.unparse(value.format_spec)).strip("f'\"") in (",", ".0f"):
        return True
    if isinstance(inside, ast.Call) and isinstance(inside.func, ast.Name):
        return inside.func.id in ESCAPES | own_words
    if isinstance(inside, ast.IfExp):
        return isinstance(inside.body, ast.Constant) and isinstance(inside.orelse, ast.Constant)
    if isinstance(inside, ast.BinOp):
        return isinstance(inside.op, ast.Sub)
    if isinstance(inside, ast.Subscript):
        return ast.unparse(inside.value) == "GLOSSARY"
    return isinstance(inside, ast.Name) and (inside.id.isupper() or inside.id in own_words)


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.py")), ids=lambda p: str(p.relative_to(HERE)))
def test_what_is_put_into_a_page_is_escaped(path: Path) -> None:
    source, module = path.read_text(encoding="utf-8"), path.relative_to(HERE).as_posix()
    loose = [v for v in drawn_values(ast.parse(source)) if not is_safe(v, module)]
    assert [f"{v.lineno}: {ast.unparse(v.value)}" for v in loose] == []
    assert "unsafe_allow_html" not in source


def test_the_walk_finds_a_value_that_is_not_escaped() -> None:
    (value,) = drawn_values(ast.parse("st.markdown(f'id `{node.id}`')"))
    assert not is_safe(value, "panels/details.py")


def test_a_name_passes_only_in_its_own_module() -> None:
    (value,) = drawn_values(ast.parse("st.markdown(f'as {role}')"))
    assert [module for module in ("panels/details.py", "panels/evidence.py") if is_safe(value, module)] == [
        "panels/details.py"
    ]


def test_every_name_that_passes_is_drawn_in_its_module() -> None:
    for module, words in OWN_WORDS.items():
        drawn = [v.value for v in drawn_values(ast.parse((HERE / module).read_text(encoding="utf-8")))]
        called = [v.func if isinstance(v, ast.Call) else v for v in drawn]
        assert words <= {v.id for v in called if isinstance(v, ast.Name)}, module


@given(st.text())
def test_every_sign_of_markdown_is_escaped_and_nothing_is_lost(text: str) -> None:
    shown = escape(text)
    assert "\n" not in shown and "\r" not in shown
    at = 0
    while at < len(shown):
        if shown[at] == "\\":
            assert shown[at + 1] in MARKDOWN_SIGNS
            at += 1
        else:
            assert shown[at] not in MARKDOWN_SIGNS
        at += 1


@pytest.mark.parametrize(
    "text",
    ["https://a.b/x", "HTTP://a.b", "www.a.b", "a@b.cd", ":material/home:", ":streamlit:", "->", "<-", "---", ">="],
)
def test_what_the_page_would_act_on_even_escaped_is_parted(text: str) -> None:
    assert JOINER in escape(text)
    assert ACTED_ON.search(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see `counted-twice`.", "see `counted-twice`\\."),
        ("by `Deal.stage` or `in_part`", "by `Deal.stage` or `in_part`"),
        ("`not itemised` is left", "`not itemised` is left"),
    ],
)
def test_a_plain_word_between_backticks_is_shown_as_code(text: str, shown: str) -> None:
    assert escape_around_code(text) == shown


@pytest.mark.parametrize(
    "text",
    ["`<img src=x>`", "`[x](javascript:a)`", "`:material/home:`", "``x``", "`a", "\\`a\\`", "`$x$`", "`a\\`b", "` a`"],
)
def test_whatever_else_stands_between_backticks_stays_text(text: str) -> None:
    assert "`" not in escape_around_code(text).replace("\\`", "")


@given(st.text(alphabet="`\\ab-_.:<[*$ "))
def test_code_is_of_plain_words_and_all_around_it_is_escaped(text: str) -> None:
    code = re.compile(r"(?<!\\)`[A-Za-z0-9][A-Za-z0-9 /_.=-]*`")
    shown = escape_around_code(text).replace("\\\\", "")
    rest = code.sub("", shown)
    assert not set(re.sub(r"\\.", "", rest)) & MARKDOWN_SIGNS


def test_ordinary_text_is_left_whole() -> None:
    assert JOINER not in escape("deal/a-loan: USD 3 (up to), 2026-02-04 – Côte d'Ivoire")


def test_signs_that_turn_the_format_reading_direction_are_taken_out() -> None:
    assert escape("a\u202eb") == "ab"


@pytest.mark.parametrize(
    "text", ["https://a.example/x?y=1&z=%20#top", "http://a.example", "HTTPS://A.example:8080/x_y~z"]
)
def test_an_address_of_the_web_is_a_link_that_shows_where_it_leads(text: str) -> None:
    assert make_link(text) == f"[{escape(text)}]({text.replace('&', '&amp;')})"


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://a.example", "//a.example", "a.example",
        "https:a.example", "https://", "https://user@evil.example", "https://bank.example@evil.example/",
        "https://a.example/) [x](javascript:alert(1)", "https://a.example/\nhttps://b.example", " https://a.example",
        "https://a.example/x y", "https://аpple.example", "https://a.example/\u202egpj", "https://a.example\\@b.example",
        "https://a.example/<script>", "https://a.example/" + "x" * 3_000,
    ],
)  # fmt: skip
def test_what_is_no_plain_address_of_the_web_stays_text(text: str) -> None:
    assert make_link(text) == escape(text)


def test_what_the_panel_tells_of_a_source_links_its_address_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(details.st, "markdown", lambda text, **_: told.append(text))
    for url in ("https://a.example/x", "javascript:alert(1)"):
        source = GraphNode("source/a", "Source", {"url": url, "licence": "https://b.example", "retrieved": "2026-01"})
        details._show_properties(source, built_in_model(), {})
    fine, hostile = told
    assert fine.split("  \n")[0].endswith("](https://a.example/x)")
    assert "retrieved] January 2026" in fine
    assert fine.count("](") == 1
    assert "](" not in hostile


def test_the_panel_shows_each_former_name_with_its_time_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(details.st, "markdown", lambda text, **_: told.append(text))
    names = {"former_names": ["Old [Pits](http://a)", "Moles"], "former_names_since": ["1998", ""]}
    details._show_properties(GraphNode("company/a", "Company", names), built_in_model(), {})
    (text,) = told
    assert text == f":gray[former names] {escape('Old [Pits](http://a) (from 1998), Moles')}"
