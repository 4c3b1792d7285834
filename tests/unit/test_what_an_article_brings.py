"""What an article brings that comes into a set: worked out by hand for a few facts, and told by `lodegraph diff`."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from loader.brought import Brought, find_brought
from loader.check import check
from loader.rows import make_rows
from tests.unit.small_records import folder_of
from tests.unit.test_command_line import Command

BEFORE = """\
- id: deal/loan
  name: A loan
  amount: USD 5 million
  instrument: loan
  stage: announced
  whose_money: not_stated
  says: The bank lends.
  evidence: [paper:2.10]
  links: [{type: FUNDS, from: agency/bank}]
- id: company/mine
  name: The Mine
  kind: company
  says: It digs.
  evidence: [paper:1]
- id: dispute/kind
  question: Is it a loan?
  kind: instrument
  concerns: [deal/loan]
  readings: [{key: yes, says: It is a loan., rank: preferred, reason: Said so., evidence: [paper:2.10]},
             {key: no, says: It is a gift., rank: normal, reason: Further off., evidence: [paper:1]}]
"""
GAZETTE = f"""\
source: source/gazette
passages:
  - {{cite: 1, origin: source/town, sha256: {"c" * 64}}}
  - {{cite: 2, origin: source/desk, sha256: {"d" * 64}}}
"""
SOURCES = """\
- {id: source/gazette, name: The Gazette, kind: article, says: Another newspaper., basis: ours}
- {id: source/town, name: The town, kind: publisher, says: Who writes that., basis: ours}
"""
AFTER = (
    BEFORE.replace("[paper:2.10]\n  links", "[paper:2.10, gazette:1]\n  links")  # another origin, and another stage
    .replace("stage: announced", "stage: signed")
    .replace("It digs.\n  evidence: [paper:1]", "It digs.\n  evidence: [paper:1, gazette:2]")  # the desk's own text
    .replace("evidence: [paper:1]}]\n", "evidence: [paper:1]},\n             {key: equity, says: It is equity., "
             "rank: normal, reason: One says so., evidence: [gazette:1]}]\n")
    + """\
- id: deal/grant
  name: A grant
  amount: EUR 2 million
  instrument: grant
  stage: announced
  whose_money: not_stated
  says: The bank gives.
  evidence: [gazette:1]
  links: [{type: FUNDS, from: agency/bank}]
  claims: [{key: aim, topic: purpose, says: For a road., evidence: [gazette:1]}]
- id: dispute/grant
  question: When was the grant given?
  kind: date
  concerns: [deal/grant]
  readings: [{key: may, says: In May., rank: preferred, reason: Said so., evidence: [gazette:1]},
             {key: june, says: In June., rank: normal, reason: Further off., evidence: [gazette:2]}]
"""
)  # fmt: skip


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    old = folder_of(tmp_path / "old", BEFORE)
    return old, folder_of(tmp_path / "new", AFTER, passages__gazette=GAZETTE, more_sources=SOURCES)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    monkeypatch.setenv("COLUMNS", "200")
    yield Command(monkeypatch, capsys)


def brought(old: Path, new: Path) -> tuple[Brought, ...]:
    before, after = check(old), check(new)
    assert (before.problems, after.problems) == ((), ())
    return find_brought(make_rows(before), make_rows(after), after.model)


def test_what_it_confirms_is_told_apart_from_what_it_repeats(folders: tuple[Path, Path]) -> None:
    (one,) = brought(*folders)
    assert (one.article, one.name) == ("source/gazette", "The Gazette")
    assert one.confirms == ("agency/bank|FUNDS|deal/loan|funder",)  # not the loan, of which it tells another stage
    assert one.repeats == ("company/mine",)


def test_what_it_contradicts_is_new_disputes_new_readings_and_facts_told_otherwise(
    folders: tuple[Path, Path],
) -> None:
    (one,) = brought(*folders)
    assert one.new_disputes == {"dispute/grant": "When was the grant given?"}
    assert one.new_readings == {"claim/dispute/kind/equity": "It is equity."}
    assert [(r.id, dict(r.values)) for r in one.restated] == [("deal/loan", {"stage": ("announced", "signed")})]


def test_what_it_adds_is_facts_figures_and_claims(folders: tuple[Path, Path]) -> None:
    (one,) = brought(*folders)
    assert one.adds == {"Deal": ("deal/grant",), "FUNDS": ("agency/bank|FUNDS|deal/grant|funder",)}
    assert one.figures == ("deal/grant",)
    assert one.claims == ("claim/deal/grant/aim",)


def test_where_no_article_came_in_nothing_was_brought(folders: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = folders
    assert brought(old, old) == brought(new, new) == ()
    assert brought(new, old) == ()  # the article went
    changed = folder_of(tmp_path / "changed", BEFORE.replace("announced", "signed"))
    assert brought(old, changed) == ()


def test_an_article_brings_what_it_does_once_records_rest_on_it(
    folders: tuple[Path, Path], tmp_path: Path, command: Command
) -> None:
    old, new = folders
    reasons = "source: source/gazette\nlines: 2\nwithout_records: [{reason: Not read yet., lines: [1, 2]}]\n"
    covered = "source: source/paper\nlines: 2\nwithout_records: []\n"
    more = {"passages__gazette": GAZETTE, "more_sources": SOURCES}
    more |= {"coverage__gazette": reasons, "coverage__paper": covered}
    unread = folder_of(tmp_path / "unread", BEFORE, **more)
    said = command("diff", str(old), str(unread))
    assert "what The Gazette (source/gazette) brings: nothing yet, no record rests on it" in said.out, said.err
    assert brought(unread, new) == brought(old, new)


def test_the_command_tells_it_in_words_and_as_a_document(folders: tuple[Path, Path], command: Command) -> None:
    old, new = map(str, folders)
    said = command("diff", old, new)
    assert said.status == 0
    told = said.out[said.out.index("what The Gazette") :]
    assert told.splitlines() == [
        "what The Gazette (source/gazette) brings:",
        "  confirms 1 fact, by an origin of its own:",
        "    agency/bank|FUNDS|deal/loan|funder",
        "  repeats 1 fact, whose origin was there already:",
        "    company/mine",
        "  contradicts: 1 new dispute:",
        "    dispute/grant: When was the grant given?",
        "  contradicts: 1 new reading of disputes that were there:",
        "    claim/dispute/kind/equity: It is equity.",
        "  tells 1 fact otherwise than before:",
        "    deal/loan: stage announced → signed",
        "  adds 1 fact of Deal:",
        "    deal/grant",
        "  adds 1 fact of FUNDS:",
        "    agency/bank|FUNDS|deal/grant|funder",
        "  adds 1 figure:",
        "    deal/grant",
        "  adds 1 claim:",
        "    claim/deal/grant/aim",
    ]
    (document,) = json.loads(command("diff", old, new, "--format", "json").out)["brought"]
    assert document["restated"] == [{"id": "deal/loan", "values": {"stage": ["announced", "signed"]}}]
    assert document["new_disputes"] == {"dispute/grant": "When was the grant given?"}


def test_what_cannot_be_compared_is_told(command: Command) -> None:
    ended = command("diff", "graph:minerals")
    assert ended.status == 2
    assert "name what graph:minerals is compared with" in ended.err
