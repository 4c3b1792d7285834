"""Claims and records that tell as settled what a dispute keeps as a reading that lost."""

from collections.abc import Iterator

from ledger.disputes import Disagreement, Rank
from ledger.names import plain_words
from loader.check.index import Index, Said, dispute_of
from loader.records import Node, Problem, Severity

ALIKE = 0.6
"""The share of their words that a claim and a reading have in common where they say the same."""
REMEDIES = {
    "claims": "take the claim out, or let it say what nobody contests: a reading lives in its dispute alone",
    "says": "let it say what nobody contests, or what the preferred reading says: others live in their dispute alone",
}
UNDECIDED = {
    "claims": REMEDIES["claims"],
    "says": "let it say what nobody contests, or who says so: the readings live in their dispute alone",
}
_SMALL = """
    the of and for in on at to an is are be by with as from it its that this which their or not was were has have had
    will would may can than more but so such into under about also they them his her who what
    """
SMALL = frozenset(_SMALL.split())


def restated_readings(index: Index) -> Iterator[Problem]:
    """Every claim, and what a record of a fact says itself, with a passage and the words of a reading that lost, and
    not more those of one that is preferred."""
    by_passage: dict[str, list[tuple[str, Said]]] = {}
    for field, said in (("claims", index.claims), ("says", index.own_words)):
        for told in said:
            for cited in told.citations:
                by_passage.setdefault(cited, []).append((field, told))
    preferred = _list_preferred(index)
    for reading in index.readings:
        dispute = dispute_of(reading.id)
        if reading.properties.get("rank") == Rank.PREFERRED or _may_all_hold(dispute, index):
            continue
        found = {told.id: (field, told) for cited in reading.citations for field, told in by_passage.get(cited, ())}
        for field, told in found.values():
            if _restates(told.text, _text(reading), preferred.get(dispute, [])):
                yield _tell(told, field, reading, is_undecided=dispute not in preferred)


def _tell(told: Said, field: str, reading: Node, is_undecided: bool) -> Problem:
    """What a claim or record restates; of a dispute that nobody has decided, there is no reading that it may say."""
    why, remedy = "a reading that is not preferred", REMEDIES[field]
    if is_undecided:
        why, remedy = "one reading of a dispute that nobody has decided", UNDECIDED[field]
    return Problem(told.where, field, f"{told.id} says what {reading.id} says, {why}", remedy, Severity.WARNING)


def _restates(claim: str, reading: str, preferred: list[str]) -> bool:
    alike = _share(claim, reading)
    return alike >= ALIKE and all(alike > _share(claim, shown) for shown in preferred)


def _share(one: str, other: str) -> float:
    """The share of the telling words of two texts that stand in both."""
    mine, yours = _telling(one), _telling(other)
    return len(mine & yours) / len(mine | yours) if mine | yours else 0


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in plain_words(text) if len(word) > 2 and word not in SMALL)


def _list_preferred(index: Index) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for reading in index.readings:
        if reading.properties.get("rank") == Rank.PREFERRED:
            found.setdefault(dispute_of(reading.id), []).append(_text(reading))
    return found


def _may_all_hold(dispute: str, index: Index) -> bool:
    node = index.dispute_nodes.get(dispute)
    return node is not None and node.properties.get("disagreement") == Disagreement.MAY_ALL_HOLD


def _text(reading: Node) -> str:
    return str(reading.properties.get("paraphrase", ""))
