"""A deal's history as a page shows it: stages and changes in order of time, each with its passages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cypher.deal_changes import Told, read_links, read_step, read_steps
from cypher.protocols import Reader
from cypher.results import read_date
from ledger.periods import order_of
from ledger.progress import order_steps


@dataclass(frozen=True)
class Moment:
    """A stage that a deal came to, or something that changed it: `by` is then what did, and `is_stage` false.

    `what`: the stage, or the relationship type of the change. `until`: to which day it was extended.
    """

    what: str
    date: str | None
    says: str
    evidence: tuple[str, ...]
    is_stage: bool = True
    by: str = ""
    until: str | None = None


def read_history(graph: Reader, deal: str, data_set: str) -> tuple[Moment, ...]:
    """The stages by time, and each change before the first stage that is certain to be later; the undated last."""
    claims = read_steps(graph, [deal], data_set).get(deal, [])
    steps = {claim.id: step for claim in claims if (step := read_step(claim))}
    stages = [
        Moment(str(step.stage), step.date, str(claim.properties.get("paraphrase") or ""), claim.texts("evidence"))
        for step in order_steps(steps.values())
        for claim in claims
        if steps.get(claim.id) == step
    ]
    changes = [_change(told) for told in read_links(graph, [deal], data_set).get(deal, ())]
    return tuple(_merge(stages, sorted(changes, key=_order)))


def _change(told: Told) -> Moment:
    link = told.link
    date, says = read_date(link.properties.get("date")), str(link.properties.get("paraphrase") or "")
    return Moment(
        link.type,
        date,
        says,
        link.texts("evidence"),
        is_stage=False,
        by=told.name,
        until=read_date(link.properties.get("until")),
    )


def _order(moment: Moment) -> tuple[tuple[date, date], str]:
    return order_of(moment.date), moment.by


def _merge(stages: list[Moment], changes: list[Moment]) -> Iterator[Moment]:
    """Both in one row: what begins earlier stands first, a stage before a change of its day."""
    waiting = list(changes)
    for stage in stages:
        while waiting and waiting[0].date and order_of(waiting[0].date) < order_of(stage.date):
            yield waiting.pop(0)
        yield stage
    yield from waiting
