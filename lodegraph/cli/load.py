"""`lodegraph load`: bring the graph to what the records say."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.brought import brought_as_json, brought_as_text
from lodegraph.cli.newcomers import MOST_COMPARED, Newcomers
from lodegraph.cli.options import Folder, ReportFormat, Yes
from lodegraph.cli.output import Exit, Format, confirm, fail, print_answer, tell
from lodegraph.shipped_records import describe_folder, find_shipped_records

if TYPE_CHECKING:
    from loader.brought import Brought
    from loader.report import Report

MOST_TOLD, MOST_ARTICLES = 3, 5
"""Ids of a kind that are told of a new article, and articles of which it is told; JSON has all."""
IntoExisting = Annotated[
    bool,
    typer.Option("--into-existing", help="Load although the server holds nodes of others; those are never changed."),
]


DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="Only say what would be created, changed and removed; `lodegraph diff` says more."),
]


def load(
    path: Folder = None,
    into_existing: IntoExisting = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    output: ReportFormat = Format.TEXT,
) -> None:
    """Load records: write what is new or changed, remove what the set no longer holds, and touch nothing else.

    Where an article is among them that the graph did not have, it says what that confirms, contradicts and adds.
    """
    import_driver()
    from cypher.exports.json_text import dumps
    from loader.consent import NeedsConsent
    from loader.load import load as load_records
    from lodegraph.cli.session import open_graph

    newcomers = Newcomers()
    folder = path or find_shipped_records()
    if dry_run:
        _say_what_would_be(folder, output)
        return
    with open_graph(writing=True) as graph:
        tell(f"reading {describe_folder(folder)}")
        try:
            report = load_records(graph, folder, into_existing=into_existing, yes=yes, tell=tell, look=newcomers.look)
        except NeedsConsent as asked:
            if not confirm(f"{asked.reason}. Go on?"):
                fail(f"{asked}: say --yes to load all the same", Exit.REFUSED)
            report = load_records(graph, folder, into_existing=into_existing, yes=True, tell=tell, look=newcomers.look)
    if output is Format.JSON:
        brought = None if newcomers.brought is None else brought_as_json(newcomers.brought)
        print_answer(dumps(asdict(report) | {"brought": brought}))
    else:
        print_answer("\n".join([as_text(report), *_tell_brought(newcomers.brought or ())]))
    if newcomers.brought is None:
        tell(
            f"what new articles bring is not told of sets with more than {MOST_COMPARED:,} nodes and relationships: "
            "`lodegraph diff` tells it before a load"
        )


def _tell_brought(brought: "Sequence[Brought]") -> Iterator[str]:
    yield from brought_as_text(brought[:MOST_ARTICLES], MOST_TOLD, "--format json tells all")
    if len(brought) > MOST_ARTICLES:
        yield f"and what {len(brought) - MOST_ARTICLES:,} more articles bring (--format json tells all)"


def _say_what_would_be(folder: Path, output: Format) -> None:
    from lodegraph.cli.diff import tell_compared, with_graph
    from lodegraph.cli.places import check_sound
    from lodegraph.cli.session import open_graph, report_errors

    with report_errors():
        tell(f"reading {describe_folder(folder)}")
        checked = check_sound(folder)
        with open_graph() as graph:
            tell_compared(with_graph(graph, checked, answers=False), output)
    tell("nothing was written")


def load_and_tell(folder: Path, yes: bool) -> str:
    """Load records that another command wrote; says what was done."""
    from loader.consent import NeedsConsent
    from loader.load import load as load_records
    from lodegraph.cli.session import open_graph

    with open_graph(writing=True) as graph:
        try:
            return as_text(load_records(graph, folder, yes=yes, tell=tell))
        except NeedsConsent as asked:
            return fail(f"{asked}: say --yes to load all the same", Exit.REFUSED)


def as_text(report: "Report") -> str:
    """What was created, changed, left and removed."""
    lines = [f"{report.data_set}, records {report.version}"]
    for what, c in (("nodes", report.nodes), ("relationships", report.relationships)):
        lines.append(f"{what:14} {c.created:6} created {c.changed:6} changed {c.left:6} left {c.removed:6} removed")
    if report.kept:
        lines.append(
            f"kept although no longer in the records, as relationships of others hang on them: {', '.join(report.kept)}"
        )
    return "\n".join(lines)
