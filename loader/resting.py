"""Which records rest on which passage, for the page that accounts for every line."""

from collections import Counter
from dataclasses import dataclass, field

from loader.check import Checked
from loader.expand.nodes import passage_id
from loader.records import Link, Node

CLAIM = "claim/"
READING = "claim/dispute/"


@dataclass
class Resting:
    """What rests on one passage: nodes and disputes, the nodes of which something is claimed, and relationships."""

    nodes: list[str] = field(default_factory=list)
    claims_on: Counter[str] = field(default_factory=Counter)
    links: int = 0


def resting(checked: Checked) -> dict[str, Resting]:
    """By passage: all that cites it, in the order of the records; readings are counted with their dispute."""
    found: dict[str, Resting] = {}
    for item in checked.items:
        for passage in dict.fromkeys(map(passage_id, item.citations)):
            _add(found.setdefault(passage, Resting()), item)
    return found


def _add(here: Resting, item: Node | Link) -> None:
    if isinstance(item, Link):
        here.links += 1
    elif not item.id.startswith(CLAIM):
        here.nodes.append(item.id)
    elif not item.id.startswith(READING):
        here.claims_on[item.id.removeprefix(CLAIM).rpartition("/")[0]] += 1
