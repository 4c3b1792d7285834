"""`lodegraph drop NAME`: take one data set out of the graph, and nothing else."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from ledger.text import count_things
from lodegraph.cli.options import ReportFormat, Yes
from lodegraph.cli.output import Exit, Format, confirm, fail, print_answer, tell

if TYPE_CHECKING:
    from loader.drop import Dropped

DataSetName = Annotated[str, typer.Argument(metavar="NAME", help="The data set; `lodegraph status` names them.")]


def drop(name: DataSetName, yes: Yes = False, output: ReportFormat = Format.TEXT) -> None:
    """Remove a data set from the graph, and nothing else; asks first."""
    import_driver()
    from cypher.exports.json_text import dumps
    from cypher.status import EmptyGraph
    from loader.drop import drop as drop_data_set
    from loader.drop import refuse_unheld
    from lodegraph.cli.session import open_graph

    with open_graph(writing=True) as graph:
        try:
            refuse_unheld(graph, name)
        except EmptyGraph as error:
            fail(str(error), Exit.USAGE)
        if not yes and not confirm(f"Remove every node and relationship of '{name}' from {graph.server.uri}?"):
            fail("nothing was removed: say --yes to remove without being asked", Exit.REFUSED)
        dropped = drop_data_set(graph, name, tell=tell)
    print_answer(dumps(asdict(dropped)) if output is Format.JSON else as_text(dropped))


def as_text(dropped: "Dropped") -> str:
    """What was removed, and what had to stay."""
    removed = f"{count_things(dropped.nodes, 'node')} and {count_things(dropped.relationships, 'relationship')}"
    lines = [f"{dropped.data_set}: {removed} removed"]
    if dropped.kept:
        lines.append(f"kept, as relationships of others hang on them: {', '.join(dropped.kept)}")
    return "\n".join(lines)
