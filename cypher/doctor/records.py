"""What a graph holds: our data sets, whole or not, new or not, and what is not ours."""

from dataclasses import dataclass

from cypher.connection import Graph
from cypher.doctor.finding import Check, Finding, note, ok, wrong
from cypher.internal import statement
from cypher.results import Value
from cypher.status import DataSetState, came_from, choose, how_to_renew

MOST = 100_000
"""So many nodes of others are counted, for a server may hold millions."""


@dataclass(frozen=True)
class Expected:
    """The data set to be shown, if the settings name one, and the records that come with the program."""

    wanted: str | None
    name: str
    digest: str


def check_records(graph: Graph, there: list[DataSetState], expected: Expected) -> Finding:
    """Whether the data set that is shown is whole, and as new as the program."""
    if not there:
        return note(Check.RECORDS, "no records are loaded yet", "run `lodegraph load`, or `lodegraph run`, which loads")
    shown = choose(there, expected.wanted)
    if shown is None:
        return wrong(
            Check.RECORDS,
            f"LODEGRAPH_DATA_SET is '{expected.wanted}', and the graph holds {_names(there)}",
            "correct LODEGRAPH_DATA_SET, or load that data set",
        )
    if unfinished := [d for d in there if not d.is_complete]:
        return wrong(
            Check.RECORDS,
            f"a load of {_names(unfinished)} has not come to its end",
            f"wait if one is going on; else {'; '.join(_how_to_finish(d) for d in unfinished)}",
        )
    if shown.name == expected.name and _digest(graph, shown.name) != expected.digest:
        return note(
            Check.RECORDS,
            f"{_describe(shown)}, differ from those that come with this program; they {came_from(shown)}",
            how_to_renew(shown),
        )
    return ok(Check.RECORDS, _describe(shown))


def check_others(graph: Graph, there: list[DataSetState], expected: Expected) -> Finding:
    """Whether nodes of others are in the database, which a load refuses to join unless it is told to."""
    ours = [d.name for d in there] or [expected.name]
    found = graph.table(statement("nodes-of-others"), {"data_sets": ours, "most": MOST}, 1_000).rows
    if not found:
        return ok(Check.OTHERS, "there is none")
    total = sum(int(nodes) for _, nodes in found)
    labels = ", ".join(f"{nodes:,} {label or 'without a label'}" for label, nodes in found[:5])
    return note(
        Check.OTHERS,
        f"{total:,}{' or more' if total >= MOST else ''} nodes are not ours ({labels})",
        "they are never changed; `lodegraph load` joins them only with --into-existing",
    )


def _digest(graph: Graph, data_set: str) -> Value:
    rows = graph.table(statement("digest-of-a-data-set"), {"data_set": data_set}, 1).rows
    return rows[0][0] if rows else None


def _describe(d: DataSetState) -> str:
    return d.provenance


def _how_to_finish(d: DataSetState) -> str:
    if d.state == "dropping":
        return f"run `lodegraph drop {d.name}` again"
    if d.origin.startswith("package "):
        return f"run `lodegraph load` again for '{d.name}'"
    return f"run `lodegraph load FOLDER` again with the folder of '{d.name}', or `lodegraph drop {d.name}`"


def _names(data_sets: list[DataSetState]) -> str:
    return ", ".join(f"'{d.name}'" for d in data_sets)
