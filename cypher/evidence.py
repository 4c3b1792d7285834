"""Reading evidence back: passages with their articles and origins, disputes with their readings, claims on a node."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cypher.internal import statement
from cypher.protocols import Reader
from cypher.results import Value
from cypher.vocabulary import label_of


@dataclass(frozen=True)
class CitedPassage:
    """One passage: the article that it stands in, where, and whose words it repeats."""

    id: str
    article: str
    publisher: str | None
    date: str | None
    line: int
    sentence: int | None
    origin: str
    origin_kind: str
    origin_basis: str

    @property
    def place(self) -> str:
        """Where in the article: `line 12, sentence 2`."""
        return f"line {self.line}" + (f", sentence {self.sentence}" if self.sentence else "")


@dataclass(frozen=True)
class ReadingView:
    """One reading of a dispute, with the ids of its passages."""

    claim: str
    says: str
    rank: str
    stance: str
    reason: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class DisputeView:
    """A dispute with its readings, the preferred ones first."""

    id: str
    question: str
    kind: str
    readings: tuple[ReadingView, ...]


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
    return tuple(CitedPassage(*row) for row in rows)


def read_disputes(graph: Reader, ids: Iterable[str], data_set: str) -> tuple[DisputeView, ...]:
    """The disputes of some ids, each with all its readings."""
    by_dispute: dict[tuple[str, str, str], list[ReadingView]] = {}
    for row in graph.rows(statement("readings-of-disputes"), {"ids": sorted(set(ids)), "data_set": data_set}):
        dispute, question, kind, claim, says, rank, stance, reason, evidence = row
        reading = ReadingView(claim, says, rank, stance, reason, tuple(evidence or ()))
        by_dispute.setdefault((dispute, question, kind), []).append(reading)
    return tuple(DisputeView(*key, tuple(readings)) for key, readings in by_dispute.items())


def read_claims(graph: Reader, node_id: str, data_set: str) -> tuple[ClaimView, ...]:
    """What the sources say of a node, beside readings of disputes."""
    label = label_of(node_id)
    if label is None:
        return ()
    claims: dict[str, tuple[Sequence[Value], list[str]]] = {}
    for *claim, speaker in graph.rows(
        statement("claims-on-a-node", label=label), {"id": node_id, "data_set": data_set}
    ):
        speakers = claims.setdefault(claim[0], (claim, []))[1]
        speakers += [speaker] if speaker else []
    return tuple(ClaimView(c[0], c[1], c[2], tuple(c[3] or ()), tuple(who)) for c, who in claims.values())
