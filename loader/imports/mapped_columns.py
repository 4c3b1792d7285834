"""The columns of a sheet that a mapping speaks of."""

from collections.abc import Iterator

from loader.imports.cell_values import OF_THE_FILE, PLACE
from loader.imports.mapping import ColumnValue, Mapping, Value


def columns_of(mapping: Mapping) -> list[str]:
    """Every column that is named, once, in order."""
    return list(dict.fromkeys(_named(mapping)))


def _named(mapping: Mapping) -> Iterator[str]:
    for node in mapping.nodes.values():
        yield from columns_in(node.label, node.name, node.id, node.says, *node.properties.values())
        for claim in node.claims:
            yield claim.column
            yield from columns_in(claim.says)
    for link in mapping.links:
        yield from columns_in(link.type, link.says, *link.properties.values())
    if mapping.source.row_url:
        yield mapping.source.row_url


def columns_in(*values: Value | None) -> Iterator[str]:
    """The columns that some values name, also within a text."""
    for value in values:
        if isinstance(value, str):
            yield from (name for name in PLACE.findall(value) if name not in OF_THE_FILE)
        elif isinstance(value, ColumnValue):
            yield value.column
            yield from columns_in(value.unit)
        elif value:
            yield from columns_in(*value)
