"""Papers between parties: from when to when each holds, what ended it, and who was a party on a day."""

from collections.abc import Iterable, Mapping
from datetime import date

from cypher.deal_changes import read_step
from cypher.results import GraphNode, Table, Value, read_date, texts
from ledger.deals import Stage, Step
from ledger.glossary import spell_term
from ledger.papers import Paper
from ledger.periods import Held, Period, holds_on, order_of
from ledger.progress import order_steps

COLUMNS = (
    "paper", "instrument", "stage", "since", "until", "ended_by", "held_then", "parties", "came_and_went", "disputes",
    "says", "evidence", "paper_id",
)  # fmt: skip
Maps = list[Mapping[str, Value]]
Row = Mapping[str, Value]


def tell_papers(table: Table, day: date | None) -> Table:
    """A row a paper, of rows with its deal and all that changed it; without those that did not hold on the day."""
    told = (_tell(dict(zip(table.columns, row, strict=True)), day) for row in table.rows)
    return Table(COLUMNS, tuple(tuple(row[c] for c in COLUMNS) for row in told if row), table.truncated)


def _tell(row: Row, day: date | None) -> Row | None:
    """None for what did not hold on the day."""
    deal: GraphNode = row["deal"]
    ends: Maps = sorted(row["ends"], key=lambda e: (order_of(read_date(e["date"])), str(e["by"])))
    paper = read_paper(deal, row["steps"], row["extended"], ends)
    held = paper.holds_on(day) if day else None
    if held is Held.NO:
        return None
    return {
        "paper": deal.name,
        "instrument": _spell(deal.properties.get("instrument")),
        "stage": _spell(deal.properties.get("stage")),
        "since": paper.begins,
        "until": paper.ends,
        "ended_by": list(dict.fromkeys(end["by"] for end in ends)),
        "held_then": held.value if held else None,
        "parties": [party["called"] for party in row["parties"] if _is_party(party, day)],
        "came_and_went": [came for party in row["parties"] if (came := _describe_times(party))],
        "disputes": row["disputes"],
        "says": deal.properties.get("paraphrase"),
        "evidence": deal.properties.get("evidence"),
        "paper_id": deal.id,
    }


def read_paper(deal: GraphNode, claims: Iterable[GraphNode], extended: Iterable[Value], ends: Iterable[Row]) -> Paper:
    """What tells when a paper holds: the claims of its history, the ends that extensions gave it, and what ended it."""
    of = deal.properties.get
    return Paper(
        _read_stage(of("stage")),
        _read_history(claims),
        read_date(of("date")),
        read_date(of("since")),
        read_date(of("until")),
        tuple(end for told in extended if (end := read_date(told))),
        tuple(read_date(end["date"]) for end in ends),
    )


def _read_stage(value: Value) -> Stage | None:
    try:
        return Stage(str(value))
    except ValueError:
        return None


def _read_history(claims: Iterable[GraphNode]) -> tuple[Step, ...] | None:
    steps = [read_step(claim) for claim in claims]
    return order_steps(s for s in steps if s) if all(steps) else None


def _is_party(party: Row, day: date | None) -> bool:
    """Whether somebody may have been a party then."""
    period = Period(read_date(party["since"]), read_date(party["until"]))
    return day is None or holds_on(day, period) is not Held.NO


def _describe_times(party: Row) -> str:
    """When a party came and went, as told; empty for one that was there all the time."""
    told = [f" {name} {'; '.join(texts(party[name]))}" for name in ("since", "until") if party[name] is not None]
    return f"{party['called']}{''.join(told)}" if told else ""


def _spell(term: Value) -> str | None:
    return None if term is None else spell_term(str(term))
