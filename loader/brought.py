"""What an article brought that came in between two states of a set: what it confirms, contradicts and adds.

It is worked out of the records alone. A fact that was there is confirmed where the article has an origin of its own for
it, and only repeated where its origin was one already: two articles with one agency's text are one witness.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cypher.model import Model
from cypher.results import Value, texts
from loader.difference import BOOKKEEPING, changed_fields
from loader.rows import Row, Rows

SUPPORT = frozenset(("evidence", "articles", "origins", "disputes", "disputes_weigh", "label"))
"""Properties that say on what a fact rests, and nothing of what it is."""
CLAIM, DISPUTE, PASSAGE, DEAL = "Claim", "Dispute", "Passage", "Deal"


@dataclass(frozen=True)
class Restated:
    """A fact that was there and is told otherwise now: by property what it held and holds; None where nothing."""

    id: str
    values: Mapping[str, tuple[Value, Value]]


@dataclass(frozen=True)
class Brought:
    """What one article brought, by ids in their order; nothing at all where no record rests on it yet.

    `confirms` and `repeats`: facts, claims and readings that were there; `new_disputes`, and `new_readings` of disputes
    that were there, each with its words; `restated`: facts that were there and changed as this article came to bear on
    them, which are therefore not confirmed. `adds`: by label or type the facts that rest on it and were not there;
    `figures`: of the deals among these those with an amount; `claims`: what else is said that is no reading.
    """

    article: str
    name: str
    confirms: tuple[str, ...]
    repeats: tuple[str, ...]
    new_disputes: Mapping[str, str]
    new_readings: Mapping[str, str]
    restated: tuple[Restated, ...]
    adds: Mapping[str, tuple[str, ...]]
    figures: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def has_any(self) -> bool:
        """Whether anything rests on it."""
        told = (
            self.confirms,
            self.repeats,
            self.new_disputes,
            self.new_readings,
            self.restated,
            self.adds,
            self.claims,
        )
        return any(told)


def find_brought(before: Rows, after: Rows, model: Model) -> tuple[Brought, ...]:
    """One for each article that has passages afterwards, or on which something rests, and had none before, or nothing
    did; in the order of their ids."""
    came = sorted((_articles(after) - _articles(before)) | (_rested_on(after) - _rested_on(before)))
    if not came:
        return ()
    old = {row.id: row for row in _bearing(before)}
    new = [row for row in _bearing(after) if row.properties.get("articles") and _is_told(row, model)]
    names = {row.id: str(row.properties.get("name", row.id)) for row in after.nodes if row.id in came}
    return tuple(_brought(article, names.get(article, article), old, new) for article in came)


def _articles(rows: Rows) -> set[str]:
    return {str(row.properties.get("source")) for row in rows.nodes if row.group[0] == PASSAGE}


def _rested_on(rows: Rows) -> set[str]:
    return {article for row in _bearing(rows) for article in texts(row.properties.get("articles"))}


def _bearing(rows: Rows) -> Iterator[Row]:
    """What rests on passages: nodes and relationships alike."""
    for row in (*rows.nodes, *rows.relationships):
        if row.properties.get("basis") is not None and row.group[0] != PASSAGE:
            yield row


def _is_told(row: Row, model: Model) -> bool:
    return len(row.group) > 1 or row.group[0] in (*model.fact_labels, CLAIM, DISPUTE)


def _brought(article: str, name: str, old: Mapping[str, Row], new: Iterable[Row]) -> Brought:
    resting = [row for row in new if article in texts(row.properties.get("articles"))]
    there = [(old[row.id], row) for row in resting if row.id in old and row.group[0] != DISPUTE]
    touched = [(was, row) for was, row in there if article not in texts(was.properties.get("articles"))]
    restated = {row.id: found for was, row in touched if (found := _restated(was, row))}
    borne_out = [(was, row) for was, row in touched if row.id not in restated]
    fresh = [row for row in resting if row.id not in old]
    new_disputes = {row.id: str(row.properties.get("name")) for row in fresh if row.group[0] == DISPUTE}
    readings = {row.id: row for row in fresh if row.group[0] == CLAIM and row.properties.get("topic") == "reading"}
    facts = [row for row in fresh if row.group[0] not in (CLAIM, DISPUTE)]
    return Brought(
        article,
        name,
        tuple(row.id for was, row in borne_out if _has_new_origin(was, row)),
        tuple(row.id for was, row in borne_out if not _has_new_origin(was, row)),
        new_disputes,
        {i: str(r.properties.get("name")) for i, r in readings.items() if not _is_of(i, new_disputes)},
        tuple(restated.values()),
        {group: tuple(r.id for r in facts if r.group[0] == group) for group in sorted({r.group[0] for r in facts})},
        tuple(r.id for r in facts if r.group[0] == DEAL and r.properties.get("amount_unit") is not None),
        tuple(r.id for r in fresh if r.group[0] == CLAIM and r.id not in readings),
    )


def _has_new_origin(was: Row, row: Row) -> bool:
    return not set(texts(row.properties.get("origins"))) <= set(texts(was.properties.get("origins")))


def _is_of(reading: str, disputes: Iterable[str]) -> bool:
    return any(reading.startswith(f"claim/{dispute}/") for dispute in disputes)


def _restated(was: Row, row: Row) -> Restated | None:
    told = [n for n in changed_fields(was, row) if n not in SUPPORT | BOOKKEEPING and not n.endswith("_evidence")]
    values = {name: (was.properties.get(name), row.properties.get(name)) for name in told if name != "paraphrase"}
    return Restated(row.id, values) if values else None
