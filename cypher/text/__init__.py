"""The text of statements: names quoted in one place, and places for names and families filled."""

from cypher.text.quoting import UnquotableName, quote
from cypher.text.template import BadTemplate, Families, Literal, PropertyMap, fill, fill_families, position

__all__ = [
    "BadTemplate", "Families", "Literal", "PropertyMap", "UnquotableName", "fill", "fill_families", "position", "quote",
]  # fmt: skip
