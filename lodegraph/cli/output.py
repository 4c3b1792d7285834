"""What goes where: the answer to standard output and nothing else, whatever we tell on the way to standard error."""

import io
import logging
import os
import shutil
import sys
from collections.abc import Iterable
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from cypher.results import Table, Value
from ledger.logs import writes_json
from lodegraph.cli.table_layout import lay_out


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


class ListFormat(StrEnum):
    """How a command writes a list of things: `text` is the table, by the name that other reports have for it."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    CSV = "csv"


SAVE = "`--format csv -o FILE`"

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
    """Write an answer to standard output; nothing of an answer without a line."""
    sys.stdout.write(_end_line(text))
    sys.stdout.flush()


def print_bytes(content: bytes) -> None:
    """Write an answer that is no text to standard output. Ends the command where that is a terminal."""
    if sys.stdout.isatty():
        fail("this format is no text, which a terminal cannot show: name a file with -o FILE", Exit.USAGE)
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def write_file(path: Path, content: str | bytes) -> None:
    """Write an answer to a file, text as UTF-8 and with its line ends as they are. Ends the command where it cannot."""
    if isinstance(content, str):
        content = _end_line(content).encode("utf-8", "backslashreplace")
    try:
        path.write_bytes(content)
    except OSError as error:
        fail(f"cannot write {path}: {error.strerror or error}", Exit.REFUSED)
    tell(f"written to {path}")


def print_pieces(pieces: Iterable[str]) -> None:
    """Write an answer to standard output as it comes; whoever reads it may stop when they have enough."""
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - it is written to until the end
        raise typer.Exit(int(Exit.DONE)) from None


def write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Write an answer to a file as it comes, in its place only once it is whole. Ends the command where it cannot."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(pieces)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        fail(f"cannot write {path}: {error.strerror or error}", Exit.REFUSED)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    tell(f"written to {path}")


def _end_line(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"


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


def print_list(
    columns: tuple[str, ...], rows: tuple[tuple[Value, ...], ...], document: object, output: ListFormat, leading: int
) -> None:
    """Write a list as a table, as CSV with the same columns, or as a JSON document; no table where nothing is in it."""
    from cypher.exports.csv_text import to_csv
    from cypher.exports.json_text import dumps

    table = Table(columns, rows, leading=leading)
    if output is ListFormat.JSON:
        print_answer(dumps(document))
    elif output is ListFormat.CSV:
        print_answer(to_csv(table))
    elif rows:
        print_table(table, save="`--format csv`")


def print_table(table: Table, save: str = SAVE) -> None:
    """Write rows as they fit the terminal, and say on standard error what does not fit, and how to page or save it.

    `save`: the option by which the command writes all of it.
    """
    size = shutil.get_terminal_size()
    laid = lay_out(table, size.columns, sys.stdout.encoding or "utf-8")
    print_answer(laid.text)
    if laid.left_out:
        names = ", ".join(c.replace("_", " ") for c in laid.left_out)
        tell(f"at {size.columns} columns there is no room for: {names}; a wider terminal or {save} has them")
    lines = laid.text.count("\n")
    if lines > size.lines and sys.stdout.isatty():
        tell(f"{lines:,} lines: add `| less` to page them, or {save} to keep them")
