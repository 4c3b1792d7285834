"""The paraphrases and questions of the shipped records can be understood alone: in a table, a tooltip, an export."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from ledger.ids import is_relationship_id
from loader.read import read_records
from loader.records import FieldPath, RawRecord, Spot, Where
from lodegraph.shipped_records import find_shipped_records

FEWEST_WORDS = 4
POINTING = re.compile(
    r"(it|its|he|his|she|her|they|them|their|this|that|these|those|there|such|ones|ours?|we)\b"
    r"|(yes|no|the same)\W*$",
    re.IGNORECASE,
)
"""What begins by pointing at a thing that stands elsewhere, or only answers a question."""
TELLING = re.compile(r"[A-Z]{2,}|[^\W\d_]{3,}")
LITTLE = frozenset({"and", "for", "from", "its", "not", "one", "the", "with"})
"""Words of names that tell nothing of what a text is about."""


@dataclass(frozen=True)
class Paraphrase:
    """What a record, link, claim or reading says, and the names of what it is about."""

    where: Where
    text: str
    about: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.where}: {self.text}"


RECORDS = tuple(read_records(find_shipped_records()))
NAMES: dict[str, tuple[str, ...]] = {
    r.fields["id"]: (r.fields["name"], *r.fields.get("also_named", ())) for r in RECORDS if "name" in r.fields
}


def paraphrases() -> tuple[Paraphrase, ...]:
    return tuple(found for record in RECORDS for found in _of_record(record))


def questions() -> tuple[Paraphrase, ...]:
    return tuple(
        Paraphrase(Spot(r.where, r.lines).at("question").where, r.fields["question"], _concerned(r))
        for r in RECORDS
        if "question" in r.fields
    )


def _of_record(record: RawRecord) -> Iterator[Paraphrase]:
    fields = record.fields
    own = NAMES.get(fields.get("id", ""), ())
    yield from _told(record, fields, (), own)
    for number, claim in enumerate(fields.get("claims", ())):
        yield from _told(record, claim, ("claims", number), own)
    for number, link in enumerate(fields.get("links", ())):
        yield from _told(record, link, ("links", number), own + _names(_ends(link)))
    for number, reading in enumerate(fields.get("readings", ())):
        yield from _told(record, reading, ("readings", number), _concerned(record))


def _concerned(record: RawRecord) -> tuple[str, ...]:
    """The names of what a dispute concerns, at both ends where that is a relationship."""
    concerns = record.fields.get("concerns", ())
    return _names([end for c in concerns for end in (c.split("|") if is_relationship_id(c) else [c])])


def _told(record: RawRecord, fields: dict[str, Any], path: FieldPath, about: tuple[str, ...]) -> Iterator[Paraphrase]:
    if "says" in fields:
        yield Paraphrase(Spot(record.where, record.lines).at(*path, "says").where, fields["says"], about)


def _ends(link: dict[str, Any]) -> list[str]:
    named = (link.get("from", []), link.get("to", []))
    return [end for side in named for end in ([side] if isinstance(side, str) else side)]


def _names(ids: list[str]) -> tuple[str, ...]:
    return tuple(name for one in ids for name in NAMES.get(one, ()))


def _telling_words(text: str) -> set[str]:
    """Its words as they are compared: without endings, and without those that tell nothing."""
    return {w.lower().rstrip("s") for w in TELLING.findall(text)} - LITTLE


def test_there_are_paraphrases_of_records_links_claims_and_readings() -> None:
    assert len(paraphrases()) > 700


def test_no_paraphrase_begins_by_pointing_at_something_or_only_answers() -> None:
    assert [str(p) for p in paraphrases() if POINTING.match(p.text)] == []


def test_every_paraphrase_is_a_few_words_long() -> None:
    assert [str(p) for p in paraphrases() if len(p.text.split()) < FEWEST_WORDS] == []


def test_every_paraphrase_has_a_word_of_the_names_of_what_it_is_about() -> None:
    nameless = [p for p in paraphrases() if not _telling_words(p.text) & _telling_words(" ".join(p.about))]
    assert [str(p) for p in nameless] == []


def test_every_question_has_a_name_or_a_word_of_the_names_of_what_it_is_about() -> None:
    assert len(questions()) > 90
    names = [name for own in NAMES.values() for name in own]
    nameless = [
        q
        for q in questions()
        if not _telling_words(q.text) & _telling_words(" ".join(q.about))
        and not any(re.search(rf"\b{re.escape(name)}\b", q.text, re.IGNORECASE) for name in names)
    ]
    assert [str(q) for q in nameless] == []


@pytest.mark.parametrize(
    ("short", "name"), [("the ministerial", "Critical Minerals Ministerial"), ("the memorandum", "Glencore")]
)
def test_what_is_told_in_short_is_named_in_the_same_text(short: str, name: str) -> None:
    told = (*paraphrases(), *questions())
    assert [str(p) for p in told if re.search(rf"\b{short}\b", p.text) and name not in p.text] == []
