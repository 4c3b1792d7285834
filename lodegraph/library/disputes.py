"""Disagreements as a program asks for them: what is not there is an error that names the nearest."""

from collections.abc import Iterable

from cypher.disagreements import (
    DisputeFilter,
    DisputeInFull,
    ListedDispute,
    nearest_dispute,
    pick_disputes,
    read_dispute,
    read_list,
    refuse_strange,
)
from cypher.errors import BadParameter
from cypher.model import Model
from cypher.protocols import Reader
from cypher.saved.days import read_day
from ledger.nearest import did_you_mean, shown
from lodegraph.library.errors import UnknownName


def find_disputes(graph: Reader, asked: DisputeFilter, data_set: str, model: Model) -> tuple[ListedDispute, ...]:
    """The disputes that a filter asks for, the weightiest first. Raises BadParameter for what it names in vain."""
    listed = read_list(graph, data_set, model)
    refuse_strange(graph, asked, listed, data_set, model)
    return pick_disputes(listed, asked)


def list_weights(weight: str | Iterable[str]) -> tuple[str, ...]:
    """One weight or several as a list. Raises BadParameter for what is neither."""
    weights = (weight,) if isinstance(weight, str) else tuple(weight) if isinstance(weight, Iterable) else ()
    if not all(isinstance(w, str) for w in weights) or not isinstance(weight, Iterable):
        raise BadParameter(f"weight: name one or several of the weights, not {weight!r}")
    return weights


def get_dispute(graph: Reader, dispute_id: str, data_set: str, model: Model, as_of: str = "") -> DisputeInFull:
    """One dispute in full, its totals as of a day where one is given. Raises UnknownName, which names the nearest, and
    BadParameter for what is no day."""
    if not isinstance(dispute_id, str):
        raise UnknownName(f"a disagreement is asked for by its id, such as 'dispute/x', not by {dispute_id!r}")
    if not isinstance(as_of, str):
        raise BadParameter(f"as_of: a day is a text such as '2025-12-31', not {as_of!r}")
    day = read_day("as_of", as_of.strip()) if as_of.strip() else None
    found = read_dispute(graph, dispute_id, data_set, model, day)
    if found is None:
        meant = nearest_dispute(dispute_id, read_list(graph, data_set, model))
        raise UnknownName(f"there is no disagreement '{shown(dispute_id)}'{did_you_mean(meant)}")
    return found
