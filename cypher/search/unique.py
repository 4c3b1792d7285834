"""Captions that no two things share: a name, then its kind, then its id, as far as they are needed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cypher.search.rank import Found

BETWEEN = "  ·  "


def captions(things: Sequence[tuple[str, str, str]]) -> tuple[str, ...]:
    """One a thing, from its name, kind and id: the kind always, the id where name and kind are another's too."""
    times = Counter((name.casefold().strip(), kind) for name, kind, _ in things)
    return tuple(
        BETWEEN.join(part for part in (name, kind, i if times[name.casefold().strip(), kind] > 1 else "") if part)
        for name, kind, i in things
    )


def with_captions(found: Sequence[Found]) -> tuple[Found, ...]:
    """The same, each with its caption."""
    made = captions([(f.name, f.label, f.id) for f in found])
    return tuple(replace(f, caption=caption) for f, caption in zip(found, made, strict=True))
