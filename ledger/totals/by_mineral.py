"""Quantities of different minerals: tons of cobalt are never added to tons of tungsten."""

from collections.abc import Sequence
from dataclasses import replace

from ledger.deals import Deal, MeasuredAs
from ledger.totals.overlap import Overlaps
from ledger.totals.result import GroupKey

OF_SOMETHING = frozenset({"tons", "kilograms", "ounces", "barrels", "cubic_metres"})
"""Units that say how much there is of something, and not how many."""


def split_by_mineral(key: GroupKey, deals: Sequence[Deal]) -> dict[GroupKey, list[Deal]]:
    """A group of quantities, one for each mineral where they are of several; else the group as it is.

    Wholes and parts stay together, as quantities of all the minerals that any of them names. Those of which no mineral
    is told, nor of a whole of theirs in any group, are by themselves where there are several minerals, else with the
    one that there is. What is told as carbonate is measured to be added, whatever it is made of.
    """
    if key.unit not in OF_SOMETHING or key.measured_as == MeasuredAs.CARBONATE_EQUIVALENT:
        return {key: list(deals)}
    by_id = {d.id: d for d in deals}
    nests = Overlaps(frozenset({d.id, *(d.wholes & by_id.keys())}) for d in deals)
    found: dict[tuple[str, ...], list[Deal]] = {}
    for bundle in nests.bundles(by_id):
        minerals = frozenset[str]().union(*(by_id[deal].of_minerals for deal in bundle))
        found.setdefault(tuple(sorted(minerals)), []).extend(by_id[deal] for deal in bundle)
    if len(found.keys() - {()}) < 2:
        return {key: list(deals)}
    return {replace(key, minerals=minerals): members for minerals, members in found.items()}
