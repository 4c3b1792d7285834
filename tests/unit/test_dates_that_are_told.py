"""Verifying dates: each day, month and year stands in a cited passage; what several give together is not stated."""

from pathlib import Path

import pytest

from ledger.evidence import hash_passage
from ledger.told_dates import list_untold_parts
from loader.verify import verify
from lodegraph.shipped_records import find_shipped_records

ARTICLES = find_shipped_records().parent.parent / "shared" / "sources"
LINES = (
    "The bank signed on February 4.",
    "The meeting of 2026 was its second.",
    "It was signed on February 4, 2026.",
    "Over the past five months it signed ten.",
    "The bank paid 4 million dollars in February 2026.",
)


@pytest.mark.parametrize(
    ("date", "text", "untold"),
    [
        ("2026-02-04", "signed on February 4, 2026", ()),
        ("2026-02-04", "signed on the 4th of Feb. 2026", ()),
        ("2026-02-04", "signed (2026-02-04)", ()),
        ("2026-02-04", "signed 04.02.2026", ()),
        ("2026-02-03", "between February 3 and 5, 2026", ()),
        ("2026-02-05", "between February 3 and 5, 2026", ()),
        ("2026-02-04", "signed on February 4", ("year 2026",)),
        ("2026-02-04", "signed in February 2026", ("day 4",)),
        ("2026-02-04", "paid 4 million dollars in the end; a meeting of February 2026", ("day 4",)),
        ("2026-02-04", "signed on February 14, 2026", ("day 4",)),
        ("2026-02-04", "signed today", ("day 4", "month February", "year 2026")),
        ("2026-03-04", "he may march on the 4th of 2026", ("day 4", "month March")),
        ("2026-02", "signed in February 2026", ()),
        ("2026", "a meeting of 20261", ("year 2026",)),
        ("2026-12-31", "until the end of 2026", ()),
        ("2030-06-30", "in the middle of 2030", ()),
        ("2026-12-30", "until the end of 2026", ("day 30", "month December")),
        ("P5M/2026-02-04", "the five months to 4 February 2026", ()),
        ("P5M/2026-02-04", "the past five months", ("day 4", "month February", "year 2026")),
        ("P3M/2025-09", "the third quarter of 2025", ()),
        ("P1Y/2025-09", "fiscal 2025", ()),
        ("P3M/2025-09", "the third quarter", ("year 2025",)),
    ],
)  # fmt: skip
def test_the_parts_of_a_date_that_a_text_does_not_give_are_named(date: str, text: str, untold: tuple[str, ...]) -> None:
    assert list_untold_parts(date, text) == untold


def warnings(folder: Path, record: str) -> list[str]:
    """What verifying says of the dates of one record about the lines above."""
    (folder / "set").mkdir()
    (folder / "paper.txt").write_text("\n".join(LINES))
    source = "- {id: source/paper, name: Paper, kind: article, article: paper, says: A paper., basis: ours}\n"
    cited = [f"  - {{cite: {n}, origin: source/paper, sha256: {hash_passage(t)}}}\n" for n, t in enumerate(LINES, 1)]
    files = {
        "data_set": "name: small\n", "sources": source, "records": record,
        "passages": "source: source/paper\npassages:\n" + "".join(cited),
    }  # fmt: skip
    for name, text in files.items():
        (folder / "set" / f"{name}.yaml").write_text(text)
    verified = verify(folder / "set", folder)
    assert verified.problems == ()
    return [str(w) for w in verified.warnings]


def event(*fields: str) -> str:
    return "\n  ".join(["- id: event/signing", "name: Signing", "kind: forum", "says: Held.", *fields, ""])


@pytest.mark.parametrize(
    "fields",
    [
        ("evidence: ['paper:3']", "date: 2026-02-04"),
        ("evidence: ['paper:1', 'paper:2']", "date: 2026-02-04", "basis: derived"),
        ("evidence: ['paper:1', 'paper:2']", "date: 2026-02-04", "basis: interpreted"),
        ("evidence: ['paper:4']", "evidence_for: {date: ['paper:3']}", "date: 2026-02-04"),
        ("evidence: ['paper:1']", "date: 2026-02-04", "basis: derived"),
        ("evidence: []", "date: 2026-02-04", "basis: ours"),
        ("evidence: ['paper:2']", "links: [{type: LOCATED_IN, to: place/here}]"),
    ],
)
def test_a_date_that_its_passages_give_or_that_is_derived_is_no_matter(tmp_path: Path, fields: tuple[str, ...]) -> None:
    assert warnings(tmp_path, event(*fields)) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (("evidence: ['paper:1']", "date: 2026-02-04"),
         "records.yaml:6: date: 2026-02-04 of event/signing rests on paper:1, which does not give the year 2026; cite "
         "the line that does under `evidence_for: {date: [...]}`, and write `basis: derived` if it takes several"),
        (("evidence: ['paper:1', 'paper:4']", "date: 2026-02-04", "basis: interpreted"),
         "records.yaml:6: date: 2026-02-04 of event/signing rests on paper:1 and paper:4, which do not give the year "),
        (("evidence: ['paper:1', 'paper:2']", "date: 2026-02-04"),
         "records.yaml:6: date: 2026-02-04 of event/signing is put together of paper:1 and paper:2, and told as "
         "stated; write `basis: derived`, or cite one line that gives all of it"),
        (("evidence: ['paper:3']", "evidence_for: {date: ['paper:5']}", "date: 2026-02-04"),
         "records.yaml:7: date: 2026-02-04 of event/signing rests on paper:5, which does not give the day 4; "),
    ],
)  # fmt: skip
def test_a_date_that_no_passage_gives_is_a_warning(tmp_path: Path, fields: tuple[str, ...], said: str) -> None:
    (found,) = warnings(tmp_path, event(*fields))
    assert found.startswith(said)


def test_the_date_of_a_link_is_held_to_the_passages_of_the_link(tmp_path: Path) -> None:
    link = "- {type: LEADS, from: country/AA, role: chair, until: 2026-06, says: Led., evidence: ['paper:2']}"
    record = event("evidence: ['paper:3']", "links:", link).replace("event", "initiative")
    (found,) = warnings(tmp_path, record)
    assert "2026-06 of country/AA|LEADS|initiative/signing|chair rests on paper:2, which does not give" in found
    assert "cite the line that does under `until_evidence: [...]`" in found


@pytest.mark.skipif(not ARTICLES.is_dir(), reason=f"the articles are not at {Path('..', 'shared', 'sources')}")
def test_every_date_of_the_shipped_records_is_given_by_its_passages() -> None:
    assert [str(w) for w in verify(find_shipped_records(), ARTICLES).warnings] == []
