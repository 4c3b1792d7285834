"""Columns of which a cell may hold several names, and minerals that stand there by their symbols."""

from loader.imports.draft.guess import Guess
from loader.imports.draft.words import SYMBOLS
from loader.imports.draft.yaml_lines import comment, quote, table

PARTS = (";", "|", "\n")
"""Signs that part names and stand in none; a comma may be of a name."""


def find_split(guess: Guess) -> str | None:
    """The sign between several names in some of the cells; None where there is none."""
    return next((sign for sign in PARTS if any(sign in text.strip() for text in guess.column.distinct)), None)


def list_names(guess: Guess) -> list[str]:
    """All names in the cells of a column, each once."""
    split = find_split(guess)
    parts = (part.strip() for text in guess.column.distinct for part in (text.split(split) if split else [text]))
    return list(dict.fromkeys(part for part in parts if part))


def write_names(guess: Guess) -> str:
    """The line of a name by a column, with the sign between several."""
    split = find_split(guess)
    return f"    name: {{column: {quote(guess.column.heading)}{say_split(split)}}}{_tell_split(guess, split)}"


def write_minerals(guess: Guess) -> str:
    """The same of minerals: symbols are written out."""
    split = find_split(guess)
    named = [(name, quote(SYMBOLS[name])) for name in list_names(guess) if name in SYMBOLS]
    values = f', values: {table(named)}, otherwise: "="' if named else ""
    told = comment("guessed: chemical symbols") if named else _tell_split(guess, split)
    return f"    name: {{column: {quote(guess.column.heading)}{values}{say_split(split)}}}{told}"


def say_split(split: str | None) -> str:
    """The field of a name by a column, for the sign between several; nothing where there is none."""
    return f", split: {quote(split)}" if split else ""


def _tell_split(guess: Guess, split: str | None) -> str:
    some = sum(split in text for text in guess.column.distinct) if split else 0
    return comment(f"guessed: several names in a cell, as in {some} of these") if some else ""
