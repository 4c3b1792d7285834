"""A timeline: what is dated, each date as rough as it is told; what has no date is counted and listed.

A row of the answer is one entry, or, where the answer is deals, each step that one came to. Nothing is added.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from cypher.deals import DealBook, read_deals
from cypher.protocols import Reader
from cypher.results import Subgraph, Table, Value
from cypher.views import network, table
from cypher.views.view import Asked, Material, View
from ledger.dates import BadDate, check_date, find_first_day, find_last_day, format_date, is_window
from ledger.glossary import spell_term
from ledger.periods import Held, has_come
from ledger.progress import find_steps

DATE = "date"
LANES = ("what", "did", "notice", "relationship")
"""Columns that say what kind of thing a row is; the first that there is puts it on a lane."""
NAMES = ("who", "from", "name", "deal", "of", "to", "other")
"""Columns that name what a row is about, in the order in which they are read."""
IDS = ("id", "deal_id", "from_id")
BEGINS, ENDS = "since", "until"
COLUMNS = ("date", "lane", "name", "until", "first_day", "last_day", "told", "says", "id")
LEADING = 3


class Told(StrEnum):
    """How roughly a date is told, which is how it is drawn."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    WINDOW = "window"
    NOT_TOLD = "not told"


@dataclass(frozen=True)
class Entry:
    """Something that may be dated. `lane`: its kind, or whose step it is; `id`: where its evidence is, if anywhere.

    `when`: ISO text as precise as it is told, None where it is not; `why_not`: why it is not on the timeline.
    """

    lane: str
    name: str
    when: str | None = None
    id: str | None = None
    until: str | None = None
    says: str | None = None
    why_not: str = ""

    @property
    def told(self) -> Told:
        """How roughly it is told."""
        if self.when is None:
            return Told.NOT_TOLD
        if is_window(self.when):
            return Told.WINDOW
        return (Told.YEAR, Told.MONTH, Told.DAY)[self.when.count("-")]


@dataclass(frozen=True)
class Mark:
    """What one lane has of one date: a day, a month or year in which it fell, or a window."""

    lane: str
    when: str
    entries: tuple[Entry, ...]

    @property
    def told(self) -> Told:
        """How roughly it is told."""
        return self.entries[0].told

    @property
    def first(self) -> date:
        """The first day that it may mean."""
        return find_first_day(self.when)

    @property
    def last(self) -> date:
        """The last day that it may mean."""
        return find_last_day(self.when)


@dataclass(frozen=True)
class Timeline:
    """Marks in order of time, and the entries that have no place among them, each with the reason."""

    marks: tuple[Mark, ...]
    listed: tuple[Entry, ...]

    @property
    def lanes(self) -> tuple[str, ...]:
        """Every lane once, the one that begins first at its head."""
        return tuple(dict.fromkeys(mark.lane for mark in self.marks))


@dataclass(frozen=True)
class DatedDeals:
    """The deals of an answer with their histories; `as_of`: the day on which they are seen, if one was asked for."""

    book: DealBook
    as_of: str | None


def build_timeline(entries: Iterable[Entry]) -> Timeline:
    """Entries of one lane and date as one mark, by the first day that it may mean, then the last."""
    found: dict[tuple[str, str], list[Entry]] = {}
    listed = list[Entry]()
    for entry in entries:
        if entry.when is None or entry.why_not:
            listed.append(entry)
        else:
            found.setdefault((entry.lane, entry.when), []).append(entry)
    marks = [Mark(lane, when, tuple(same)) for (lane, when), same in found.items()]
    return Timeline(tuple(sorted(marks, key=lambda m: (m.first, m.last, m.lane))), tuple(listed))


def list_entries(material: Material) -> list[Entry]:
    """What may be dated in an answer: the steps of its deals, else its rows."""
    if isinstance(material.content, DatedDeals):
        return [entry for deal in material.content.book.deals for entry in _list_steps(deal.id, material.content)] + [
            Entry(material.content.book.name(deal), "", id=deal, why_not=f"cannot be read: {why}")
            for deal, why in material.content.book.unreadable.items()
        ]
    rows = table.as_rows(material) if DATE in material.table.columns else network.as_rows(material)
    lane = next((column for column in LANES if column in rows.columns), "")
    return [_read_entry(dict(zip(rows.columns, row, strict=True)), lane) for row in rows.rows]


def as_rows(material: Material) -> Table:
    """A row an entry, in order of time; those without a date last."""
    timeline = build_timeline(list_entries(material))
    rows = [_make_row(entry, mark) for mark in timeline.marks for entry in mark.entries]
    rows += [_make_row(entry, None) for entry in timeline.listed]
    cells = tuple(tuple(row.get(column) for column in COLUMNS) for row in rows)
    return Table(COLUMNS, cells, material.table.truncated, LEADING)


def as_json(material: Material) -> dict[str, Any]:
    """The entries, and how many are not on the timeline."""
    timeline = build_timeline(list_entries(material))
    return {
        "entries": [asdict(e) | {"told": e.told} for mark in timeline.marks for e in mark.entries],
        "not_dated": [asdict(e) for e in timeline.listed],
    }


def _list_steps(deal_id: str, deals: DatedDeals) -> Iterator[Entry]:
    """A deal's steps, each with the stage that it came to; one that certainly came after the day asked for says so."""
    deal, name = deals.book.by_id[deal_id], deals.book.name(deal_id)
    steps: Sequence[tuple[str, str | None]] = [(step.stage, step.date) for step in find_steps(deal)]
    for stage, when in steps or [(deal.stage, None)]:
        yield _date(Entry(name, spell_term(stage), id=deal_id), when, deals.as_of)


def _read_entry(row: Mapping[str, Value], lane: str) -> Entry:
    name = " · ".join(str(row[column]) for column in NAMES if row.get(column) and column != lane)
    day = row.get(DATE) or row.get(BEGINS)
    found = next((str(row[column]) for column in IDS if row.get(column)), None)
    ends = str(row[ENDS]) if row.get(ENDS) else None
    says = str(row["says"]) if row.get("says") else None
    return _date(Entry(str(row.get(lane) or "") or "all", name, id=found, until=ends, says=says), day)


def _date(entry: Entry, when: Value, as_of: str | None = None) -> Entry:
    """The entry with its date, where that can be read and is not after the day asked for."""
    told = asdict(entry)
    if when is None or when == "":
        return Entry(**told | {"why_not": "no date is told"})
    try:
        read = check_date(str(when))
    except BadDate:
        return Entry(**told | {"why_not": f"its date cannot be read: {format_date(when)}"})
    later = as_of is not None and has_come(find_last_day(as_of), read) is Held.NO
    why_not = f"after {format_date(as_of)}: {format_date(read)}" if later else ""
    return Entry(**told | {"when": read, "why_not": why_not})


def _make_row(entry: Entry, mark: Mark | None) -> dict[str, Value]:
    return {
        "date": entry.when,
        "lane": entry.lane,
        "name": entry.name or None,
        "until": entry.until,
        "first_day": mark.first.isoformat() if mark else None,
        "last_day": mark.last.isoformat() if mark else None,
        "told": entry.told.value if mark else entry.why_not,
        "says": entry.says,
        "id": entry.id,
    }


def _read_more(graph: Reader, asked: Asked) -> object:
    """The names that rows mention; of an answer that is deals alone, these with their histories."""
    if DATE in asked.table.columns:
        return table.TABLE.read_more(graph, asked) if table.TABLE.read_more else None
    if asked.subgraph.edges or not any(node.label == "Deal" for node in asked.subgraph.nodes):
        return network.NETWORK.read_more(graph, asked) if network.NETWORK.read_more else None
    return DatedDeals(read_deals(graph, asked.subgraph.nodes, asked.data_set), asked.as_of)


def _narrow(asked: Asked) -> Subgraph:
    is_network = bool(asked.subgraph.edges) and network.NETWORK.narrow is not None
    return network.NETWORK.narrow(asked) if is_network and network.NETWORK.narrow else asked.subgraph


TIMELINE = View("timeline", as_rows, as_json, read_more=_read_more, narrow=_narrow, title="Timeline")
