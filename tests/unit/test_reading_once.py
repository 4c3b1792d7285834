"""What is checked is what is loaded, however many records there are and whatever happens to their files meanwhile."""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from cypher.model import Model
from loader import spool
from loader.check import check
from loader.digest import digest
from loader.records import Link, Node, Problem, RawRecord, pack_item, unpack_item
from loader.rows import make_rows
from loader.spool import Spool
from tests.unit.small_records import deal, folder_of

reading = sys.modules["loader.check.check"]
LINK = "{type: ATTENDS, to: event/talks, role: speaker}"
TALKS = f"- {{id: country/CC, name: C, says: Sits., evidence: [paper:1], links: [{LINK}]}}\n"


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


def test_the_digest_is_of_what_was_read_where_a_file_changes_while_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path, TALKS)
    (folder / "zz-last.yaml").write_text("- {id: country/DD, name: D land, says: Sits., evidence: [paper:1]}\n")
    before = digest(folder)
    real = reading.expand

    def change_behind(record: RawRecord | Problem, model: Model) -> Iterable[object]:
        if isinstance(record, RawRecord) and record.where.file == "zz-last.yaml":
            (folder / "records.yaml").write_text("changed: behind our back\n")
        return real(record, model)

    monkeypatch.setattr(reading, "expand", change_behind)
    checked = check(folder)
    assert checked.problems == ()
    assert checked.digest == before != digest(folder)
    assert {r.id for r in make_rows(checked).nodes} >= {"country/CC", "country/DD"}


@pytest.mark.parametrize("name", ["a.yaml", "a.jsonl"])
def test_each_file_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    folder = folder_of(tmp_path, TALKS)
    (folder / name).write_text(json.dumps({"id": "country/DD", "name": "D land", "says": "x", "evidence": ["paper:1"]}))
    opened: Counter[str] = Counter()
    real = Path.open

    def count(self: Path, *arguments: Any, **named: Any) -> Any:
        opened[str(self)] += folder in self.parents
        return real(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", count)
    assert check(folder).problems == ()
    assert opened[str(folder / name)] == 1
    assert {n for path, n in opened.items() if str(folder) in path} == {1}


def test_a_file_that_says_nothing_of_the_records_changes_no_digest(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, TALKS)
    before = digest(folder)
    (folder / "notes.md").write_text("Look at this again.")
    assert digest(folder) == before == check(folder).digest
    (folder / "more.jsonl").write_text("")
    assert digest(folder) != before
