"""What is checked is what is loaded, however many records there are and whatever happens to their files meanwhile."""

import sys
from pathlib import Path

import pytest

from loader import spool
from loader.check import check
from loader.digest import digest
from loader.read import BadFolder
from loader.records import Link, Node, pack_item, unpack_item
from loader.rows import make_rows
from loader.spool import Spool
from tests.unit.small_records import deal, folder_of

TALKS = "- {id: country/CC, name: C, says: Sits., evidence: [paper:1], links: [{type: ATTENDS, to: event/talks}]}\n"


def test_items_come_back_as_they_were_from_memory_and_from_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = list(check(folder_of(tmp_path, TALKS + deal("deal/x"))).items)
    assert {type(i) for i in items} == {Node, Link}
    monkeypatch.setattr(spool, "IN_MEMORY", 10)
    kept = Spool(pack_item, unpack_item)
    for item in items * 400:
        kept.add(item)
    assert len(kept) == len(items) * 400
    assert list(kept) == items * 400
    assert list(kept) == items * 400, "a second reading finds the same"


def test_files_that_change_after_the_check_do_not_matter(tmp_path: Path) -> None:
    checked = check(folder_of(tmp_path, TALKS))
    before, rows = digest(tmp_path), make_rows(checked)
    folder_of(tmp_path, TALKS.replace("name: C", "name: D"))
    assert checked.digest == before != digest(tmp_path)
    assert {r.id: r.hash for r in make_rows(checked).nodes} == {r.id: r.hash for r in rows.nodes}
    (named,) = (r.properties["name"] for r in rows.nodes if r.id == "country/CC")
    assert named == "C"


def test_files_that_change_while_they_are_read_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path, TALKS)
    digests = iter(["old", "new", "new", "new"])
    monkeypatch.setattr(sys.modules["loader.check.check"], "digest", lambda _: next(digests))
    assert check(folder).digest == "new"


def test_files_that_never_rest_are_told_and_nothing_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path, TALKS)
    digests = iter(map(str, range(100)))
    monkeypatch.setattr(sys.modules["loader.check.check"], "digest", lambda _: next(digests))
    with pytest.raises(BadFolder, match="change while they are read: try again when nothing writes there"):
        check(folder)
