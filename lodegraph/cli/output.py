"""What goes where: the answer to standard output and nothing else, whatever we tell on the way to standard error."""

import io
import logging
import sys
from enum import IntEnum, StrEnum
from typing import Literal, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table as RichTable

from cypher.results import Table, Value
from ledger.logs import writes_json


class Exit(IntEnum):
    """What a command's exit status means."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    NO_GRAPH = 3
    INTERRUPTED = 130


class Format(StrEnum):
    """How a command reports."""

    TEXT = "text"
    JSON = "json"


class TableFormat(StrEnum):
    """How a command writes rows."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


LONGEST_UNCUT = 30

commands = logging.getLogger("lodegraph.command")
messages = Console(stderr=True, highlight=False, soft_wrap=True)


def set_encodings() -> None:
    """What leaves for a file or a pipe is UTF-8 with its line ends as they are; a terminal keeps its own code page.

    A character that a terminal lacks is replaced, so that no name of a record can end a command.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="replace" if sys.stderr.isatty() else "backslashreplace")


def tell(text: str) -> None:
    """Say what is going on; as an event where JSON lines were asked for, which nothing else may stand between."""
    if writes_json():
        commands.info(text)
    else:
        messages.print(escape(text), style="dim")


def print_answer(text: str) -> None:
    """Write an answer to standard output."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
    sys.stdout.flush()


def fail(text: str, status: Exit) -> NoReturn:
    """Say what went wrong and end with a status."""
    if status is Exit.USAGE:  # it repeats what was typed, which no log may hold
        _print_red(text)
    else:
        print_error(text)
    raise typer.Exit(int(status))


def confirm(question: str) -> bool:
    """Ask at a terminal; where nobody can answer, the answer is no."""
    if not sys.stdin.isatty() or writes_json():
        return False
    return typer.confirm(question, err=True)


def print_error(text: str) -> None:
    """Say what is wrong."""
    if writes_json():
        commands.error(text)
    else:
        _print_red(text)


def _print_red(text: str) -> None:
    messages.print(f"[bold red]error:[/] {escape(text)}")


def print_table(table: Table) -> None:
    """Write rows as a table that fits the terminal; every value is text, never markup."""
    console = Console(file=sys.stdout, highlight=False)
    shown = RichTable(show_lines=False, header_style="bold")
    for column in table.columns:
        justify: Literal["left", "right"] = "right" if _is_numeric(table, column) else "left"
        shown.add_column(escape(column), overflow="fold", justify=justify, no_wrap=_is_short_id(table, column))
    for row in table.rows:
        shown.add_row(*(escape(_format_cell(cell)) for cell in row))
    console.print(shown)


def _is_numeric(table: Table, column: str) -> bool:
    at = table.columns.index(column)
    cells = [row[at] for row in table.rows if row[at] is not None]
    return bool(cells) and all(isinstance(c, int) for c in cells)


def _is_short_id(table: Table, column: str) -> bool:
    """Ids are there to be copied: short ones stay on one line."""
    at = table.columns.index(column)
    return column == "id" and all(len(str(row[at])) <= LONGEST_UNCUT for row in table.rows)


def _format_cell(value: Value) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
