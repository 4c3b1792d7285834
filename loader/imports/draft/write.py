"""The draft as a YAML file: what was found, each guess with its reason, and what a person has to say."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from loader.imports.draft.guess import guess_columns
from loader.imports.draft.links import links
from loader.imports.draft.look import Look
from loader.imports.draft.nodes import nodes
from loader.imports.draft.survey import survey
from loader.imports.draft.yaml_lines import comment, quote, table
from loader.imports.ids import slug
from loader.imports.mapping import Reading
from loader.imports.mapping_file import ENDING
from loader.imports.named_rows import letter_of
from loader.imports.read.opened import stem_of
from loader.imports.sheets import open_sheets, sheet_names
from loader.imports.values.amount_words import OF_SEVERAL


def draft_mapping(path: Path) -> str:
    """A first mapping of a sheet, with comments that say what was guessed and why. Raises BadFile, OSError."""
    names = sheet_names(path)
    file = open_sheets(path, Reading(sheets=list(names)))
    found = survey(file.rows, file.has_headings, path.name)
    look = Look(found, tuple(guess_columns(found)))
    head = (*_head(path, file.found), *_source(path, look), *_reading(look, file.has_headings, is_workbook=bool(names)))
    return "\n".join((*head, *nodes(look), *links(look), *_left(look))) + "\n"


def _head(path: Path, found: tuple[str, ...]) -> Iterator[str]:
    name = path.name
    yield f"# A first mapping of {name}, made by looking at it. Read it through: what is guessed says so, and why;"
    yield '# where it says "?" nobody has decided yet, and the rows are kept back until somebody has.'
    yield f"# lodegraph import {name} --mapping {name}{ENDING} --into FOLDER"
    yield from (f"# {text}" for text in found)
    yield f"data_set: {{name: {slug(stem_of(path))}, title: {quote(stem_of(path))}}}"


def _source(path: Path, look: Look) -> Iterator[str]:
    yield "source:"
    yield f"  id: source/{slug(stem_of(path))}"
    yield f"  name: {quote(f'the list {stem_of(path)}')}{comment('how sentences call it: say whose list it is')}"
    yield "  # publisher: who keeps it"
    yield "  # licence: under which terms it may be used"
    day = date.fromtimestamp(path.stat().st_mtime).isoformat()
    yield f"  retrieved: {day}{comment('guessed: the day of the file')}"
    if url := look.column("url"):
        yield f"  row_url: {quote(url.column.heading)}{comment(f'guessed: {url.why}')}"


def _reading(look: Look, has_headings: bool, is_workbook: bool) -> Iterator[str]:
    found = look.survey
    yield "reading:"
    if is_workbook:
        others = f"with the same headings; other sheets: {', '.join(found.others)}" if found.others else ""
        yield f"  sheets: [{', '.join(quote(s) for s in found.sheets)}]{comment(others)}"
    if has_headings:
        rows = found.heading_rows
        shown = f"[{', '.join(map(str, rows))}]" if len(rows) > 1 else str(rows[0])
        why = "guessed: the first row as wide as the list" + (", with a second below it" if len(rows) > 1 else "")
        yield f"  headings: {shown}{comment(why)}"
    if blanks := look.blanks():
        yield f"  blank: [{', '.join(quote(t) for t in blanks)}]{comment('cells that say that there is nothing')}"
    yield from _numbers(look)
    order, why = look.day_order()
    if order or why:
        yield (
            f"  dates: {{order: {order}}}{comment(f'guessed: {why}')}"
            if order
            else f"  # dates: {{order: day_first}}  {why}"
        )
    yield from _left_out(look)
    for column in look.gaps():
        empty = found.rows - column.filled
        yield f"  # fill_down: [{quote(column.heading)}]  if its {empty} empty cells mean the one above"


def _numbers(look: Look) -> Iterator[str]:
    mark, why = look.decimal_mark()
    signs = {s for g in look.columns("amount") for t in g.column.texts for s in _signs(t)}
    said = [f'decimal: "{mark}"'] if mark else []
    if signs:
        said.append("currencies: " + table((s, '"?"' if s != "$" else "USD") for s in sorted(signs)))
        why += "; guessed: $ is US dollars" if "$" in signs else ""
    if said:
        yield f"  numbers: {{{', '.join(said)}}}{comment(why)}"
    elif look.columns("amount"):
        yield f'  # numbers: {{decimal: "."}}  {why}'


def _signs(text: str) -> Iterator[str]:
    bare = re.sub(r"(?:US|AU?|CA?|R|NZ|HK|S)\$|CN¥", "", text)
    yield from (sign for sign in ("$", "¥") if sign in bare)
    yield from (w for w in re.findall(r"[^\W\d_]+", bare.casefold()) if w in OF_SEVERAL)


def _left_out(look: Look) -> Iterator[str]:
    found = look.survey
    if not found.totals and not found.notes:
        return
    yield "  leave_out:"
    for heading, texts in found.totals.items():
        listed = ", ".join(dict.fromkeys(quote(t) for t in texts))
        yield f"    - {{column: {quote(heading)}, is: [{listed}], because: sums of other rows}}"
    party = look.parties[-1] if look.parties else None
    if found.notes and party:
        rows = ", ".join(map(str, found.notes[:5]))
        why = comment(f"row {rows}: one cell alone")
        yield f"    - {{column: {quote(party.column.heading)}, because: notes name nobody}}{why}"


def _left(look: Look) -> Iterator[str]:
    """Columns of which the draft makes nothing."""
    used = {"notes"} if not look.is_of_stakes else set[str]()
    left = [
        f"{g.column.heading} (column {letter_of(n)}: {g.why})"
        for n, g in enumerate(look.guesses)
        if not g.is_ or (g.is_ == "notes" and g.is_ not in used)
    ]
    if left:
        yield f"# Not used: {'; '.join(left)}"
