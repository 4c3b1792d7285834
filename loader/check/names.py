"""Records that may be one thing told twice: names alike, and deals with one figure between the same parties.

Pairs that people looked at are kept in `accepted_pairs.yaml`. Two records of one name are a problem, since one of them
is most likely a slip; what is only alike, or was once called so, is a warning.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cypher.model.relationship_types import MISTAKABLE
from ledger.totals import EXPOSURES
from loader.check.index import CHANGES, Index
from loader.check.likeness import Kind, alike_pairs
from loader.check.twin_deals import twin_deals
from loader.check.wholes import find_wholes
from loader.read import FileHashes
from loader.read.accepted import AcceptedPair, read_accepted_pairs
from loader.read.files import ACCEPTED
from loader.records import Problem, Severity, Where

MOST = 100
"""Pairs of names that are only alike, of one label, that are listed; the strongest first."""
MOST_CHANGED = 1_000
"""Papers behind one another that are followed from one."""
OFTEN_SAME = ("Deal", "Event")
"""Labels in which several things often have one name."""


@dataclass(frozen=True)
class Question:
    """Two records that may be one: where to ask, what, what may be answered, and how strong the likeness is."""

    pair: frozenset[str]
    field: str
    what: str
    remedy: str
    severity: Severity
    score: float


def near_duplicates(folder: Path, index: Index, hashes: FileHashes) -> Iterator[Problem]:
    """Pairs that nobody has accepted, and accepted pairs that are none.

    Of a paper and what changed it, at any remove, nobody asks: such papers are two, and often bear one name.
    """
    questions: dict[frozenset[str], Question] = {}
    doubted, earlier = {frozenset((link.start, link.end)) for link in index.doubts}, _list_earlier(index)
    for question in (*_named_alike(index), *_deals_alike(index)):
        if question.pair not in doubted and not _is_one_the_others_change(question.pair, earlier):
            questions.setdefault(question.pair, question)
    accepted: set[frozenset[str]] = set()
    for entry in read_accepted_pairs(folder, hashes):
        if isinstance(entry, AcceptedPair):
            accepted.add(entry.pair)
            yield from _idle(entry, questions.keys(), index)
        else:
            yield entry
    yield from _listed([q for pair, q in questions.items() if pair not in accepted], index)


def _list_earlier(index: Index) -> dict[str, list[str]]:
    """By paper, those that it changes."""
    earlier: dict[str, list[str]] = {}
    for link in index.deal_links:
        if link.type in CHANGES:
            earlier.setdefault(link.start, []).append(link.end)
    return earlier


def _is_one_the_others_change(pair: frozenset[str], earlier: dict[str, list[str]]) -> bool:
    """Whether one of two papers changes the other, or what changed it."""
    return any(paper in earlier and pair <= {paper, *find_wholes(paper, earlier, MOST_CHANGED)} for paper in pair)


def _named_alike(index: Index) -> Iterator[Question]:
    for label, names in index.names.items():
        for a, b, found in alike_pairs(names):
            (one, first), (other, second) = _in_order(names[a], names[b], index)
            same = found.kind is Kind.SAME and label not in OFTEN_SAME
            is_problem = same or (found.kind is Kind.SAME_COUNTRY and label == "Country")
            is_problem = is_problem and index.former_names.isdisjoint((names[a], names[b]))
            severity = Severity.PROBLEM if is_problem else Severity.WARNING
            what = f"{other} ('{second}') {found.kind} {one} ('{first}')"
            tie = "tie them with MAY_BE_SAME_AS where it is open, " if label in MISTAKABLE else ""
            remedy = f"make them one record, {tie}or accept the pair in {ACCEPTED} with the reason"
            yield Question(frozenset((one, other)), "name", what, remedy, severity, found.score)


def _deals_alike(index: Index) -> Iterator[Question]:
    for first, second, shared in twin_deals(index):
        one, other = sorted((first, second), key=lambda i: _place(i, index))
        what = f"{other} may be {one} told again: they have {' and '.join(shared)} in common"
        ties = f"MAY_BE_SAME_AS{_tie_of_cover(one, other, index)}"
        remedy = f"make them one record, tie them with {ties}, or accept the pair in {ACCEPTED} with the reason"
        yield Question(frozenset((one, other)), "amount", what, remedy, Severity.WARNING, 1)


def _tie_of_cover(one: str, other: str, index: Index) -> str:
    """The tie of a guarantee or insurance to what it covers, where one of two deals may be one."""
    covers = [deal for deal in (one, other) if index.deals[deal].properties.get("instrument") in EXPOSURES]
    return " or SECURES" if covers else ""


def _listed(questions: list[Question], index: Index) -> Iterator[Problem]:
    """The questions as problems and warnings; of weaker likenesses no more than anybody reads."""
    strong = [q for q in questions if q.severity is Severity.PROBLEM or q.field != "name"]
    weak = sorted((q for q in questions if q not in strong), key=lambda q: (-q.score, sorted(q.pair)))
    for question in (*strong, *weak[:MOST]):
        second = max(question.pair, key=lambda i: _place(i, index))
        yield Problem(index.nodes[second], question.field, question.what, question.remedy, question.severity)
    if len(weak) > MOST:
        what = f"{len(weak) - MOST} more pairs of names are alike, less than those that are listed"
        yield Problem(Where(ACCEPTED, 1), "pair", what, "answer the others first", Severity.WARNING)


def _in_order(one: tuple[str, str], other: tuple[str, str], index: Index) -> list[tuple[str, str]]:
    return sorted((one, other), key=lambda named: _place(named[0], index))


def _place(node: str, index: Index) -> tuple[str, int, str]:
    return index.nodes[node].file, index.nodes[node].line, node


def _idle(entry: AcceptedPair, asked: Iterable[frozenset[str]], index: Index) -> Iterator[Problem]:
    missing = sorted(i for i in entry.pair if index.lacks(i))
    if missing:
        yield Problem(entry.where, "pair", f"there is no {missing[0]}", "correct the id, or take the pair out")
    elif entry.pair not in asked and not any(index.may_be_unread(i) for i in entry.pair):
        what = f"nobody asks whether {' and '.join(sorted(entry.pair))} are one"
        yield Problem(entry.where, "pair", what, "take the pair out: nothing needs it", Severity.WARNING)
