"""`lodegraph check`: every problem of a set of records, without a graph."""

from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from ledger.text import count_things
from lodegraph.cli.edits import show_difference, write_edits
from lodegraph.cli.options import Folder, ReportFormat, Yes
from lodegraph.cli.output import Exit, Format, confirm, print_answer, tell
from lodegraph.shipped_records import describe_folder, find_shipped_records

if TYPE_CHECKING:
    from loader.check import Checked
    from loader.records import Problem


Fix = Annotated[
    bool, typer.Option("--fix", help="Show what can be mended in one way only, and write it when you agree.")
]


def check(path: Folder = None, output: ReportFormat = Format.TEXT, fix: Fix = False, yes: Yes = False) -> None:
    """Check records and report every problem with file, line, field and what to do; needs no graph."""
    import_driver()
    from cypher.exports.json_text import dumps
    from loader.check import check as check_records
    from lodegraph.cli.session import report_errors

    with report_errors():
        folder = path or find_shipped_records()
        tell(f"reading {describe_folder(folder)}")
        checked = check_records(folder)
        if fix and _mend(checked, yes):
            checked = check_records(folder)
        print_answer(dumps(as_json(checked)) if output is Format.JSON else as_text(checked))
    raise typer.Exit(Exit.REFUSED if checked.problems else Exit.DONE)


def _mend(checked: "Checked", yes: bool) -> bool:
    """Show the difference, and write it where that is agreed to; whether something was written."""
    from loader.mend import find_mendings

    mended = find_mendings(checked)
    if not mended.mendings:
        tell("nothing can be mended in one way only")
        return False
    for edit in mended.edits:
        show_difference(edit)
    number = count_things(len(mended.mendings), "mending")
    if not yes and not confirm(f"Write {number} to {count_things(len(mended.edits), 'file')}?"):
        tell(f"{number} shown, nothing written: say --yes to write without being asked")
        return False
    write_edits(mended.edits)
    return True


def as_text(checked: "Checked") -> str:
    """A line a problem, then what was read."""
    index = checked.index
    lines = [str(p) for p in checked.problems]
    lines += [f"warning: {w}" for w in checked.warnings]
    nodes, relationships = count_things(len(index.nodes), "node"), count_things(len(index.links), "relationship")
    lines.append(f"{checked.data_set.name}: {nodes}, {relationships}, {_sum_up(checked)}")
    return "\n".join(lines)


def _sum_up(checked: "Checked") -> str:
    """How many problems and warnings there are, and what each number means for a load."""
    problems, warnings = (sum(p.number for p in told) for told in (checked.problems, checked.warnings))
    found = count_things(problems, "problem") + (": nothing would be loaded" if problems else "")
    if not warnings:
        return found
    return f"{found}; {count_things(warnings, 'warning')}, which would not keep it from being loaded"


def as_json(checked: "Checked") -> dict[str, object]:
    """The same as a document."""
    counts = {"labels": dict(sorted(checked.index.labels.items())), "types": dict(sorted(checked.index.types.items()))}
    about = {"data_set": checked.data_set.name, "folder": str(checked.folder)}
    found = {"problems": problems_as_json(checked.problems), "warnings": problems_as_json(checked.warnings)}
    return {**about, **counts, **found}


def problems_as_json(problems: "tuple[Problem, ...]") -> list[dict[str, object]]:
    """Each problem's file, line, field, what is wrong, what to do, and for how many it stands."""
    return [
        {
            "file": p.where.file, "line": p.where.line, "field": p.field, "what": p.what, "remedy": p.remedy,
            "number": p.number,
        }
        for p in problems
    ]  # fmt: skip
