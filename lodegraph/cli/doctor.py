"""`lodegraph doctor`: goes through machine, settings and graph, and says what is wrong and how to mend it."""

import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from cypher.light_driver import import_driver
from lodegraph.cli.options import Port, ReportFormat
from lodegraph.cli.output import Exit, Format, print_answer, tell

if TYPE_CHECKING:
    from cypher.doctor import Finding


def doctor(port: Port = 8501, output: ReportFormat = Format.TEXT) -> None:
    """Look over machine, settings and graph, and say what is wrong and how to mend it; changes nothing."""
    import_driver()
    from cypher.engines.folder import data_dir
    from cypher.exports.json_text import dumps
    from cypher.settings import GraphSettings
    from lodegraph.cli.session import report_errors
    from lodegraph.doctor.findings import gather_findings
    from lodegraph.doctor.report import as_json, as_text

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
