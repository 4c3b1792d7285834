"""Places in Cypher text, `{{label}}`: filled with a quoted name, or with all names of a family."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cypher.errors import GraphError
from cypher.text.quoting import quote

PLACE = re.compile(r"\{\{([a-z][a-z_]*)\}\}")
Families: TypeAlias = Mapping[str, tuple[str, ...]]
"""What may stand for several labels or types, such as `walkable`, with their names."""


@dataclass(frozen=True)
class PropertyMap:
    """The inside of a map of properties whose values stand one after another in a list: `id: row[0], name: row[1]`.

    A server reads a list faster than a map that names every property again for each row.
    """

    row: str
    names: tuple[str, ...]

    @property
    def text(self) -> str:
        """As it stands in Cypher, between the braces. Raises UnquotableName."""
        return ", ".join(f"{quote(name)}: {self.row}[{at}]" for at, name in enumerate(self.names))


@dataclass(frozen=True)
class Literal:
    """A value as Cypher writes it, `cypher.exports.cypher_literals` alone makes it."""

    text: str


class BadTemplate(GraphError):
    """A place in a text that nothing fills; the message names file, line and column."""


def fill(text: str, names: Mapping[str, str | PropertyMap | Literal], families: Families, file: str) -> str:
    """The text with every place filled. Raises BadTemplate, and UnquotableName for a name that cannot stand there."""

    def filled(place: re.Match[str]) -> str:
        if place[1] not in names:
            raise BadTemplate(f"{file}:{position(text, place.start())}: nothing fills {place[0]}")
        given = names[place[1]]
        return given.text if isinstance(given, PropertyMap | Literal) else quote(given)

    return PLACE.sub(filled, fill_families(text, families))


def fill_families(text: str, families: Families) -> str:
    """The text with the places of families filled, their names joined by `|` as behind a colon; others are left."""

    def filled(place: re.Match[str]) -> str:
        return "|".join(map(quote, families[place[1]])) if families.get(place[1]) else place[0]

    return PLACE.sub(filled, text)


def position(text: str, at: int) -> str:
    """Line and column of a place in a text, both from 1."""
    before = text[:at]
    return f"{before.count(chr(10)) + 1}:{at - before.rfind(chr(10))}"
