"""`lodegraph check`: every problem of a set of records, without a graph."""

from pathlib import Path

import typer

from cypher.exports.json_text import dumps
from loader.check import Checked, check
from loader.records import Problem
from lodegraph.cli.output import Exit, Format, answer, tell
from lodegraph.commands.session import failing_well
from lodegraph.seeds import named, seeds_folder


def check_records(path: Path | None, output: Format) -> None:
    """Report every problem of the records, and every warning; ends with status 1 when there is a problem."""
    with failing_well():
        folder = path or seeds_folder()
        tell(f"reading {named(folder)}")
        checked = check(folder)
        answer(dumps(as_json(checked)) if output is Format.JSON else as_text(checked))
    raise typer.Exit(Exit.REFUSED if checked.problems else Exit.DONE)


def as_text(checked: Checked) -> str:
    """A line a problem, then what was read."""
    index = checked.index
    lines = [str(p) for p in checked.problems]
    lines += [f"warning: {w}" for w in checked.warnings]
    found = _counted(len(checked.problems), "problem")
    if checked.warnings:
        found += f", {_counted(len(checked.warnings), 'warning')}, which keep nothing from being loaded"
    lines.append(f"{checked.data_set.name}: {len(index.nodes)} nodes, {len(index.links)} relationships, {found}")
    return "\n".join(lines)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def as_json(checked: Checked) -> dict[str, object]:
    """The same as a document."""
    counts = {"labels": dict(sorted(checked.index.labels.items())), "types": dict(sorted(checked.index.types.items()))}
    about = {"data_set": checked.data_set.name, "folder": str(checked.folder)}
    told = {"problems": problems_as_json(checked.problems), "warnings": problems_as_json(checked.warnings)}
    return {**about, **counts, **told}


def problems_as_json(problems: tuple[Problem, ...]) -> list[dict[str, object]]:
    """Each problem's file, line, field, what is wrong, and what to do."""
    return [
        {"file": p.where.file, "line": p.where.line, "field": p.field, "what": p.what, "remedy": p.remedy}
        for p in problems
    ]
