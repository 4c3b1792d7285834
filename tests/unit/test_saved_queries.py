"""The catalog refuses a query that breaks a rule, and says which; the program's own queries keep them all."""

import re
from pathlib import Path

import pytest

from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.results import Subgraph, Table
from cypher.saved import BadQuery, Parameter, SavedQuery, UnknownQuery, read_catalog
from cypher.saved.catalog import FOLDER
from cypher.saved.categories import CATEGORIES
from cypher.saved.notes import read_notes
from tests.unit.test_answers_from_the_graph import Canned

MODEL = built_in_model()

HEADER = {"id": "a-query", "title": "A query", "question": "What is there?", "view": "table"}
TEXT = "MATCH (n:Deal {data_set: $data_set}) RETURN n.name AS deal"
NODE = "[{name: node, type: node, meaning: the middle, default: country/CD, labels: [Country]}]"


def read(folder: Path, text: str = TEXT, file: str = "one/a-query.cypher", **header: str) -> SavedQuery:
    """Write a query file with the usual header and what differs from it; read the catalog that it makes."""
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    lines = [f"// {name}: {value}" for name, value in (HEADER | header).items() if value]
    path.write_text("\n".join([*lines, text, ""]), encoding="utf-8")
    return read_catalog(MODEL, folder).get(header.get("id") or "a-query")


def test_every_query_file_that_comes_with_the_program_is_read() -> None:
    queries = read_catalog(MODEL).queries
    assert {q.id for q in queries} == {path.stem for path in FOLDER.glob("*/*.cypher")}
    assert {"network", "table", "totals"} == {q.view for q in queries}
    assert all(q.question.endswith("?") for q in queries)
    assert [q.id for q in queries if not q.how_to_read] == []
    assert all("$data_set" in q.text for q in queries)


def test_a_sound_query_is_read_with_its_category_and_without_its_header(tmp_path: Path) -> None:
    query = read(tmp_path)
    assert (query.category, query.view, query.text) == ("one", "table", TEXT)


def test_a_line_that_names_shared_lines_becomes_these_each_under_its_conditions(tmp_path: Path) -> None:
    text = "MATCH (c:Country {data_set: $data_set})\nWITH c, [c] AS found\n{{agencies of c}} // with node\nRETURN found"
    made = read(tmp_path, text).text.splitlines()
    assert made[2:5] == [
        "OPTIONAL MATCH (c)<-[:AGENCY_OF*1..3]-(agency:Agency) // with node",
        "WITH c, found, collect(DISTINCT agency) AS more // with node",
        "WITH c, found + more AS found // with node",
    ]
    assert (made[0], made[5], len(made)) == (text.splitlines()[0], "RETURN found", 6)


def test_a_line_that_names_no_shared_lines_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    said = r"a-query\.cypher:6:1: there is no fragment 'friends of': there are agencies of, companies in, kinds of"
    with pytest.raises(BadQuery, match=said):
        read(tmp_path, TEXT + "\n{{friends of n}}")


def test_queries_come_in_the_order_of_the_categories_and_those_of_no_known_one_last(tmp_path: Path) -> None:
    for folder in ("zebra", "data-quality", "another", "agencies-and-money", "start-here"):
        read(tmp_path, file=f"{folder}/{folder}.cypher", id=folder)
    catalog = read_catalog(MODEL, tmp_path)
    assert catalog.categories == ("start here", "agencies and money", "data quality", "another", "zebra")
    assert [q.category for q in catalog.queries] == list(catalog.categories)


def test_every_query_of_the_program_stands_in_a_known_category() -> None:
    assert read_catalog(MODEL).categories == CATEGORIES


def test_a_comment_below_the_header_stays_with_the_text(tmp_path: Path) -> None:
    text = "// why: the newest first, don't SET anything\n" + TEXT
    assert read(tmp_path, "\n" + text).text == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TEXT + ", $other", r"\$other is used and not declared"),
        ("MATCH (n:Secret) RETURN n", "'Secret' is no label or relationship type"),
        ("MATCH (n:`Secret`) RETURN n", "'Secret' is no label"),
        ("MATCH (n)-[:SIGNED]->(m) RETURN n", "'SIGNED' is no label or relationship type"),
        ("MATCH (n:$($data_set)) RETURN n", r"'\$' is no label"),
        ("MATCH (n:Deal) SET n.name = 'x' RETURN n", "SET does not only read"),
        ("MATCH (n:Deal) RETURN sum(n.amount_value)", "aggregates amounts by sum: return the deals with `view"),
        (r"RETURN 'a\u0027 DELETE'", r"it holds \\u"),
        ("", "text: .*at least 1 character"),
    ],
)
def test_a_text_that_breaks_a_rule_is_refused_by_file_and_rule(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadQuery, match=rf"a-query\.cypher:\d+:\d+: .*{said}"):
        read(tmp_path, text)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ({"parameters": NODE}, "node is declared and not used"),
        ({"parameters": NODE.replace("Country]", "Land]")}, "there is no label 'Land'"),
        ({"parameters": NODE.replace("type: node", "type: date")}, "parameters.0.type: "),
        ({"view": "totals"}, "aggregates amounts by max"),
        ({"view": "pie"}, "view: "),
        ({"as_of": "day"}, "as_of names day, which is no parameter of type day"),
        ({"as_of": "day", "parameters": "[{name: day, type: day, meaning: it, default: ''}]"}, "as_of of a table asks"),
        ({"reckons": "stars"}, "reckons: .*no step 'stars': there are days, figures, history, papers, periods"),
        ({"between": "days"}, "between names days, which is no parameter of type days"),
        ({"reckons": "days"}, "between goes with a step that reckons with a span of days: days"),
        ({"reckons": "history", "view": "network"}, "reckons is for a table, and its view is network"),
        ({"stakes_of": "owner"}, "stakes_of names owner, which is no parameter"),
        ({"walks": "true"}, "walks and leaves out the walkable types .*FUNDS"),
        ({"question": ""}, "question: Field required"),
        ({"colour": "red"}, "colour: "),
        ({"id": "Another Query"}, "id: "),
        ({"title": "[never closed"}, "expected"),
    ],
)
def test_a_header_that_breaks_a_rule_is_refused_by_file_and_rule(
    tmp_path: Path, header: dict[str, str], said: str
) -> None:
    with pytest.raises(BadQuery, match=rf"a-query\.cypher:\d+:\d+: .*{said}"):
        read(tmp_path, TEXT + ", max(n.line)", **header)


@pytest.mark.parametrize(
    ("text", "header", "place"),
    [
        (TEXT + ",\n  $other", {}, r"6:3: \$other is used"),
        ("// SET is no word here\n\nMATCH (n:Deal)\nSET n.name = 'SET' RETURN n", {}, "9:1: SET does not only read"),
        ("MATCH (n:Deal {name: ':Secret'})-->(:`Secret`)", {}, "5:39: 'Secret' is no label"),
        ("MATCH (n:{{walkable}} {a: 1}) RETURN n, $other", {}, r"5:41: \$other is used"),
        ("RETURN 1\nAS a, 'b\\u0027'", {}, r"6:9: it holds"),
        (TEXT, {"title": "[never closed"}, r"3:12: while parsing a flow sequence, expected"),
        (TEXT, {"view": "pie"}, "4:4: view: "),
        (TEXT, {"walks": "true"}, "5:4: it walks"),
        (TEXT, {"question": ""}, "1:1: question: Field required"),
        (
            TEXT,
            {"parameters": "\n//  - {name: a, type: text}\n//  - {name: b, type: text}"},
            r"6:5: parameters\.0\.meaning: .*7:5: parameters\.1\.meaning",
        ),
        (TEXT, {"parameters": NODE}, "5:24: node is declared and not used"),
    ],
)
def test_a_refusal_leads_to_line_and_column(tmp_path: Path, text: str, header: dict[str, str], place: str) -> None:
    with pytest.raises(BadQuery, match=rf"a-query\.cypher:{place}"):
        read(tmp_path, "\n" + text if text.startswith("//") else text, **header)


ODD = (
    "3", "-1.5", "true", "null", "[]", "[1, [2]]", "[null]", "{a: {b: 1}}", "{}", "2026-02-04", "2026-99-99", "''",
    "9" * 5_000, "[" * 2_000, "&a [*a]", "&a {a: *a}", "!!binary x", "!!python/name:os.system", "*nowhere", "a: b: c",
    "'\\0'", '"\\0"', "../catalog",
)  # fmt: skip
FIELDS = (*SavedQuery.model_fields, "colour", "3", "null", "[a]", "? [a]")
PARTS = {"parameters": tuple(Parameter.model_fields), "leaves_out": ("says", "found_by")}
SOUND = {
    "parameters": {"name": "node", "type": "node", "meaning": "it", "labels": "[Country]"},
    "leaves_out": {"says": "more", "found_by": "agencies-that-fund"},
}


def reads_or_is_refused_with_its_place(folder: Path, **header: str) -> None:
    lines = [f"// {name}: {value}" for name, value in (HEADER | header).items()]
    path = folder / "one" / "a-query.cypher"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([*lines, TEXT, ""]), encoding="utf-8")
    try:
        read_catalog(MODEL, folder)
    except BadQuery as error:
        assert re.match(r"a-query\.cypher:\d+:\d+: .", str(error))


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", ODD)
def test_whatever_stands_in_a_header_is_read_or_refused_with_its_place(tmp_path: Path, field: str, value: str) -> None:
    reads_or_is_refused_with_its_place(tmp_path, **{field: value})


@pytest.mark.parametrize(("field", "part"), [(field, part) for field, parts in PARTS.items() for part in parts])
@pytest.mark.parametrize("value", ODD)
def test_whatever_stands_below_a_field_is_read_or_refused_with_its_place(
    tmp_path: Path, field: str, part: str, value: str
) -> None:
    entry = "\n//     ".join(f"{name}: {v}" for name, v in (SOUND[field] | {part: value}).items())
    reads_or_is_refused_with_its_place(tmp_path, **{field: f"\n//   - {entry}"})


@pytest.mark.parametrize("name", ["text", "model", "category"])
def test_what_the_program_fills_in_is_no_field_of_a_header(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadQuery, match=rf"a-query\.cypher:5:4: {name}: "):
        read(tmp_path, view=f"table\n// {name}: something")


def test_what_finds_the_rest_is_a_statement_without_places(tmp_path: Path) -> None:
    for name, said in (("nodes-by-id", "has places that nothing fills"), ("nodes-by-it", "there is no internal")):
        with pytest.raises(BadQuery, match=said):
            read(tmp_path, leaves_out=f"[{{says: more, found_by: {name}}}]")


def test_a_walk_names_every_walkable_type(tmp_path: Path) -> None:
    text = f"MATCH p = (a:Deal)-[:{'|'.join(MODEL.walkable_types)}*..3]-(b) RETURN p"
    assert read(tmp_path, text, walks="true").walks


def test_a_file_without_a_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadQuery, match=r"a-query\.cypher:1:1: begins with no header: see docs/queries.md"):
        read(tmp_path, **dict.fromkeys(HEADER, ""))


def test_a_file_that_is_not_named_after_its_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadQuery, match=r"name the file other.cypher"):
        read(tmp_path, id="other")


def test_an_id_that_stands_in_two_categories_is_refused(tmp_path: Path) -> None:
    read(tmp_path)
    with pytest.raises(BadQuery, match="the id a-query stands already under one"):
        read(tmp_path, file="two/a-query.cypher")


def test_an_unknown_id_is_answered_with_the_ids_that_there_are(tmp_path: Path) -> None:
    read(tmp_path)
    with pytest.raises(
        UnknownQuery, match=r"there is no saved query 'a-quary' \(did you mean a-query\?\): there are a-query"
    ):
        read_catalog(MODEL, tmp_path).get("a-quary")


def test_a_query_of_another_data_set_says_of_which(tmp_path: Path) -> None:
    read(tmp_path, data_set="theirs")
    offered = read_catalog(MODEL, tmp_path).offered("ours", Guide())
    for catalog in (offered, offered.offered("ours", Guide())):
        with pytest.raises(UnknownQuery, match=r"^the saved query 'a-query' is for the data set 'theirs' only$"):
            catalog.get("a-query")
    assert read_catalog(MODEL, tmp_path).offered("theirs", Guide()).get("a-query").data_set == "theirs"


@pytest.mark.parametrize(
    ("value", "said"), [("not_stated", "whose money is not stated"), ("us_government", "whose it is US government")]
)
def test_a_term_that_was_looked_for_in_vain_is_told_in_words(tmp_path: Path, value: str, said: str) -> None:
    text = "MATCH (d:Deal {data_set: $data_set}) WHERE d.whose_money = $whose RETURN d"
    query = read(tmp_path, text, parameters="[{name: whose, type: term, of: Deal.whose_money, meaning: whose it is}]")
    nothing = (Table((), ()), Subgraph(), None)
    (note,) = read_notes(Canned({}), query, {"whose": value}, "set", nothing)  # type: ignore[arg-type]
    assert f" for {said}. " in note
