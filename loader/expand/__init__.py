"""From a record as written to the nodes and relationships that it stands for."""

from loader.expand.record import Item, expand

__all__ = ["Item", "expand"]
