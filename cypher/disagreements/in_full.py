"""A dispute with all that is known of it: passages, who says what, and the totals under each reading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cypher.deals import DealBook
from cypher.disagreements.listed import ListedDispute, read_listed
from cypher.evidence import CitedPassage, ReadingView, read_passages
from cypher.internal import statement
from cypher.model import Model
from cypher.outcomes import Outcome, Outcomes, read_outcomes
from cypher.protocols import Reader
from ledger.totals import Totals

AT_ONCE = 500
"""So many passages or claims are asked for at once."""


@dataclass(frozen=True)
class FullReading:
    """A reading with the passages that it rests on, the names of those who say it, and what it would change.

    `outcome`: None where it has no changes as data, so that it changes no sum.
    """

    view: ReadingView
    passages: tuple[CitedPassage, ...] = ()
    said_by: tuple[str, ...] = ()
    outcome: Outcome | None = None

    @property
    def origins(self) -> tuple[str, ...]:
        """The names of the independent origins whose words its passages repeat."""
        return tuple(dict.fromkeys(p.origin for p in self.passages))


@dataclass(frozen=True)
class DisputeInFull:
    """A dispute with its readings. `shown`: the totals of its deals as the graph has them, where a reading changes any;
    `book`: the names of all that the totals mention."""

    listed: ListedDispute
    readings: tuple[FullReading, ...]
    shown: Totals | None = None
    book: DealBook | None = None

    @property
    def id(self) -> str:
        """Its id, `dispute/…`."""
        return self.listed.id

    @property
    def question(self) -> str:
        """What the readings answer."""
        return self.listed.question


def read_in_full(graph: Reader, disputes: Sequence[ListedDispute], data_set: str) -> tuple[DisputeInFull, ...]:
    """Some disputes with all that is known of them, in their order. Raises what the graph raises."""
    readings = [reading for dispute in disputes for reading in dispute.readings]
    passages = _read_passages(graph, (e for r in readings for e in r.evidence), data_set)
    speakers = _read_speakers(graph, (r.claim for r in readings), data_set)
    return tuple(_fill(graph, dispute, passages, speakers, data_set) for dispute in disputes)


def read_dispute(graph: Reader, dispute: str, data_set: str, model: Model) -> DisputeInFull | None:
    """One dispute by its id with all that is known of it; None where there is none."""
    listed = read_listed(graph, dispute, data_set, model)
    return read_in_full(graph, [listed], data_set)[0] if listed else None


def _fill(
    graph: Reader,
    dispute: ListedDispute,
    passages: dict[str, list[CitedPassage]],
    speakers: dict[str, list[str]],
    data_set: str,
) -> DisputeInFull:
    worked = _read_outcomes(graph, dispute, data_set)
    outcomes = {o.reading.claim: o for o in worked.outcomes} if worked else {}
    readings = tuple(
        FullReading(
            reading,
            tuple(p for e in reading.evidence for p in passages.get(e, ())),
            tuple(speakers.get(reading.claim, ())),
            outcomes.get(reading.claim),
        )
        for reading in dispute.readings
    )
    return DisputeInFull(dispute, readings, worked.shown if worked else None, worked.book if worked else None)


def _read_outcomes(graph: Reader, dispute: ListedDispute, data_set: str) -> Outcomes | None:
    """What its readings would change; None, and nothing is asked, where none has a change."""
    if not any(reading.changes for reading in dispute.readings):
        return None
    return read_outcomes(graph, dispute.id, data_set)


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
