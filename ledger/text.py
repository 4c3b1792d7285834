"""Words of our own sentences: texts of others that they repeat, never at any length; numbers of things; articles."""

import re
from collections.abc import Sequence

LONGEST = 60
LARGEST_SPELT = 1e15
"""Decimal numbers from here on, and what is no number, are told as they are."""
VOWELS = frozenset("aeiou")
SPOKEN_AS_YOU = ("eu", "uni", "us")
"""Beginnings that are written with a vowel and spoken without one: a European, a Unit, a User, a US agency."""
UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\x00-\x1f\x7f-\x9f]")
"""Signs that nobody sees, and that a terminal or a page may act on or turn the text around them by."""


def shorten(value: object, longest: int = LONGEST) -> str:
    """A value on one line, cut with an ellipsis where it is longer."""
    text = " ".join(str(value).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def plain_line(value: object) -> str:
    """A text on one line, without signs that nobody sees."""
    return UNSEEN.sub("", " ".join(str(value).split()))


def spell_number(number: float) -> str:
    """A number as people read it: `12.5`, `60` for a decimal that is whole, `2,000`."""
    if isinstance(number, float) and not abs(number) < LARGEST_SPELT:
        return str(number)
    return f"{int(number):,}" if number == int(number) else f"{number:,}"


def count_things(number: int, what: str) -> str:
    """A number of things of one kind, whose plural ends in an s: `1 problem`, `2,000 nodes`."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def list_some(named: Sequence[str], most: int, between: str = ", ") -> str:
    """The first few of some names, and how many more there are."""
    more = f" and {len(named) - most} more" if len(named) > most else ""
    return between.join(named[:most]) + more


def with_article(name: str) -> str:
    """The name of a kind of things, with its article: `a Deal`, `an Event`, `a User`."""
    vowel = name[:1].lower() in VOWELS and not name.lower().startswith(SPOKEN_AS_YOU)
    return f"{'an' if vowel else 'a'} {name}"
