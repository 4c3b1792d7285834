"""What stands beside a figure in its cell: in brackets, or after a comma."""

import re

from ledger.units import CURRENCIES
from loader.imports.values import amount_words as words
from loader.imports.values.amount_parts import BELOW_ZERO, PHRASES, SEVERAL
from loader.imports.values.unreadable import Unreadable

BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
FOOTNOTE = re.compile(r"\s*(?:\*+|[†‡§¹²³]+)\s*$")
AFTER = re.compile(r"\s*[,;:]\s+|\s+[-–—]\s+(?=[^\W\d])")


CHANGING = re.compile(
    r"\b(?:per|p\.? ?a|each|annually|annual|yearly|a year|a month|monthly|pro|par an|al año|jährlich|negative|minus)"
    r"\b",
    re.IGNORECASE,
)
"""Words by which a figure is a rate, one of several, or no figure at all."""
CENTS = re.compile(r"(?<=[0-9])[.,][-–—]{1,2}(?=\s|$)")
"""`1'250'000.-`: no cents."""


def split_notes(text: str) -> tuple[str, str]:
    """A cell's figure, and what stands in brackets or after a comma; raises Unreadable where that may be a figure too,
    or may change the figure."""
    notes = [n.strip() for n in BRACKETS.findall(text)]
    body = CENTS.sub("", FOOTNOTE.sub("", BRACKETS.sub(" ", text)).strip())
    if not re.search("[0-9]", body):
        raise _no_figure(text, notes)
    first = re.search("[0-9]", body)
    if first and (after := AFTER.search(body, first.end())):
        notes.append(body[after.end() :].strip())
        body = body[: after.start()]
    if figures := [n for n in notes if re.search("[0-9]", n)]:
        raise Unreadable(f"'{text}' may hold a second figure ({figures[0]})", SEVERAL)
    if changing := [n for n in notes if _may_change(n)]:
        raise Unreadable(
            f"'{text}' has a note that may change the figure ({changing[0]})",
            'say in the mapping\'s `values` what such a cell is, written out: `{"35 (million)": USD 35 million}`',
        )
    return body, "; ".join(n for n in notes if n)


def _no_figure(text: str, notes: list[str]) -> Unreadable:
    if any(re.search("[0-9]", note) for note in notes):
        return Unreadable(f"'{text}' is in brackets, and may be below zero", BELOW_ZERO)
    return Unreadable(f"'{text}' is no figure", "write one, or list it under `blank` where it says that there is none")


def _may_change(note: str) -> bool:
    """Whether a note says a scale, a unit or how exact the figure is, or that it is a rate."""
    plain = note.casefold().strip(" .")
    if plain in words.SCALES | words.ENGLISH | words.UNIT_WORDS or plain in PHRASES or f"{plain}." in PHRASES:
        return True
    if CHANGING.search(note) or any(sign in note for sign in (*words.CURRENCY_SIGNS, "$", "¥", "%")):
        return True
    return any(
        word in CURRENCIES
        or word.casefold() in words.CURRENCY_WORDS | words.OF_SEVERAL
        or (len(word) > 1 and word.casefold() in words.SCALES | words.ENGLISH)
        for word in re.findall(r"[^\W\d_]+", note)
    )
