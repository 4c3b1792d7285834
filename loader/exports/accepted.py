"""Pairs of one name that a graph holds: they were accepted as two when they were loaded, which no graph keeps."""

from collections.abc import Iterator

from cypher.model import Model
from cypher.results import texts
from loader.check.likeness import Kind, alike_pairs
from loader.check.names import OFTEN_SAME
from loader.exports.taken import TakenSet

BECAUSE = "The graph that this was taken from holds them as two."
Names = dict[str, list[tuple[str, str]]]


def list_accepted(taken: TakenSet) -> list[dict[str, object]]:
    """The pairs without which a check would take one of two for a slip, as `accepted_pairs.yaml` has them."""
    names, former = _names(taken, taken.model)
    pairs = sorted({pair for label, of_it in names.items() for pair in _alike(label, of_it, former)})
    return [{"pair": list(pair), "because": BECAUSE} for pair in pairs]


def _names(taken: TakenSet, model: Model) -> tuple[Names, set[tuple[str, str]]]:
    names: Names = {}
    former: set[tuple[str, str]] = set()
    for row in taken.rows.nodes:
        if row.group[0] in model.fact_labels:
            p = row.properties
            earlier = texts(p.get("former_names"))
            former |= {(row.id, name) for name in earlier}
            several = (str(p.get("name", "")), *texts(p.get("also_named")), *earlier)
            names.setdefault(row.group[0], []).extend((row.id, name) for name in several)
    return names, former


def _alike(label: str, names: list[tuple[str, str]], former: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for a, b, found in alike_pairs(names):
        is_one = found.kind is Kind.SAME and label not in OFTEN_SAME
        is_one = is_one or (found.kind is Kind.SAME_COUNTRY and label == "Country")
        if is_one and former.isdisjoint((names[a], names[b])):
            one, other = sorted((names[a][0], names[b][0]))
            yield one, other
