"""`lodegraph check`: every problem of a set of records, without a graph."""

from pathlib import Path
from typing import Annotated

import typer

from cypher.formats import dumps
from loader.check import Checked, check
from lodegraph.cli.output import Exit, Format, answer
from lodegraph.cli.session import failing_well
from lodegraph.seeds import seeds_folder

Folder = Annotated[
    Path | None, typer.Argument(metavar="[PATH]", help="Folder of records; the ones that come with it if left out.")
]
ReportFormat = Annotated[Format, typer.Option("--format", help="How to report.")]


def check_command(path: Folder = None, output: ReportFormat = Format.TEXT) -> None:
    """Check records and report every problem with file, line, field and what to do; needs no graph."""
    with failing_well():
        checked = check(path or seeds_folder())
        answer(dumps(as_json(checked)) if output is Format.JSON else as_text(checked))
    raise typer.Exit(Exit.REFUSED if checked.problems else Exit.DONE)


def as_text(checked: Checked) -> str:
    """A line a problem, then what was read."""
    index = checked.index
    lines = [str(p) for p in checked.problems]
    lines.append(
        f"{checked.data_set.name}: {len(index.nodes)} nodes, {len(index.links)} relationships, {len(lines)} problems"
    )
    return "\n".join(lines)


def as_json(checked: Checked) -> dict[str, object]:
    """The same as a document."""
    problems = [
        {"file": p.where.file, "line": p.where.line, "field": p.field, "what": p.what, "remedy": p.remedy}
        for p in checked.problems
    ]
    counts = {"labels": dict(sorted(checked.index.labels.items())), "types": dict(sorted(checked.index.types.items()))}
    return {"data_set": checked.data_set.name, **counts, "problems": problems}
