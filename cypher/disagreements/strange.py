"""What a filter asks for in vain: a term, a node or an article that the records do not have, with the nearest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cypher.disagreements.filters import WEIGHT_TERMS, DisputeFilter
from cypher.disagreements.listed import ListedDispute
from cypher.errors import BadParameter
from cypher.model import Model
from cypher.network import present
from cypher.protocols import Reader
from cypher.saved import nearest_node
from ledger.disputes import DisputeKind
from ledger.names import plain_words
from ledger.nearest import did_you_mean, nearest, shown

NODES = {"about": (), "mineral": ("Mineral",), "agency": ("Agency",), "source": ("Source",)}
"""By field of a filter that names a node, the labels that it may have; none: any."""
FOUND_IN = {"mineral": "minerals", "agency": "agencies", "source": "sources"}


@dataclass(frozen=True)
class Strange:
    """A field of a filter whose value names nothing; `what` says so, with the nearest that does."""

    field: str
    what: str


def find_strange(
    graph: Reader, asked: DisputeFilter, disputes: Sequence[ListedDispute], data_set: str, model: Model
) -> tuple[Strange, ...]:
    """All that a filter names and the records lack. Raises what the graph raises."""
    return (*_strange_terms(asked, disputes), *_strange_nodes(graph, asked, disputes, data_set, model))


def refuse_strange(
    graph: Reader, asked: DisputeFilter, disputes: Sequence[ListedDispute], data_set: str, model: Model
) -> None:
    """Raise BadParameter for the first thing that a filter names and the records lack."""
    for strange in find_strange(graph, asked, disputes, data_set, model):
        raise BadParameter(f"{strange.field}: {strange.what}")


def without_strange(asked: DisputeFilter, strange: Sequence[Strange]) -> DisputeFilter:
    """The filter without what names nothing; of several weights those that are known stay."""
    fields = {s.field for s in strange}
    weights = tuple(w for w in asked.weights if w in WEIGHT_TERMS)
    return replace(asked, weights=weights, **dict.fromkeys(fields - {"weight"}, ""))


def nearest_dispute(written: str, disputes: Sequence[ListedDispute]) -> str | None:
    """The id of the dispute that is most likely meant by an id that none has."""
    return nearest(written, [d.id for d in disputes])


def _strange_terms(asked: DisputeFilter, disputes: Sequence[ListedDispute]) -> Iterator[Strange]:
    for weight in asked.weights:
        if weight not in WEIGHT_TERMS:
            meant = did_you_mean(nearest(weight, WEIGHT_TERMS))
            yield Strange("weight", f"there is no weight {shown(weight)}{meant or _list(WEIGHT_TERMS)}")
    kinds = tuple(dict.fromkeys((*DisputeKind, *(d.kind for d in disputes))))
    if asked.kind and asked.kind not in kinds:
        meant = did_you_mean(nearest(asked.kind, kinds))
        yield Strange("kind", f"there is no kind {shown(asked.kind)}{meant or _list(kinds)}")
    if asked.words and not plain_words(asked.words):
        yield Strange("words", f"“{shown(asked.words)}” holds no letter or digit to look for")


def _strange_nodes(
    graph: Reader, asked: DisputeFilter, disputes: Sequence[ListedDispute], data_set: str, model: Model
) -> Iterator[Strange]:
    named = {field: value for field in NODES if (value := getattr(asked, field))}
    there = present(graph, named.values(), data_set, model)
    for field, value in named.items():
        known = model.find_label_of_id(value)
        if value in there and known is not None and (not NODES[field] or known.label in NODES[field]):
            continue
        meant = nearest(value, _list_values(field, disputes))
        meant = meant or nearest_node(graph, value, data_set, model, NODES[field])
        what = f"{shown(value)} is no {field}" if value in there else f"there is no {shown(value)} in these records"
        yield Strange(field, what + did_you_mean(meant))


def _list_values(field: str, disputes: Sequence[ListedDispute]) -> Iterator[str]:
    """The ids that a field of a filter may name and find something by."""
    for dispute in disputes:
        if field == "about":
            yield from (touched.id for touched in dispute.touches)
        else:
            found: tuple[tuple[str, str], ...] = getattr(dispute, FOUND_IN[field])
            yield from (node for node, _ in found)


def _list(terms: Sequence[str]) -> str:
    return f": there is {', '.join(terms)}"
