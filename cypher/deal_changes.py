"""What became of deals in time, read from the graph: stages by date, and what superseded or cancelled them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cypher.internal import statement
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, read_date
from ledger.changes import ENDS, Change, ChangeKind, Ends, gather_changes
from ledger.deals import Stage, Step
from ledger.progress import order_steps


@dataclass(frozen=True)
class Told:
    """A relationship that changes a deal, with the name of what does so."""

    link: GraphEdge
    name: str


@dataclass(frozen=True)
class DealChanges:
    """What became of some deals and of the wholes that they lie in.

    `links`: by deal, what changed it. `steps`: by deal, the claims of its history.
    `cancelled`: wholes whose stage it is.
    """

    wholes: Mapping[str, set[str]]
    links: Mapping[str, list[Told]] = field(default_factory=dict)
    steps: Mapping[str, list[GraphNode]] = field(default_factory=dict)
    cancelled: Mapping[str, str | None] = field(default_factory=dict)
    """Wholes that are cancelled by their stage, with the date that they bear themselves."""

    @property
    def names(self) -> dict[str, str]:
        """What to call those who changed something."""
        return {told.link.start: told.name for found in self.links.values() for told in found}

    def history_of(self, deal: str) -> tuple[Step, ...] | None:
        """The deal's stages by time; None where one of them cannot be read, since somebody changed it."""
        steps = [read_step(claim) for claim in self.steps.get(deal, ())]
        return order_steps(s for s in steps if s) if all(steps) else None

    def changes_of(self, deal: str) -> tuple[Change, ...]:
        """What supersedes or cancels a deal, or a whole of it that no successor takes it out of."""
        return gather_changes(deal, self.wholes.get(deal, set()) - {deal}, self._ends, self._called_off)

    @cached_property
    def _ends(self) -> Ends:
        return {
            deal: [
                Change(ENDS[t.link.type], deal, t.link.start, read_date(t.link.properties.get("date")))
                for t in told
                if t.link.type in ENDS
            ]
            for deal, told in self.links.items()
        }

    @cached_property
    def _called_off(self) -> dict[str, Change]:
        """The wholes whose stage is cancelled: from the last step on, else from the own date, or always without one."""
        return {whole: Change(ChangeKind.CANCELLED, whole, date=self._cancelled_on(whole)) for whole in self.cancelled}

    def _cancelled_on(self, whole: str) -> str | None:
        steps = self.history_of(whole)
        return steps[-1].date if steps and steps[-1].stage is Stage.CANCELLED else self.cancelled[whole]


def read_changes(graph: Reader, deals: Iterable[str], wholes: Mapping[str, set[str]], data_set: str) -> DealChanges:
    """What became of some deals, and of all that they lie in."""
    ids = set(deals).union(*wholes.values())
    holders = set[str]().union(*wholes.values())
    asked = {"ids": sorted(holders), "data_set": data_set}
    stages = graph.rows(statement("stages-of-deals"), asked) if holders else ()
    return DealChanges(
        wholes,
        read_links(graph, ids, data_set),
        read_steps(graph, ids, data_set),
        {str(deal): read_date(date) for deal, stage, date in stages if stage == Stage.CANCELLED},
    )


def read_steps(graph: Reader, deals: Iterable[str], data_set: str) -> dict[str, list[GraphNode]]:
    """By deal, the claims of its history."""
    found: dict[str, list[GraphNode]] = {}
    for deal, claim in graph.rows(statement("steps-of-deals"), {"ids": sorted(deals), "data_set": data_set}):
        found.setdefault(str(deal), []).append(claim)
    return found


def read_links(graph: Reader, deals: Iterable[str], data_set: str) -> dict[str, list[Told]]:
    """By deal, what changed it, and what changed that: a step at a time, since a successor may have one."""
    found: dict[str, list[Told]] = {}
    asked, next_step = set[str](), set(deals)
    while next_step:
        rows = graph.rows(statement("changes-of-deals"), {"ids": sorted(next_step), "data_set": data_set})
        asked |= next_step
        for deal, link, name in rows:
            found.setdefault(str(deal), []).append(Told(link, str(name)))
        next_step = {link.start for _, link, _ in rows if link.type == "SUPERSEDES"} - asked
    return found


def read_step(claim: GraphNode) -> Step | None:
    """A claim of a history as the stage that it tells; None where somebody changed it into what tells none."""
    dated = read_date(claim.properties.get("date"))
    try:
        return Step(Stage(str(claim.properties.get("stage"))), dated) if dated else None
    except ValueError:
        return None
