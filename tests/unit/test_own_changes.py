"""Renaming and deleting one's own queries on the command line, and having them back."""

import json
from pathlib import Path

from cypher.own import QueryFolder, read_own, write_draft
from tests.unit.test_collections_of_own_queries import run
from tests.unit.test_own_queries import RULES, a_draft, put


def keep(folder: Path, *ids: str) -> None:
    for one in ids:
        QueryFolder(folder).save(a_draft(id=one, tags=["rail"]), RULES)


def ids_in(folder: Path) -> list[str]:
    return [q.id for q in read_own(folder, RULES).queries]


def test_a_renamed_query_has_its_new_id_and_nothing_else_is_changed(tmp_path: Path) -> None:
    keep(tmp_path, "mine")
    (was,) = read_own(tmp_path, RULES).queries
    code, _, told = run(tmp_path, "rename", "mine", "deals-of-mine")
    assert (code, "mine is deals-of-mine now" in told) == (0, True)
    assert read_own(tmp_path, RULES).queries == (was.model_copy(update={"id": "deals-of-mine"}),)
    assert run(tmp_path, "rename", "deals-of-mine", "mine")[0] == 0
    assert read_own(tmp_path, RULES).queries == (was,)


def test_a_deleted_query_is_had_back_as_it_was(tmp_path: Path) -> None:
    keep(tmp_path, "first", "second")
    text = (tmp_path / "first.cypher").read_bytes()
    code, _, told = run(tmp_path, "delete", "first")
    assert (code, "`lodegraph query undo first`" in told, ids_in(tmp_path)) == (0, True, ["second"])
    assert run(tmp_path, "undo")[0] == 0
    assert (tmp_path / "first.cypher").read_bytes() == text


def test_undo_has_the_last_one_back_and_another_by_its_id(tmp_path: Path) -> None:
    keep(tmp_path, "first", "second", "third")
    for one in ("first", "second", "third"):
        assert run(tmp_path, "delete", one)[0] == 0
    assert json.loads(run(tmp_path, "undo", "first", "--format", "json")[1])["restored"] == "first"
    assert json.loads(run(tmp_path, "undo", "--format", "json")[1])["restored"] == "third"
    assert sorted(ids_in(tmp_path)) == ["first", "third"]


def test_another_query_is_never_written_over(tmp_path: Path) -> None:
    keep(tmp_path, "first", "second")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    code, _, told = run(tmp_path, "rename", "first", "second")
    assert (code, "there is an own query second already" in told) == (1, True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    run(tmp_path, "delete", "first")
    keep(tmp_path, "first")
    code, _, told = run(tmp_path, "undo")
    assert (code, "there is another own query first now" in told) == (1, True)
    assert sorted(ids_in(tmp_path)) == ["first", "second"]


def test_saved_queries_can_be_neither_renamed_nor_deleted_nor_taken_the_name_of(tmp_path: Path) -> None:
    keep(tmp_path, "mine")
    for words in (("rename", "mineral-deals", "other"), ("delete", "mineral-deals")):
        code, _, told = run(tmp_path, *words)
        assert (code, "comes with Lodegraph, and only your own can be" in told) == (2, True)
        assert "`lodegraph query show mineral-deals`" in told
    code, _, told = run(tmp_path, "rename", "mine", "mineral-deals")
    assert (code, "choose another id, such as my-mineral-deals" in told) == (1, True)
    assert ids_in(tmp_path) == ["mine"]


def test_what_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    assert "there are no own queries in" in run(tmp_path, "delete", "mine")[2]
    assert "nothing was deleted that is still kept" in run(tmp_path, "undo")[2]
    keep(tmp_path, "nickel-deals", "other")
    for words in (("delete", "nikel-deals"), ("rename", "nikel-deals", "x")):
        code, _, told = run(tmp_path, *words)
        assert (code, "no own query nikel-deals (did you mean nickel-deals?)" in told) == (2, True)
    run(tmp_path, "delete", "nickel-deals")
    code, _, told = run(tmp_path, "undo", "nikel-deals")
    assert (code, "(did you mean nickel-deals?): there are nickel-deals" in told) == (2, True)


def test_no_id_leads_out_of_the_folder(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    keep(mine, "good")
    outside = put(tmp_path, "outside.cypher", write_draft(a_draft(id="outside")))
    for words in (("delete", "../outside"), ("rename", "../outside", "inside"), ("undo", "../outside")):
        assert run(mine, *words)[0] == 2
    for new in ("../outside", "a/b", "Good", "", "con", "x" * 90):
        code, _, told = run(mine, "rename", "good", new)
        assert (code, "is no id of a query" in told) == (1, True)
    assert outside.is_file()
    assert ids_in(mine) == ["good"]


def test_a_broken_query_can_be_deleted_and_one_that_its_name_breaks_renamed(tmp_path: Path) -> None:
    put(tmp_path, "odd.cypher", "no header")
    put(tmp_path, "one.cypher", write_draft(a_draft(id="two")))
    code, _, told = run(tmp_path, "rename", "odd", "even")
    assert (code, "odd.cypher:1:1: begins with no header" in told) == (1, True)
    assert run(tmp_path, "rename", "one", "two")[0] == 0
    assert run(tmp_path, "delete", "odd")[0] == 0
    assert (ids_in(tmp_path), read_own(tmp_path, RULES).broken) == (["two"], ())


def test_what_was_done_is_told_as_json(tmp_path: Path) -> None:
    keep(tmp_path, "mine")
    folder = str(tmp_path)
    assert json.loads(run(tmp_path, "rename", "mine", "yours", "--format", "json")[1]) == {
        "folder": folder, "renamed": "mine", "to": "yours",
    }  # fmt: skip
    assert json.loads(run(tmp_path, "delete", "yours", "--format", "json")[1]) == {"folder": folder, "deleted": "yours"}
