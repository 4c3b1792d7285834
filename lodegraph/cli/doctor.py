"""`lodegraph doctor`: goes through machine, settings and graph, and says what is wrong and how to mend it."""

import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from io import StringIO
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cypher.driver_import import import_driver
from lodegraph.cli.options import Port, ReportFormat
from lodegraph.cli.output import Exit, Format, print_answer, tell

if TYPE_CHECKING:
    from cypher.doctor import Finding

STYLES = {"ok": "green", "note": "yellow", "wrong": "bold red", "not tried": "dim"}
"""By a finding's state, in the order of a summary."""


def doctor(port: Port = 8501, output: ReportFormat = Format.TEXT) -> None:
    """Look over machine, settings and graph, and say what is wrong and how to mend it; changes nothing."""
    import_driver()
    from cypher.engines.folder import data_dir
    from cypher.exports.json_text import dumps
    from cypher.settings import GraphSettings
    from lodegraph.cli.session import report_errors
    from lodegraph.doctor.findings import gather_findings

    with report_errors():
        findings = list(gather_findings(GraphSettings(), data_dir(), port, tell))
    if output is Format.JSON:
        print_answer(dumps(as_json(findings)))
    else:
        print_answer(as_text(findings, shutil.get_terminal_size().columns, sys.stdout.isatty()))
    raise typer.Exit(choose_exit_status(findings))


def choose_exit_status(findings: "Sequence[Finding]") -> Exit:
    """DONE when nothing is wrong, NO_GRAPH when no graph can be had, else REFUSED."""
    from cypher.doctor import Check, State

    wrong = {f.check for f in findings if f.state is State.WRONG}
    if not wrong:
        return Exit.DONE
    without_graph = {Check.CONFIGURATION, Check.CONNECTION, Check.LOGIN, Check.DATABASE}
    return Exit.NO_GRAPH if wrong & without_graph else Exit.REFUSED


def as_json(findings: "Sequence[Finding]") -> dict[str, object]:
    """Every finding, and how many there are of each state."""
    return {"findings": [asdict(f) for f in findings], "counts": _count_states(findings)}


def as_text(findings: "Sequence[Finding]", width: int | None, colours: bool) -> str:
    """A line a finding, its remedy below it, and a summary; folded to the terminal's width."""
    written = StringIO()
    console = Console(file=written, width=width, force_terminal=colours, highlight=False)
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in findings:
        style = STYLES[finding.state]
        table.add_row(Text(finding.state, style=style), Text(finding.check), _format_finding(finding))
    console.print(table)
    console.print(Text(_summarise(findings), style="bold"))
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines())


def _format_finding(finding: "Finding") -> Text:
    words = Text(finding.seen, style="dim" if finding.state == "not tried" else "")
    return words.append(f"\n→ {finding.remedy}", style="italic") if finding.remedy else words


def _summarise(findings: "Sequence[Finding]") -> str:
    counts = _count_states(findings)
    words = {"note": "note" if counts["note"] == 1 else "notes"}
    return ", ".join(f"{number} {words.get(state, state)}" for state, number in counts.items() if number)


def _count_states(findings: "Sequence[Finding]") -> dict[str, int]:
    counted = Counter(str(f.state) for f in findings)
    return {state: counted[state] for state in STYLES}
