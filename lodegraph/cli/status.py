"""`lodegraph status`: which graph this is and what it holds."""

import shutil
import textwrap
from dataclasses import asdict
from typing import TYPE_CHECKING

from cypher.driver_import import import_driver
from lodegraph.cli.options import DataSet, ReportFormat
from lodegraph.cli.output import Format, print_answer

if TYPE_CHECKING:
    from cypher.status import Status


def status(output: ReportFormat = Format.TEXT, data_set: DataSet = None) -> None:
    """Say engine, version, counts, the records' version (a hash) and when they were loaded."""
    import_driver()
    from cypher.exports.json_text import dumps
    from cypher.settings import GraphSettings
    from cypher.status import current_data_set, read_status
    from lodegraph.cli.session import open_graph

    with open_graph() as graph:
        wanted = GraphSettings().lodegraph_data_set
        found = read_status(graph, wanted)
        if found.data_set is None and found.data_sets:
            current_data_set(graph, wanted)  # raises: others are there, and the wanted one is not
    print_answer(dumps(asdict(found)) if output is Format.JSON else fold_text(as_text(found)))


def fold_text(text: str) -> str:
    """Lines that fit the terminal; what goes on stands under its fact, not under its name."""
    width, under = shutil.get_terminal_size().columns, " " * 15
    folded = (
        textwrap.wrap(line, width, subsequent_indent=under, drop_whitespace=True, break_on_hyphens=False) or [""]
        if len(line) > width else [line]
        for line in text.splitlines()
    )  # fmt: skip
    return "\n".join(line for lines in folded for line in lines)


def as_text(status: "Status") -> str:
    """A line a fact."""
    lines = [
        f"engine         {status.engine}",
        f"version        {status.version}",
        f"address        {status.uri}, database {status.database}",
    ]
    if status.data_set is None:
        return "\n".join([*lines, "records        none: run `lodegraph load`"])
    data_set = status.data_set
    lines += [
        f"records        {data_set.title} ({data_set.name}), version {data_set.version}, {data_set.state}",
        f"loaded         {data_set.loaded_at}",
        f"nodes          {sum(status.nodes.values())}",
        *(f"  {label:13}{count:6}" for label, count in status.nodes.items()),
        f"relationships  {sum(status.relationships.values())}",
        *(f"  {type_:13}{count:6}" for type_, count in status.relationships.items()),
    ]
    others = [d for d in status.data_sets if d.name != data_set.name]
    lines += [f"beside it      {d.title} ({d.name}), {d.state}: --data-set {d.name}" for d in others]
    return "\n".join(lines)
