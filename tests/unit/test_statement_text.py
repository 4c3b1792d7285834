"""Names and families in the text of statements: quoted in one way, filled everywhere, and told where they are not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.internal import FOLDER, statement
from cypher.model import built_in_model
from cypher.saved.catalog import FOLDER as QUERIES
from cypher.saved.cypher_words import writing_words
from cypher.text import BadTemplate, Literal, PropertyMap, UnquotableName, fill, fill_families, quote

FAMILIES = {"walkable": ("FUNDS", "KNOWS `of"), "none": ()}
FILES = sorted(FOLDER.glob("*.cypher"))
MODEL = built_in_model()
WRITING = (
    "create-nodes", "create-rel", "merge-", "update-", "delete-", "drop-nodes", "drop-rel", "take-", "prove-", "give-",
    "paste-",
)  # fmt: skip
SCHEMA_OR_TRIED = ("make-ids", "drop-a-constraint", "create-a-")
ROOT = Path(__file__).parents[2]
CODE = [p for package in ("cypher", "loader", "explorer", "lodegraph") for p in sorted((ROOT / package).rglob("*.py"))]
CLAUSE = re.compile(
    r"\b(MATCH|MERGE|CREATE) \(|\b(UNWIND|RETURN|CALL|SHOW|DELETE|DROP|REMOVE) +[$\w]|\b(RETURN|WHERE|SET) \w+\.\w+"
)


def filled(path: Path) -> str:
    names = {"label": "A", "type": "B", "property": "c", "start": "S", "end": "E", "name": "n", "funder": "F"}
    families = {**MODEL.families, "walked": MODEL.walkable_types}
    values = {"rows": Literal("[{}]"), "data_set": Literal("$data_set")}
    return statement(path.stem, families, properties=PropertyMap("row", ("id", "a name")), **names, **values)


def texts_of(path: Path) -> Iterator[tuple[int, str]]:
    """The string literals of a module, but for those that only explain."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explains = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explains:
            yield node.lineno, node.value


FALLING_BACK = re.compile(r"coalesce\((\w+)\.name, \1\.(?:id|data_set)\)")
NAMES_AS_THEY_ARE = {"names-of-a-label", "nodes-of-full-text-indexes"}
"""What the search reads: it falls back by itself."""


@pytest.mark.parametrize("path", [*FILES, *sorted(QUERIES.glob("*/*.cypher"))], ids=lambda path: path.stem)
def test_a_name_that_somebody_removed_is_read_as_the_id(path: Path) -> None:
    if path.stem not in NAMES_AS_THEY_ARE:
        rest = FALLING_BACK.sub("", path.read_text(encoding="utf-8")).replace("| s.name]", "")
        assert not re.search(r"\w\.name\b", rest)


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("Deal", "Deal"),
        ("GOES_TO", "GOES_TO"),
        ("full name", "`full name`"),
        ("Odd `Label", "`Odd ``Label`"),
        ("`) DETACH DELETE n //", "```) DETACH DELETE n //`"),
        ("1st", "`1st`"),
        ("Zürich", "`Zürich`"),
        ("a\\b", "`a\\b`"),
    ],
)
def test_a_name_is_quoted_unless_it_is_a_plain_word(name: str, quoted: str) -> None:
    assert quote(name) == quoted


@pytest.mark.parametrize("name", ["", "a\0b", "a\\u0060b", "\\U00000060"])
def test_a_name_that_some_server_would_read_as_another_is_refused(name: str) -> None:
    with pytest.raises(UnquotableName, match="cannot stand in a statement"):
        quote(name)


def test_places_are_filled_with_quoted_names_and_families() -> None:
    text = "MATCH (n:{{label}})-[:{{walkable}}]->()"
    filled = fill(text, {"label": "A B"}, FAMILIES, "x.cypher")
    assert filled == "MATCH (n:`A B`)-[:FUNDS|`KNOWS ``of`]->()"


def test_a_map_of_properties_is_filled_with_quoted_names_and_the_places_of_their_values() -> None:
    given = PropertyMap("row", ("id", "odd}) DETACH DELETE n //", "a `tick"))
    inside = "id: row[0], `odd}) DETACH DELETE n //`: row[1], `a ``tick`: row[2]"
    assert fill("CREATE (n {a: 1, {{properties}}})", {"properties": given}, {}, "x") == f"CREATE (n {{a: 1, {inside}}})"


def test_a_name_that_looks_like_a_place_is_not_filled_again() -> None:
    assert fill("(n:{{label}})", {"label": "{{walkable}}"}, FAMILIES, "x.cypher") == "(n:`{{walkable}}`)"


def test_a_place_that_nothing_fills_is_told_by_file_line_and_column() -> None:
    with pytest.raises(BadTemplate, match=r"x\.cypher:2:7: nothing fills {{label}}"):
        fill("RETURN\n  (n: {{label}})", {}, FAMILIES, "x.cypher")
    assert fill_families("{{label}} {{none}}", FAMILIES) == "{{label}} {{none}}"


def test_a_statement_counts_the_lines_of_its_file() -> None:
    with pytest.raises(BadTemplate, match=r"nodes-of-a-label\.cypher:2:10: nothing fills {{label}}"):
        statement("nodes-of-a-label")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_each_statement_says_what_it_answers_and_takes_no_label_from_a_parameter(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(r"// [A-Z].*\.\n", text)
    assert ":$" not in text
    assert "$(" not in text


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_each_statement_is_whole_once_its_places_are_filled(path: Path) -> None:
    text = filled(path)
    assert "{{" not in text
    assert not text.startswith("//")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_statement_writes_only_where_its_name_says_so_and_only_in_a_data_set(path: Path) -> None:
    text, name = filled(path), path.stem
    assert name.startswith(WRITING + SCHEMA_OR_TRIED) == bool(writing_words(text) - {"CALL"})
    assert "data_set: $data_set" in text or "data_set = $data_set" in text or not name.startswith(WRITING)


def test_no_cypher_stands_in_python() -> None:
    """Every statement is in a file that people can read, run and look for; Python only names it."""
    found = [f"{path}:{line}: {text[:60]!r}" for path in CODE for line, text in texts_of(path) if CLAUSE.search(text)]
    assert not found, "\n".join(found)
