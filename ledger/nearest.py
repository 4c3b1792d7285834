"""The nearest of some names to one that is none of them, as it is told to whoever wrote that."""

from collections.abc import Iterable
from difflib import get_close_matches

CUTOFF = 0.6
LONGEST = 80
"""Characters of what was written that are compared and repeated."""


def nearest(written: str, names: Iterable[str]) -> str | None:
    """The name that is most like what was written; None where none is like it."""
    by_text = {name.casefold(): name for name in names}
    close = get_close_matches(written[:LONGEST].casefold(), by_text, n=1, cutoff=CUTOFF)
    return by_text[close[0]] if close else None


def did_you_mean(name: str | None) -> str:
    """The question that ends a message; empty where there is nothing to ask."""
    return f" (did you mean {name}?)" if name else ""


def shown(written: str) -> str:
    """What was written, cut where it is long."""
    return written if len(written) <= LONGEST else f"{written[: LONGEST - 1]}…"
