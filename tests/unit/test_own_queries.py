"""Own queries in their folder: kept whole, read one by one, refused with line and column, never led out of it."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.model import built_in_model
from cypher.own import Draft, NotKept, QueryFolder, Rules, make_id, read_draft, read_own, rules_of, write_draft
from cypher.own.folder import MOST_BYTES, is_safe_name
from cypher.own.keep import MOST_DELETED
from cypher.own.read import check_draft
from cypher.saved import BadQuery, SavedQuery

RULES: Rules = rules_of(built_in_model())
FIELDS = {"id": "my-deals", "title": "My deals", "question": "Which deals are there?", "view": "table"}
TEXT = "MATCH (d:Deal {data_set: $data_set})\nRETURN d.name AS deal\nORDER BY deal"


def a_draft(text: str = TEXT, **fields: Any) -> Draft:
    return Draft({**FIELDS, **fields}, text)


def put(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def said(folder: Path) -> dict[str, str]:
    return {b.file: b.problem for b in read_own(folder, RULES).broken}


def test_what_is_kept_is_read_back_as_own(tmp_path: Path) -> None:
    kept = QueryFolder(tmp_path / "new").save(a_draft(tags=["money", "to check"]), RULES)
    (read,) = read_own(tmp_path / "new", RULES).queries
    assert read == kept
    assert (read.own, read.category, read.tags, read.text) == (True, "own queries", ("money", "to check"), TEXT)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["my-deals.cypher"]


def test_no_folder_is_no_query_and_no_problem(tmp_path: Path) -> None:
    assert read_own(tmp_path / "none", RULES) == read_own(tmp_path, RULES)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.cypher", "MATCH (n) RETURN n", "a.cypher:1:1: begins with no header"),
        ("a.cypher", "// id: [\nRETURN 1 AS x", "a.cypher:1:9: while parsing a flow node"),
        ("a.cypher", "// a: &a [1]\n// b: *a\nRETURN 1 AS x", "a.cypher:2:7: its header refers to another part"),
        ("a.cypher", f"// a: {'[' * 9000}\nRETURN 1 AS x", "a.cypher:1:16: its header is nested more than 10 deep"),
        ("a.cypher", "// id: b\n// title: T\n// question: Q?\n// view: table\nRETURN 1 AS x", "name the file b.cypher"),
        (
            "a.cypher",
            "// id: a\n// title: T\n// question: Q?\n// view: table\nMATCH (n:Dael)\nRETURN n.id AS id",
            "a.cypher:5:10: 'Dael' is no label or relationship type (did you mean Deal?)",
        ),
        (
            "a.cypher",
            "// id: a\n// title: T\n// question: Q?\n// view: table\nMATCH (n:Deal)\n  SET n.x = 1 RETURN n",
            "a.cypher:6:3: SET writes",
        ),
        (
            "a.cypher",
            "// id: a\n// title: T\n// question: Q?\n// view: table\nMATCH (n:Deal)\nRETURN apoc.do(n) AS x",
            "a.cypher:6:8: the function apoc.do is none of Cypher's own",
        ),
        (
            "a.cypher",
            "// id: a\n// title: T\n// question: Q?\n// view: table\n// leaves_out:\n//   - says: all\n"
            "//     found_by: drop-nodes-of-a-label\nRETURN 1 AS x",
            "a.cypher:5:4: leaves_out: it asks by the program's own statements",
        ),
        ("a.cypher", '// id: a\n// title: "T\\e[31m"\n// view: table\nRETURN 1 AS x', "a.cypher:2:4: title"),
        ("a.cypher", "// id: a\n// own: false\nRETURN 1 AS x", "a.cypher:2:4: own: is no field of a header"),
        (
            "all-money.cypher",
            "// id: all-money\n// title: T\n// question: Q?\n// view: table\nRETURN 1 AS x",
            "all-money is a saved query that comes with Lodegraph: choose another id, such as my-all-money",
        ),
        ("A.cypher", "", "A.cypher: no name of a query's file"),
        ("nul.cypher", "", "nul.cypher: no name of a query's file"),
        ("a.cypher", "x" * (MOST_BYTES + 1), "it has more than 100,000 bytes"),
    ],
)  # fmt: skip
def test_a_broken_file_says_where_and_hides_no_other(tmp_path: Path, name: str, text: str, says: str) -> None:
    QueryFolder(tmp_path).save(a_draft(), RULES)
    put(tmp_path, name, text)
    assert [q.id for q in read_own(tmp_path, RULES).queries] == ["my-deals"]
    assert list(said(tmp_path)) == [name]
    assert says in said(tmp_path)[name]


def test_bytes_that_are_no_text_are_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "a.cypher").write_bytes(b"// id: a\n\xff")
    assert said(tmp_path)["a.cypher"] == "a.cypher: line 2 is no UTF-8: save it in that encoding"


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_files_of_other_editors_are_read(tmp_path: Path, ends: str) -> None:
    (tmp_path / "my-deals.cypher").write_bytes(("\ufeff" + write_draft(a_draft()).replace("\n", ends)).encode())
    assert [q.text for q in read_own(tmp_path, RULES).queries] == [TEXT]


def test_links_are_not_followed_and_devices_not_waited_for(tmp_path: Path) -> None:
    outside = put(tmp_path, "my-deals.cypher", write_draft(a_draft()))
    folder = tmp_path / "queries"
    folder.mkdir()
    (folder / "my-deals.cypher").symlink_to(outside)
    os.mkfifo(folder / "pipe.cypher")
    assert read_own(folder, RULES).queries == ()
    assert "it is a link, which is not followed" in said(folder)["my-deals.cypher"]
    assert "it is no plain file" in said(folder)["pipe.cypher"]
    with pytest.raises(NotKept, match="already"):
        QueryFolder(folder).save(a_draft(), RULES)
    assert outside.read_text(encoding="utf-8") == write_draft(a_draft())


@pytest.mark.parametrize("query_id", ["", "..", "../x", "a/b", "A", "con", "com1", "a\n", "a" * 81, "ä"])
def test_no_id_leads_out_of_the_folder(tmp_path: Path, query_id: str) -> None:
    folder = QueryFolder(tmp_path / "queries")
    with pytest.raises((BadQuery, NotKept)):
        folder.save(a_draft(id=query_id), RULES)
    for call in (folder.open, folder.delete, folder.restore):
        with pytest.raises(NotKept, match="no id of a query"):
            call(query_id)
    assert list(tmp_path.iterdir()) == []


def test_saving_never_writes_over_another_query(tmp_path: Path) -> None:
    folder = QueryFolder(tmp_path)
    folder.save(a_draft(), RULES)
    with pytest.raises(NotKept, match="there is an own query my-deals already"):
        folder.save(a_draft("RETURN 2 AS x"), RULES)
    opened = folder.open("my-deals")
    put(tmp_path, "my-deals.cypher", write_draft(a_draft("RETURN 3 AS x")))
    with pytest.raises(NotKept, match="changed or deleted elsewhere"):
        folder.save(a_draft("RETURN 2 AS x"), RULES, opened)
    assert folder.open("my-deals").draft.text == "RETURN 3 AS x"


def test_what_breaks_a_rule_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    folder = QueryFolder(tmp_path)
    folder.save(a_draft(), RULES)
    with pytest.raises(BadQuery, match="DETACH writes"):
        folder.save(a_draft("MATCH (n:Deal) DETACH DELETE n"), RULES, folder.open("my-deals"))
    assert folder.open("my-deals").draft.text == TEXT
    assert [path.name for path in tmp_path.iterdir()] == ["my-deals.cypher"]


def test_a_query_is_renamed_and_tagged_and_keeps_all_else(tmp_path: Path) -> None:
    folder = QueryFolder(tmp_path)
    folder.save(a_draft(how_to_read="With care: each deal once."), RULES)
    folder.save(a_draft(id="our-deals", how_to_read="With care: each deal once."), RULES, folder.open("my-deals"))
    folder.tag(folder.open("our-deals"), ["new"], RULES)
    (query,) = read_own(tmp_path, RULES).queries
    assert (query.id, query.tags, query.how_to_read) == ("our-deals", ("new",), "With care: each deal once.")
    folder.tag(folder.open("our-deals"), [], RULES)
    assert "tags" not in folder.open("our-deals").draft.fields


def test_a_deleted_query_is_had_back(tmp_path: Path) -> None:
    folder = QueryFolder(tmp_path)
    folder.save(a_draft(), RULES)
    folder.delete("my-deals")
    assert read_own(tmp_path, RULES).queries == ()
    assert folder.list_deleted() == ("my-deals",)
    folder.save(a_draft("RETURN 2 AS x"), RULES)
    with pytest.raises(NotKept, match="there is another own query my-deals now"):
        folder.restore("my-deals")
    folder.save(a_draft("RETURN 2 AS x", id="other"), RULES, folder.open("my-deals"))
    folder.restore("my-deals")
    assert folder.open("my-deals").draft.text == TEXT
    with pytest.raises(NotKept, match="no longer kept"):
        folder.restore("my-deals")


def test_so_many_deleted_queries_are_kept_and_no_more(tmp_path: Path) -> None:
    folder = QueryFolder(tmp_path)
    for number in range(MOST_DELETED + 3):
        folder.save(a_draft(id=f"q-{number}"), RULES)
        folder.delete(f"q-{number}")
    assert folder.list_deleted() == tuple(f"q-{n}" for n in range(MOST_DELETED + 2, 2, -1))


def test_a_full_or_closed_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotKept, match="cannot keep"):
        QueryFolder(tmp_path / "file").save(a_draft(), RULES)


def test_a_comment_that_begins_the_statement_stays_one(tmp_path: Path) -> None:
    text = "// what I ask myself\nMATCH (d:Deal) RETURN d.id AS id"
    assert QueryFolder(tmp_path).save(a_draft(text), RULES).text == text


PRINTABLE = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=60
)
NAMES = st.sampled_from(["country", "most", "since"])


@given(
    title=PRINTABLE,
    question=PRINTABLE,
    how=PRINTABLE,
    tags=st.lists(PRINTABLE.map(lambda tag: tag[:40]), max_size=4),
    comment=PRINTABLE,
    default=PRINTABLE,
)  # fmt: skip
def test_every_title_tag_and_default_comes_back_as_it_was(
    title: str, question: str, how: str, tags: list[str], comment: str, default: str
) -> None:
    parameters = [{"name": "name", "type": "text", "meaning": title, "default": default}]
    text = f"// {comment.strip()}\nMATCH (d:Deal) WHERE d.name = $name\nRETURN d.id AS id"
    draft = a_draft(text, title=title, question=question, how_to_read=how, tags=tags, parameters=parameters)
    again = read_draft("my-deals.cypher", write_draft(draft))
    assert again == Draft(draft.fields, text.strip())
    if "\\u" not in text and "//" not in comment:
        query: SavedQuery = check_draft(draft, RULES)
        assert (query.title, query.question, query.how_to_read, list(query.tags)) == (title, question, how, tags)
        assert query.parameters[0].default == default


@given(st.text(max_size=80) | st.sampled_from(["Con", "LPT1 and more"]))
def test_every_title_makes_an_id_that_is_a_safe_name(title: str) -> None:
    made = make_id(title)
    assert is_safe_name(f"{made}.cypher")


@given(st.text(max_size=200), st.text(max_size=20))
def test_whatever_a_file_holds_it_is_a_query_or_broken(text: str, name: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        try:
            (folder / f"{name}.cypher").write_text(text, encoding="utf-8")
        except (OSError, ValueError, UnicodeEncodeError):
            return
        own = read_own(folder, RULES)
        assert len(own.queries) + len(own.broken) <= 1
