"""`lodegraph load`: bring the graph to what the records say."""

from dataclasses import asdict
from pathlib import Path

from cypher.formats import dumps
from loader.load import load
from loader.report import Report
from lodegraph.cli.output import Format, answer, tell
from lodegraph.commands import session
from lodegraph.seeds import named, seeds_folder


def load_records(path: Path | None, into_existing: bool, output: Format) -> None:
    """Load records into the graph and report."""
    folder = path or seeds_folder()
    with session.graph(writing=True) as graph:
        tell(f"reading {named(folder)}")
        report = load(graph, folder, into_existing=into_existing, tell=tell)
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
