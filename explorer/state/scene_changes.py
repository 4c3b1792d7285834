"""What has changed since a scene was saved: a node gone, a stage moved, another figure, a new disagreement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cypher.model import Model
from cypher.network import among
from explorer.shown_graph import ShownGraph
from explorer.state.scene_file import SceneFile, Seen, describe_seen
from ledger.glossary import spell_term


class Kind(StrEnum):
    """Of what sort a change is, the weightiest first."""

    GONE = "gone"
    STAGE = "stage"
    AMOUNT = "amount"
    DISPUTE = "dispute"
    TIE = "tie"
    REST = "rest"


@dataclass(frozen=True)
class Change:
    """One thing that is told otherwise now; `words` is plain text, `item` the node or relationship it is about."""

    kind: Kind
    item: str
    words: str


def find_changes(here: ShownGraph, scene: SceneFile) -> tuple[Change, ...]:
    """What the records tell otherwise now of what was in the picture, the weightiest first. Raises what the graph
    raises."""
    nodes = [item for item in scene.seen if "|" not in item]
    now = describe_seen(among(here.graph, nodes, here.data_set.name, here.model))
    found = list(compare(scene.seen, now, here.model))
    return tuple(sorted(found, key=lambda change: (list(Kind).index(change.kind), change.item)))


def compare(before: Mapping[str, Seen], now: Mapping[str, Seen], model: Model) -> Iterator[Change]:
    """The changes between two days; relationships are named by their ends."""
    names = {item: seen.name or item for item, seen in (*before.items(), *now.items()) if "|" not in item}
    for item, was in before.items():
        name = _name(item, names, model)
        found = now.get(item)
        if found is None:
            if all(end in now for end in _ends(item)):  # else it is gone with its end, which is told
                yield Change(Kind.GONE, item, f"{name} is no longer in the records")
        elif found != was:
            yield from _compare_one(item, name, was, found)
    for item in now.keys() - before.keys():
        yield Change(Kind.TIE, item, f"{_name(item, names, model)} is new")


def _compare_one(item: str, name: str, was: Seen, found: Seen) -> Iterator[Change]:
    told = False
    if found.stage != was.stage:
        told = True
        yield Change(Kind.STAGE, item, f"{name}: stage {_spell(was.stage)} before, {_spell(found.stage)} now")
    if found.amount != was.amount:
        told = True
        yield Change(
            Kind.AMOUNT, item, f"{name}: {was.amount or 'no figure'} before, {found.amount or 'no figure'} now"
        )
    for dispute in sorted({*found.disputes} - {*was.disputes}):
        told = True
        yield Change(Kind.DISPUTE, item, f"{name}: a new disagreement, {dispute}")
    for dispute in sorted({*was.disputes} - {*found.disputes}):
        told = True
        yield Change(Kind.DISPUTE, item, f"{name}: a disagreement is no longer there, {dispute}")
    if not told:
        yield Change(Kind.REST, item, f"{name} is told otherwise: its words, its evidence or another property")


def _spell(stage: str) -> str:
    return f"“{spell_term(stage)}”" if stage else "not told"


def _ends(item: str) -> tuple[str, ...]:
    """A relationship's ends; none of a node."""
    start, *rest = item.split("|")
    return (start, rest[1]) if len(rest) > 1 else ()


def _name(item: str, names: Mapping[str, str], model: Model) -> str:
    if not _ends(item):
        return names.get(item, item)
    start, type_, end = item.split("|")[:3]
    return f"{names.get(start, start)} – {model.reads(type_)} – {names.get(end, end)}"
