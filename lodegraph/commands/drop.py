"""`lodegraph drop NAME`: take one data set out of the graph, and nothing else."""

from dataclasses import asdict

from cypher.exports.json_text import dumps
from loader.drop import Dropped, drop
from lodegraph.cli.output import Exit, Format, answer, confirm, fail, tell
from lodegraph.commands import session


def drop_data_set(name: str, yes: bool, output: Format) -> None:
    """Remove a data set after asking."""
    with session.graph(writing=True) as graph:
        if not yes and not confirm(f"Remove every node and relationship of '{name}' from {graph.server.uri}?"):
            fail("nothing was removed: say --yes to remove without being asked", Exit.REFUSED)
        dropped = drop(graph, name, tell=tell)
    answer(dumps(asdict(dropped)) if output is Format.JSON else as_text(dropped))


def as_text(dropped: Dropped) -> str:
    """What was removed, and what had to stay."""
    lines = [f"{dropped.data_set}: {dropped.nodes} nodes and {dropped.relationships} relationships removed"]
    if dropped.kept:
        lines.append(f"kept, as relationships of others hang on them: {', '.join(dropped.kept)}")
    return "\n".join(lines)
