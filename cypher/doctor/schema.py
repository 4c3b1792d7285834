"""Are the constraints of the models there, and do their indexes serve?"""

from collections.abc import Iterable

from cypher.connection import Graph
from cypher.doctor.finding import Check, Finding, note, ok, wrong
from cypher.internal import statement
from cypher.model import Model
from cypher.results import Table, Value
from cypher.schema import MOST_CONSTRAINTS, missing_constraints, unique_id
from cypher.search.terms import SEARCH_TEXT

MOST_INDEXES = 10_000
NAMED = 5
"""So many names are told, the rest is counted."""
Models = tuple[Model, ...]
"""Those that the data sets of a graph are in; the built-in one where it holds none."""


def check_constraints(graph: Graph, models: Models, holds_records: bool) -> Finding:
    """Whether every id is unique as the models have it; without records, the first load is to make that so."""
    shown = graph.table(statement("constraints-of-a-database"), {}, MOST_CONSTRAINTS)
    return judge_constraints(shown, models, holds_records)


def judge_constraints(shown: Table, models: Models, holds_records: bool) -> Finding:
    """The finding for the constraints that a server shows."""
    missing = missing_constraints(shown, *models)
    terms = _terms(models)
    there = [row for row in shown.rows if _is_identity(row, terms)]
    rest = (row for row in shown.rows if not _is_identity(row, terms) and not _is_of_search(row))
    others = [str(row[0]) for row in rest if _on_ours(row[3], terms) or _looks_ours(row[0])]
    if missing and not holds_records:
        return note(Check.CONSTRAINTS, f"{len(missing)} are not there yet", "the first load makes them")
    if missing:
        return wrong(
            Check.CONSTRAINTS,
            f"{len(missing)} of {len(missing) + len(there)} are missing: {_some(label for _, label in missing)}",
            "run `lodegraph load` again, with the folder of the records if they came from one: it makes them again",
        )
    if others:
        return note(
            Check.CONSTRAINTS,
            f"all {len(there)} are there, and {len(others)} that this version does not make: {_some(others)}",
            "a load that breaks one of them is refused; drop those that nobody needs",
        )
    return ok(Check.CONSTRAINTS, f"all {len(there)} are there")


def check_indexes(graph: Graph, models: Models) -> Finding:
    """Whether every index on a label or type of ours is online."""
    return judge_indexes(graph.table(statement("indexes-of-a-database"), {}, MOST_INDEXES), models)


def judge_indexes(shown: Table, models: Models) -> Finding:
    """The finding for the indexes that a server shows."""
    terms = _terms(models)
    states = {str(name): str(state) for name, state, _, labels, _ in shown.rows if _on_ours(labels, terms)}
    failed = [name for name, state in states.items() if state == "FAILED"]
    filling = [name for name, state in states.items() if state not in ("FAILED", "ONLINE")]
    if failed:
        return wrong(
            Check.INDEXES,
            f"{len(failed)} of {len(states)} failed: {_some(failed)}",
            "drop the index, or the constraint that owns it, then run `lodegraph load` again, with the folder "
            "of the records if they came from one",
        )
    if filling:
        return note(
            Check.INDEXES,
            f"{len(filling)} of {len(states)} are still being filled: {_some(filling)}",
            "wait: until then answers are right, but slow",
        )
    return ok(Check.INDEXES, f"all {len(states)} are online" if states else "there are none yet")


def _terms(models: Models) -> frozenset[str]:
    return frozenset(name for model in models for name in model.names)


def _is_identity(row: tuple[Value, ...], terms: frozenset[str]) -> bool:
    target = unique_id(row)
    return target is not None and target[1] in terms


def _on_ours(labels: Value, terms: frozenset[str]) -> bool:
    return bool(set(labels or []) & terms)


def _is_of_search(row: tuple[Value, ...]) -> bool:
    """The embedded engine shows the kind of a property that a full-text index is made of as a constraint."""
    return list(row[4] or []) == [SEARCH_TEXT]


def _looks_ours(name: Value) -> bool:
    """Whether it is named as we name ours: of a label that another version has."""
    return str(name).startswith("lodegraph_")


def _some(names: Iterable[str]) -> str:
    every = sorted(names)
    more = f" and {len(every) - NAMED} more" if len(every) > NAMED else ""
    return ", ".join(every[:NAMED]) + more
