"""The nodes of a draft: who takes part, what it is about, and the deal itself."""

import re
from collections.abc import Iterator

from ledger.countries import NAMES, find_code
from ledger.names import plain_words
from ledger.nearest import nearest
from loader.imports.draft import words
from loader.imports.draft.deal import deal
from loader.imports.draft.guess import Guess
from loader.imports.draft.look import MOST_VALUES, Look
from loader.imports.draft.several import find_split, list_names, say_split, write_minerals, write_names
from loader.imports.draft.yaml_lines import comment, quote, table
from loader.imports.values.countries import read_country
from loader.imports.values.unreadable import Unreadable

SHORTEST_NAME = 4
"""Letters of a text that may be a country's name, and no code."""


def nodes(look: Look) -> Iterator[str]:
    """The lines of all nodes."""
    yield "nodes:"
    for guess in look.parties:
        yield from _party(guess, look)
    for part, label, kind in (
        ("project", "Project", "project"),
        ("country", "Country", ""),
        ("mineral", "Mineral", ""),
    ):
        if about := look.column(part):
            yield f"  {part}:{comment(f'guessed: {about.why}')}"
            yield f"    label: {label}"
            if part == "country":
                yield from _country(about)
            else:
                yield write_minerals(about) if part == "mineral" else write_names(about)
            if part == "mineral":
                yield f"    kind: {_mineral_kinds(about)}{comment('guessed by its words')}"
            elif kind:
                is_mine = kind == "project" and "mine" in plain_words(about.column.heading)
                yield f"    kind: {'mine' if is_mine else kind}{comment('mine, plant, smelter … where that is known')}"
    if not look.is_of_stakes:
        yield from deal(look)


def _party(guess: Guess, look: Look) -> Iterator[str]:
    column = quote(guess.column.heading)
    yield f"  {guess.is_}:{comment(f'guessed: {guess.why}')}"
    kinds = look.column("owner_kind") if guess.is_ == "owner" else None
    if kinds:
        known = {t: words.OWNER_KINDS.get(t.casefold(), ("?", "?")) for t in kinds.column.distinct[:MOST_VALUES]}
        by = quote(kinds.column.heading)
        yield f"    label: {{column: {by}, values: {table((t, quote(k[0])) for t, k in known.items())}}}"
        states = [(t, quote(str(_state(t)))) for t in guess.column.distinct if _state(t)]
        more = f', values: {table(states)}, otherwise: "="' if states else ""
        yield f"    name: {{column: {column}{more}}}"
        yield f"    kind: {{column: {by}, values: {table((t, quote(k[1])) for t, k in known.items())}}}"
        return
    names = list_names(guess)
    public = {t: found for t in names if (found := _public(t))}
    labels = table((t, found[0]) for t, found in public.items())
    yield f"    label: {{column: {column}, values: {labels}, otherwise: Company}}" if public else "    label: Company"
    yield write_names(guess)
    kinds_of = [(t, found[1]) for t, found in public.items()]
    kinds_of += [(t, kind) for t in names if t not in public and (kind := _company_kind(t))]
    if kinds_of:
        listed = table(kinds_of[:MOST_VALUES])
        why = comment("guessed by words in the names")
        yield f"    kind: {{column: {column}, values: {listed}, otherwise: company}}{why}"
    else:
        yield "    kind: company"


def _state(name: str) -> str | None:
    """The country whose government a name is."""
    code = find_code(name)
    return NAMES[code].partition(" | ")[0] if code and code in NAMES else None


def _public(name: str) -> tuple[str, str] | None:
    """Label and kind of what is a government's by its name."""
    if _state(name):
        return "Country", "nothing"
    plain = name.casefold()
    return next((found for word, found in words.PUBLIC_WORDS.items() if re.search(rf"\b{word}\b", plain)), None)


def _company_kind(name: str) -> str | None:
    return next((kind for word, kind in words.COMPANY_KINDS.items() if word in plain_words(name)), None)


def _country(guess: Guess) -> Iterator[str]:
    column = quote(guess.column.heading)
    codes, split = {t: _read_code(t) for t in list_names(guess)}, say_split(find_split(guess))
    strange = [t for t, code in codes.items() if code is None]
    if not strange:
        yield f"    name: {{column: {column}{split}}}"
        return
    known = [(t, quote(code)) for t, code in codes.items() if code]
    listed = table([*known, *((t, '"?"') for t in strange[:MOST_VALUES])])
    near = [f"{t} may be {found}" for t in strange if (found := _nearest_country(t))]
    said = "; ".join(("write the two letters of each that says ?", *near))
    yield f"    name: {{column: {column}, values: {listed}{split}}}{comment(said)}"


def _read_code(text: str) -> str | None:
    """The two letters of the country that a cell names, by a name or by these letters."""
    try:
        return read_country(text, as_typed=True)
    except Unreadable:
        return None


def _nearest_country(text: str) -> str | None:
    """The country whose name is most like a text, with its letters; None where none is, or the text is too short to
    tell."""
    if len(text) < SHORTEST_NAME:
        return None
    usual = {names.partition(" | ")[0]: code for code, names in NAMES.items()}
    found = nearest(text, usual)
    return f"{found} ({usual[found]})" if found else None


def _mineral_kinds(guess: Guess) -> str:
    kinds = []
    for text in list_names(guess)[:MOST_VALUES]:
        plain = text.casefold()
        if plain in words.GROUPS:
            kinds.append((text, "group"))
        elif any(word in plain for word in words.PRODUCT_WORDS):
            kinds.append((text, "product"))
    column = quote(guess.column.heading)
    return f"{{column: {column}, values: {table(kinds)}, otherwise: mineral}}" if kinds else "mineral"
