"""Which disputes the address of their page asks for, and which one of them is opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields

from cypher.disagreements import (
    DisputeFilter,
    ListedDispute,
    find_strange,
    nearest_dispute,
    without_strange,
)
from cypher.errors import BadParameter
from cypher.saved.days import read_day
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import SET
from explorer.state.stale_links import unknown_keys
from ledger.nearest import did_you_mean, shown

SEPARATOR = ","
MOST_WEIGHTS = 10
DISPUTE, WEIGHT, AS_OF = "dispute", "weight", "as_of"
TEXTS = tuple(f.name for f in fields(DisputeFilter) if f.name != "weights")
KEYS = (DISPUTE, WEIGHT, AS_OF, *TEXTS)
"""All that the page's address may hold, beside the data set."""


@dataclass(frozen=True)
class AskedDisputes:
    """The id of the opened dispute, empty where none is, what the list is to show, and the day of totals, if any."""

    dispute: str = ""
    asked: DisputeFilter = field(default_factory=DisputeFilter)
    as_of: str = ""


def read_asked(query: Mapping[str, str]) -> AskedDisputes:
    """What an address asks for, as it stands there."""
    weights = tuple(part for part in query.get(WEIGHT, "").split(SEPARATOR) if part)[:MOST_WEIGHTS]
    texts = {name: query.get(name, "") for name in TEXTS}
    return AskedDisputes(
        query.get(DISPUTE, ""), DisputeFilter(weights=tuple(dict.fromkeys(weights)), **texts), query.get(AS_OF, "")
    )


def write_asked(asked: AskedDisputes) -> dict[str, str]:
    """The address of a list and an opened dispute; what is empty is left out."""
    address = {DISPUTE: asked.dispute, WEIGHT: SEPARATOR.join(asked.asked.weights), AS_OF: asked.as_of}
    address |= {name: getattr(asked.asked, name) for name in TEXTS}
    return {name: value for name, value in address.items() if value}


def open_asked(
    here: ShownGraph, query: Mapping[str, str], disputes: Sequence[ListedDispute]
) -> tuple[AskedDisputes, tuple[str, ...]]:
    """What an address opens as far as the records have it, and what it names in vain. Raises what the graph raises."""
    read = read_asked(query)
    strange = find_strange(here.graph, read.asked, disputes, here.data_set.name, here.model)
    notices = [*unknown_keys(query, (SET, *KEYS)), *(s.what for s in strange)]
    opened = read.dispute
    if opened and all(d.id != opened for d in disputes):
        meant = did_you_mean(nearest_dispute(opened, disputes))
        notices.append(f"there is no disagreement {shown(opened)} in these records{meant}")
        opened = ""
    day, problem = check_day(read.as_of)
    notices += [problem] if problem else []
    return AskedDisputes(opened, without_strange(read.asked, strange), read.as_of.strip() if day else ""), tuple(
        notices
    )


def check_day(as_of: str) -> tuple[str | None, str]:
    """The day as of which totals are asked for, in ISO form, or what is wrong with it; neither where none is."""
    try:
        return (read_day("totals as of", as_of.strip()) if as_of.strip() else None), ""
    except BadParameter as error:
        return None, str(error)
