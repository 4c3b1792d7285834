"""Reading evidence back: passages with their articles and origins, disputes with their readings, claims on a node."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import Value, texts
from ledger.disputes import Disagreement, Weight, is_undecided

Term = TypeVar("Term", bound=StrEnum)


@dataclass(frozen=True)
class CitedPassage:
    """One passage: the article that it stands in, where, and whose words it repeats."""

    id: str
    article: str
    publisher: str | None
    date: str | None
    line: int
    """0 where the graph holds none, since somebody changed it."""
    sentence: int | None
    origin: str
    origin_kind: str
    origin_basis: str
    source: str = ""
    """The article's id."""
    file: str | None = None
    """The name of the article's file without its ending, where the records tell it."""
    sha256: str = ""

    @property
    def place(self) -> str:
        """Where in the article: `line 12, sentence 2`."""
        line = f"line {self.line}" if self.line else "no line that can be read"
        return line + (f", sentence {self.sentence}" if self.sentence else "")


@dataclass(frozen=True)
class ReadingView:
    """One reading of a dispute, with the ids of its passages, and what it would change, as the graph holds it."""

    claim: str
    says: str
    rank: str
    stance: str
    reason: str
    evidence: tuple[str, ...]
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class DisputeView:
    """A dispute with its readings, the preferred ones first.

    `weight`: None where nobody weighed it. `disagreement`: None where the graph does not tell.
    """

    id: str
    question: str
    kind: str
    readings: tuple[ReadingView, ...]
    weight: Weight | None = None
    would_change: str = ""
    disagreement: Disagreement | None = None

    @property
    def is_undecided(self) -> bool:
        """Whether it has readings and nobody prefers any."""
        return bool(self.readings) and is_undecided(reading.rank for reading in self.readings)


@dataclass(frozen=True)
class ClaimView:
    """What a source says of a node, and who says it."""

    id: str
    topic: str
    says: str
    evidence: tuple[str, ...]
    said_by: tuple[str, ...]


def read_passages(graph: Reader, ids: Iterable[str], data_set: str) -> tuple[CitedPassage, ...]:
    """The passages of some ids, by article and line."""
    rows = graph.rows(statement("passages-by-id"), {"ids": sorted(set(ids)), "data_set": data_set})
    return tuple(_passage(*row) for row in rows)


def read_passages_by_id(graph: Reader, ids: Iterable[str], data_set: str) -> dict[str, tuple[CitedPassage, ...]]:
    """The same by their ids; one that repeats several origins is there once with each."""
    found: dict[str, tuple[CitedPassage, ...]] = {}
    for passage in read_passages(graph, ids, data_set):
        found[passage.id] = (*found.get(passage.id, ()), passage)
    return found


def read_passages_of(graph: Reader, article: str, data_set: str) -> tuple[CitedPassage, ...]:
    """All passages of one article, by line and sentence."""
    rows = graph.rows(statement("passages-of-an-article"), {"article": article, "data_set": data_set})
    return tuple(_passage(*row) for row in rows)


def read_disputes(graph: Reader, ids: Iterable[str], data_set: str) -> tuple[DisputeView, ...]:
    """The disputes of some ids, each with all its readings, the weightiest first."""
    found: dict[str, DisputeView] = {}
    for row in graph.rows(statement("readings-of-disputes"), {"ids": sorted(set(ids)), "data_set": data_set}):
        dispute, reading = _dispute(*row[:6]), _reading(*row[6:])
        before = found.setdefault(dispute.id, dispute)
        found[dispute.id] = replace(before, readings=(*before.readings, reading))
    return tuple(found.values())


def _dispute(*row: Value) -> DisputeView:
    """A dispute without its readings."""
    id_, question, kind, weight, would_change, disagreement = row
    return DisputeView(
        id=_text(id_),
        question=_text(question),
        kind=_text(kind),
        readings=(),
        weight=_term(weight, Weight),
        would_change="" if would_change is None else str(would_change),
        disagreement=_term(disagreement, Disagreement),
    )


def _reading(*row: Value) -> ReadingView:
    claim, says, rank, stance, reason, evidence, changes = row
    return ReadingView(
        claim=_text(claim),
        says=_text(says),
        rank=_text(rank),
        stance=_text(stance),
        reason=_text(reason),
        evidence=texts(evidence),
        changes=texts(changes),
    )


def read_claims(graph: Reader, node_id: str, data_set: str, model: Model) -> tuple[ClaimView, ...]:
    """What the sources say of a node, beside readings of disputes."""
    known = model.find_label_of_id(node_id)
    if known is None:
        return ()
    claims: dict[str, tuple[Sequence[Value], list[str]]] = {}
    for *claim, speaker in graph.rows(
        statement("claims-on-a-node", label=known.label), {"id": node_id, "data_set": data_set}
    ):
        speakers = claims.setdefault(claim[0], (claim, []))[1]
        speakers += texts(speaker)
    return tuple(
        ClaimView(_text(c[0]), _text(c[1]), _text(c[2]), texts(c[3]), tuple(who)) for c, who in claims.values()
    )


def _passage(*row: Value) -> CitedPassage:
    """A row as our own type, whatever somebody else wrote into the graph."""
    id_, article, publisher, date, line, sentence, origin, kind, basis, source, file, sha256 = row
    return CitedPassage(
        id=_text(id_),
        article=_text(article),
        publisher=None if publisher is None else str(publisher),
        date=None if date is None else str(date),
        line=_number(line),
        sentence=_number(sentence) or None,
        origin=_text(origin),
        origin_kind=_text(kind),
        origin_basis=_text(basis),
        source=_text(source),
        file=None if file is None else str(file),
        sha256=_text(sha256),
    )


def _term(value: Value, terms: type[Term]) -> Term | None:
    """A term as somebody may have left it in the graph; None where it is none."""
    return terms(value) if value in tuple(terms) else None


def _text(value: Value) -> str:
    return "not stated" if value is None else str(value)


def _number(value: Value) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
