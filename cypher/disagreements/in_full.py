"""A dispute with all that is known of it: passages, who says what, and the totals under each reading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cypher.deals import DealBook
from cypher.disagreements.change_words import describe_change, list_named
from cypher.disagreements.listed import ListedDispute, read_listed
from cypher.evidence import CitedPassage, ReadingView, read_passages
from cypher.internal import statement
from cypher.mentions import read_names
from cypher.model import Model
from cypher.outcomes import Outcome, Outcomes, read_outcomes
from cypher.protocols import Reader
from ledger.totals import Totals

AT_ONCE = 500
"""So many passages or claims are asked for at once."""


@dataclass(frozen=True)
class FullReading:
    """A reading with the passages that it rests on, the names of those who say it, and what it would change.

    `outcome`: None where it has no changes as data, so that it changes no sum. `changes`: these in words.
    """

    view: ReadingView
    passages: tuple[CitedPassage, ...] = ()
    said_by: tuple[str, ...] = ()
    outcome: Outcome | None = None
    changes: tuple[str, ...] = ()

    @property
    def origins(self) -> tuple[str, ...]:
        """The names of the independent origins whose words its passages repeat."""
        return tuple(dict.fromkeys(p.origin for p in self.passages))

    @property
    def places(self) -> tuple[str, ...]:
        """Where its passages stand, by article and line."""
        return tuple(dict.fromkeys(f"{p.article}, {p.place}" for p in self.passages))


@dataclass(frozen=True)
class ContestedClaim:
    """A claim on a node, in our words, with the node's name."""

    id: str
    says: str
    node: str
    name: str


@dataclass(frozen=True)
class DisputeInFull:
    """A dispute with its readings. `shown`: the totals of its deals as the graph has them, where a reading changes any;
    `book`: the names of all that the totals mention. `claims`: what is claimed of the nodes that it is about, and rests
    on a passage of one of its readings, so that it is not settled."""

    listed: ListedDispute
    readings: tuple[FullReading, ...]
    shown: Totals | None = None
    book: DealBook | None = None
    claims: tuple[ContestedClaim, ...] = ()

    @property
    def id(self) -> str:
        """Its id, `dispute/…`."""
        return self.listed.id

    @property
    def as_of(self) -> str | None:
        """The day as of which its totals are; None for all that is known, or where no reading changes any."""
        return self.shown.as_of if self.shown else None

    @property
    def question(self) -> str:
        """What the readings answer."""
        return self.listed.question


def read_in_full(
    graph: Reader, disputes: Sequence[ListedDispute], data_set: str, model: Model, as_of: str | None = None
) -> tuple[DisputeInFull, ...]:
    """Some disputes with all that is known of them, in their order; `as_of`: the day, in ISO form, of their totals.

    Raises what the graph raises.
    """
    readings = [reading for dispute in disputes for reading in dispute.readings]
    passages = _read_passages(graph, (e for r in readings for e in r.evidence), data_set)
    speakers = _read_speakers(graph, (r.claim for r in readings), data_set)
    claims = _read_claims(graph, (dispute.id for dispute in disputes), data_set)
    found = (
        replace(_fill(dispute, passages, speakers), claims=tuple(claims.get(dispute.id, ()))) for dispute in disputes
    )
    return tuple(_work_out(graph, dispute, data_set, model, as_of) for dispute in found)


def read_dispute(
    graph: Reader, dispute: str, data_set: str, model: Model, as_of: str | None = None
) -> DisputeInFull | None:
    """One dispute by its id with all that is known of it, `as_of` as for several; None where there is none."""
    listed = read_listed(graph, dispute, data_set, model)
    return read_in_full(graph, [listed], data_set, model, as_of)[0] if listed else None


def _read_claims(graph: Reader, disputes: Iterable[str], data_set: str) -> dict[str, list[ContestedClaim]]:
    found: dict[str, list[ContestedClaim]] = {}
    for some in _batches(disputes):
        for dispute, *claim in graph.rows(statement("claims-of-disputes"), {"ids": some, "data_set": data_set}):
            found.setdefault(str(dispute), []).append(ContestedClaim(*map(str, claim)))
    return found


def _fill(
    dispute: ListedDispute, passages: dict[str, list[CitedPassage]], speakers: dict[str, list[str]]
) -> DisputeInFull:
    readings = (
        FullReading(
            reading,
            tuple(p for e in reading.evidence for p in passages.get(e, ())),
            tuple(speakers.get(reading.claim, ())),
        )
        for reading in dispute.readings
    )
    return DisputeInFull(dispute, tuple(readings))


def _work_out(graph: Reader, dispute: DisputeInFull, data_set: str, model: Model, as_of: str | None) -> DisputeInFull:
    """The same with what its readings would change; nothing is asked where none has a change."""
    if not any(reading.view.changes for reading in dispute.readings):
        return dispute
    worked = read_outcomes(graph, dispute.id, data_set, model, as_of)
    return (
        dispute if worked is None else add_outcomes(dispute, worked, _read_names(graph, worked, data_set, model), model)
    )


def add_outcomes(dispute: DisputeInFull, worked: Outcomes, names: Mapping[str, str], model: Model) -> DisputeInFull:
    """A dispute with what its readings would change; `names`: of the nodes that the changes name beside the deals."""
    book = replace(worked.book, names={**names, **worked.book.names})
    outcomes = {o.reading.claim: o for o in worked.outcomes}
    readings = tuple(
        _add_outcome(reading, outcomes.get(reading.view.claim), book, model) for reading in dispute.readings
    )
    return replace(dispute, readings=readings, shown=worked.shown, book=book)


def _add_outcome(reading: FullReading, outcome: Outcome | None, book: DealBook, model: Model) -> FullReading:
    changes = outcome.changes if outcome else ()
    return replace(reading, outcome=outcome, changes=tuple(describe_change(c, book, model) for c in changes))


def _read_names(graph: Reader, worked: Outcomes, data_set: str, model: Model) -> dict[str, str]:
    """The names of the nodes that changes name."""
    by_label: dict[str, set[str]] = {}
    for node in (n for outcome in worked.outcomes for change in outcome.changes for n in list_named(change)):
        if node not in worked.book.names and (known := model.find_label_of_id(node)):
            by_label.setdefault(known.label, set()).add(node)
    found: dict[str, str] = {}
    for label, ids in by_label.items():
        found |= read_names(graph, label, ids, data_set)
    return found


def _read_passages(graph: Reader, ids: Iterable[str], data_set: str) -> dict[str, list[CitedPassage]]:
    """By id; a passage that repeats two origins is there with each."""
    found: dict[str, list[CitedPassage]] = {}
    for some in _batches(ids):
        for passage in read_passages(graph, some, data_set):
            found.setdefault(passage.id, []).append(passage)
    return found


def _read_speakers(graph: Reader, claims: Iterable[str], data_set: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for some in _batches(claims):
        for claim, _, name in graph.rows(statement("speakers-of-claims"), {"ids": some, "data_set": data_set}):
            found.setdefault(str(claim), []).append(str(name))
    return found


def _batches(ids: Iterable[str]) -> Iterable[list[str]]:
    wanted = sorted(set(ids))
    return (wanted[at : at + AT_ONCE] for at in range(0, len(wanted), AT_ONCE))
