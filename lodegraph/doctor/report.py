"""The findings as text for people and as a document for machines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cypher.doctor import Finding, State

STYLES = {State.OK: "green", State.NOTE: "yellow", State.WRONG: "bold red", State.NOT_TRIED: "dim"}


def as_json(findings: Sequence[Finding]) -> dict[str, object]:
    """Every finding, and how many there are of each state."""
    return {"findings": [asdict(f) for f in findings], "counts": _count_states(findings)}


def as_text(findings: Sequence[Finding], width: int | None, colours: bool) -> str:
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


def _format_finding(finding: Finding) -> Text:
    words = Text(finding.seen, style="dim" if finding.state is State.NOT_TRIED else "")
    return words.append(f"\n→ {finding.remedy}", style="italic") if finding.remedy else words


def _summarise(findings: Sequence[Finding]) -> str:
    counts = Counter(f.state for f in findings)
    words = {State.NOTE: "note" if counts[State.NOTE] == 1 else "notes"}
    return ", ".join(f"{counts[state]} {words.get(state, state)}" for state in State if counts[state])


def _count_states(findings: Sequence[Finding]) -> dict[str, int]:
    counted = Counter(f.state for f in findings)
    return {str(state): counted[state] for state in State}
