"""The deal of a draft: what tells it apart, its figure, its instrument and stage, its dates, and what is noted of
it."""

import json
import re
from collections.abc import Iterator

from ledger.deals import Instrument, Stage
from loader.imports.draft import words
from loader.imports.draft.guess import Guess
from loader.imports.draft.heading_units import find_scale, find_unit
from loader.imports.draft.look import MOST_VALUES, Look
from loader.imports.draft.yaml_lines import comment, quote, table
from loader.imports.values.amount_words import UNIT_WORDS


def deal(look: Look) -> Iterator[str]:
    """The lines of the deal."""
    yield "  deal:"
    yield "    label: Deal"
    names = [quote(g.column.heading).strip('"') for g in look.parties]
    if found := look.column("id"):
        why = f"guessed: {found.why}, and no two rows have the same"
        yield f"    id: {{column: {quote(found.column.heading)}}}{comment(why)}"
    else:
        told = _quoted(" ".join(f"{{{g.column.heading}}}" for g in look.parties) + " {fingerprint}")
        why = "no column tells rows apart: the fingerprint of the row does, so a row that is edited is another deal"
        yield f"    id: {told}{comment(why)}"
    yield f"    name: {_deal_name(look)}" if names or found else '    name: "{source}, row {row}"'
    yield from _amount(look)
    yield from _terms(look, "instrument", words.INSTRUMENTS, Instrument.UNSPECIFIED, tuple(Instrument))
    yield from _terms(look, "stage", words.STAGES, Stage.NOT_STATED, tuple(Stage))
    yield f"    whose_money: not_stated{comment('say whose, where the list tells: docs/records.md')}"
    if day := look.column("date"):
        yield f"    date: {{column: {quote(day.column.heading)}}}{comment(f'guessed: {day.why}')}"
        yield f"    date_of: {quote(day.column.heading)}{comment('what the date dates')}"
    for part in ("since", "until"):
        if found := look.column(part):
            yield f"    {part}: {{column: {quote(found.column.heading)}}}{comment(f'guessed: {found.why}')}"
    if notes := [g for g in look.guesses if g.is_ in ("notes", "share")]:
        yield f"    claims:{comment('what these columns say is kept word by word, as what the list says of the deal')}"
        yield from (f"      - {{column: {quote(g.column.heading)}}}" for g in notes)


def _deal_name(look: Look) -> str:
    parts = [f"{{{g.column.heading}}}" for g in look.parties]
    first = look.column("id")
    return (
        _quoted(" – ".join(parts) + (f", {{{first.column.heading}}}" if first else ""))
        if parts
        else _quoted(f"{{{first.column.heading}}}" if first else "{source}, row {row}")
    )


def _quoted(text: str) -> str:
    """A text in quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def _amount(look: Look) -> Iterator[str]:
    columns = look.columns("amount")
    unit = look.column("unit")
    if not columns:
        yield "    # amount: {column: …, unit: USD}  no column of figures was found"
        return
    shown = [_amount_column(g, unit) for g in columns]
    if len(shown) == 1:
        yield f"    amount: {shown[0]}{comment(f'guessed: {columns[0].why}')}"
        return
    yield f"    amount:{comment('the one of these that is filled; where they are several figures, make several deals')}"
    yield from (f"      - {text}{comment(f'guessed: {g.why}')}" for g, text in zip(columns, shown, strict=True))


def _amount_column(guess: Guess, unit: Guess | None) -> str:
    heading = guess.column.heading
    said = [f"column: {quote(heading)}"]
    in_heading, scale = find_unit(heading), find_scale(heading)
    if in_heading:
        said.append(f"unit: {in_heading}")
    elif unit:
        said.append(f"unit: {{column: {quote(unit.column.heading)}{_units(unit)}}}")
    elif guess.column.numbers > guess.column.filled / 2:
        said.append('unit: "?"')
    if in_heading and re.search(r"\bunless\b|\bif not\b|\bsauf\b|\bsonst\b", heading, re.IGNORECASE):
        said.append("unless_stated: true")
    if scale:
        said.append(f"scale: {scale}")
    return "{" + ", ".join(said) + "}"


def _units(unit: Guess) -> str:
    known = [(t, quote(UNIT_WORDS[t.casefold()])) for t in unit.column.distinct if t.casefold() in UNIT_WORDS]
    return f', values: {table(known)}, otherwise: "="' if known else ""


def _terms(look: Look, part: str, known: dict[str, str], none: str, terms: tuple[str, ...]) -> Iterator[str]:
    guess = look.column(part)
    if guess is None:
        if part == "instrument" and {"buyer", "seller"} <= {g.is_ for g in look.parties}:
            yield f"    instrument: offtake{comment('guessed: it has buyers and sellers')}"
        else:
            yield f"    {part}: {none}{comment(f'no column of a {part} was found')}"
        return
    rows = []
    for text in guess.column.distinct[:MOST_VALUES]:
        plain = text.casefold().strip()
        rows.append(
            (text, known.get(plain) or (plain.replace(" ", "_") if plain.replace(" ", "_") in terms else '"?"'))
        )
    yield f"    {part}:{comment(f'guessed: {guess.why}; see that each is what you mean')}"
    yield f"      # one of: {', '.join(terms)}"
    yield f"      column: {quote(guess.column.heading)}"
    yield "      values:"
    yield from (f"        {quote(text)}: {term}" for text, term in rows)
