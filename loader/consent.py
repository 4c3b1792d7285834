"""Asking before a load removes more than goes without saying."""

from collections.abc import Callable

from cypher.connection import Graph
from cypher.status import data_sets
from ledger.text import count_things
from loader.check import Checked
from loader.origin import origin_of
from loader.plan import Plan

SHARE = 0.1
"""A load that removes no more than this part of a set, and from where the set came, needs no consent."""


class NeedsConsent(Exception):
    """A load would remove much, and nobody agreed to that; nothing was written.

    `removed` of `of_total` nodes and relationships; `reason` is a sentence that says why one is asked.
    """

    def __init__(self, removed: int, of_total: int, reason: str) -> None:
        super().__init__(f"{reason}; nothing was written")
        self.removed, self.of_total, self.reason = removed, of_total, reason


def ask_before_removing(
    graph: Graph, checked: Checked, plans: tuple[Plan, Plan], yes: bool, tell: Callable[[str], None]
) -> None:
    """Say what a load removes, where it may; raises NeedsConsent where that is much or not from where the set came."""
    nodes, relationships = plans[0].lost(checked.index.nodes), plans[1].lost(checked.index.links)
    removed, total = nodes + relationships, sum(plan.size for plan in plans)
    if not removed:
        return
    counts = [(nodes, "node"), (relationships, "relationship")]
    things = " and ".join(count_things(number, kind) for number, kind in counts if number)
    what = f"{things} that '{checked.folder}' does not hold"
    if not yes:
        _refuse_without_consent(graph, checked, removed, total, what)
    tell(f"removing {what}")


def _refuse_without_consent(graph: Graph, checked: Checked, removed: int, total: int, what: str) -> None:
    name = checked.data_set.name
    before = next((d.origin for d in data_sets(graph) if d.name == name), "")
    if before not in ("", origin_of(checked.folder)):
        place = before.rpartition(" ")[0]
        raise NeedsConsent(
            removed, total, f"'{name}' was loaded from another place ({place}): this would remove {what}"
        )
    if removed > SHARE * total:
        raise NeedsConsent(removed, total, f"this would remove {what}, more than a tenth of '{name}'")
