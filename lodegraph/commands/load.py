"""`lodegraph load`: bring the graph to what the records say."""

from dataclasses import asdict
from pathlib import Path

from cypher.exports.json_text import dumps
from loader.consent import NeedsConsent
from loader.load import load
from loader.report import Report
from lodegraph.cli.output import Exit, Format, answer, confirm, fail, tell
from lodegraph.commands import session
from lodegraph.seeds import named, seeds_folder


def load_records(path: Path | None, into_existing: bool, yes: bool, output: Format) -> None:
    """Load records into the graph and report; asks before it removes much, or what came from elsewhere."""
    folder = path or seeds_folder()
    with session.graph(writing=True) as graph:
        tell(f"reading {named(folder)}")
        try:
            report = load(graph, folder, into_existing=into_existing, yes=yes, tell=tell)
        except NeedsConsent as asked:
            if not confirm(f"{asked.reason}. Go on?"):
                fail(f"{asked}: say --yes to load all the same", Exit.REFUSED)
            report = load(graph, folder, into_existing=into_existing, yes=True, tell=tell)
    answer(dumps(asdict(report)) if output is Format.JSON else as_text(report))


def as_text(report: Report) -> str:
    """What was created, changed, left and removed."""
    lines = [f"{report.data_set}, records {report.version}"]
    for what, c in (("nodes", report.nodes), ("relationships", report.relationships)):
        lines.append(f"{what:14} {c.created:6} created {c.changed:6} changed {c.left:6} left {c.removed:6} removed")
    if report.kept:
        lines.append(
            f"kept although no longer in the records, as relationships of others hang on them: {', '.join(report.kept)}"
        )
    return "\n".join(lines)
