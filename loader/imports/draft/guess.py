"""What a column most likely is, by its heading and by what stands in it, with the reason in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ledger.alpha3 import find_by_three
from ledger.countries import find_code
from ledger.names import plain_words
from ledger.units import CURRENCIES
from loader.imports.draft.survey import Column, Survey
from loader.imports.draft.words import BLANKS, HEADINGS
from loader.imports.values.amount_parts import AmountRules
from loader.imports.values.amount_words import UNIT_WORDS
from loader.imports.values.amounts import read_amount
from loader.imports.values.dates import DateRules, is_ambiguous, read_date
from loader.imports.values.unreadable import Unreadable

ENOUGH = 0.7
"""Of the cells that must look so."""
LOOKED_AT = 200
PARTIES = ("funder", "recipient", "buyer", "seller", "owner", "owned")
ONE_OF_A_KIND = (
    *PARTIES, "project", "country", "mineral", "unit", "share", "instrument", "stage", "date", "since", "until", "url",
    "id", "owner_kind",
)  # fmt: skip


@dataclass(frozen=True)
class Guess:
    """What a column may be (a key of HEADINGS, or empty), and why."""

    column: Column
    is_: str
    why: str


def guess_columns(found: Survey, chosen: Mapping[str, str] = MappingProxyType({})) -> list[Guess]:
    """A guess a column; of what there is but one, the first that fits best has it.

    `chosen`: by heading, what somebody says that the column is (empty: it is left out); then no other is guessed so.
    """
    guesses: list[Guess] = []
    taken: set[str] = {chosen[c.heading] for c in found.columns if c.heading in chosen} & set(ONE_OF_A_KIND)
    for column in found.columns:
        if column.heading in chosen:
            guesses.append(Guess(column, chosen[column.heading], "you said so"))
            continue
        kinds = [guess for guess in _guesses(column, found.rows) if guess.is_ not in taken]
        guess = kinds[0] if kinds else Guess(column, "notes" if column.filled else "", "nothing tells what it is")
        taken |= {guess.is_} & set(ONE_OF_A_KIND)
        guesses.append(guess)
    return guesses


def _guesses(column: Column, rows: int) -> list[Guess]:
    """All that a column may be, the likeliest first: what stands in it says more than what it is called."""
    if not column.filled:
        return [Guess(column, "", "it is empty")]
    by_value = _by_values(column, rows)
    by_heading = _by_heading(column)
    found = [*by_value, *(g for g in by_heading if g.is_ not in {v.is_ for v in by_value})]
    if by_value and any(g.is_ in ("since", "until") for g in by_heading) and by_value[0].is_ == "date":
        found.insert(0, next(g for g in by_heading if g.is_ in ("since", "until")))
    return [g for g in found if _may_be(g, rows)]


def _may_be(guess: Guess, rows: int) -> bool:
    """Whether what stands in a column allows what its heading promises."""
    column = guess.column
    match guess.is_:
        case "id":
            return len(column.texts) == column.filled == rows
        case "date" | "since" | "until":
            return _share_of(column, _reads_as_date) >= 0.5
        case "amount":
            return _share_of(column, lambda t: bool(re.search("[0-9]", t))) >= 0.5
        case "url":
            return _share_of(column, lambda t: t.startswith(("http://", "https://"))) >= 0.5
    return True


def _by_values(column: Column, rows: int) -> list[Guess]:
    tests = (
        ("url", "its cells are addresses", lambda t: t.startswith(("http://", "https://"))),
        ("date", "its cells are dates", _reads_as_date),
        ("share", "its cells are per cent", lambda t: t.rstrip().endswith("%")),
        ("unit", "its cells are units or currencies", lambda t: t.upper() in CURRENCIES or t.casefold() in UNIT_WORDS),
        ("country", "its cells are countries", _reads_as_country),
        ("amount", "its cells are figures with a unit", _reads_as_amount),
    )
    found = [Guess(column, is_, why) for is_, why, test in tests if _share_of(column, test) >= ENOUGH]
    if column.days >= column.filled * ENOUGH:
        found.insert(0, Guess(column, "date", "the file has its cells as days"))
    is_year = _share_of(column, lambda t: re.fullmatch("(19|20)[0-9]{2}", t) is not None) >= ENOUGH
    return [g for g in found if not (is_year and g.is_ == "date" and column.numbers)] if column.numbers else found


def _by_heading(column: Column) -> list[Guess]:
    words = " ".join(plain_words(column.heading.split(" / ")[0]))
    whole = " ".join(plain_words(column.heading))
    found: list[tuple[int, str, str]] = []
    for is_, names in HEADINGS.items():
        for name in names:
            plain = " ".join(plain_words(name)) or name
            if {plain, f"{plain}s"} & {words, whole}:
                found.append((100 + len(plain), is_, name))
            elif len(plain) > 2 and re.search(rf"(?<!\w){re.escape(plain)}s?(?!\w)", whole):
                found.append((len(plain), is_, name))
    return [Guess(column, is_, f"its heading says '{name}'") for _, is_, name in sorted(found, key=lambda f: -f[0])]


def _share_of(column: Column, test) -> float:  # type: ignore[no-untyped-def]
    """Which part of the cells passes, those that say that there is nothing apart."""
    looked_at = [(t, n) for t, n in column.texts.most_common(LOOKED_AT) if t.casefold() not in BLANKS]
    total = sum(n for _, n in looked_at)
    return sum(n for t, n in looked_at if test(t)) / total if total else 0.0


def _reads_as_country(text: str) -> bool:
    return find_code(text) is not None or find_by_three(text) is not None


def _reads_as_date(text: str) -> bool:
    try:
        read_date(text, DateRules())
    except Unreadable:
        return is_ambiguous(text)
    return True


def _reads_as_amount(text: str) -> bool:
    try:
        read_amount(text, AmountRules(None, 1, None, {"$": "USD", "¥": "JPY"}))
    except Unreadable as error:
        return "may be" in error.what and "numbers" in error.remedy
    return True
