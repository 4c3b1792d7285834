"""Where the items of a record's list stand in its file, for messages that name one of them."""

from pathlib import Path

import yaml

from loader.read.yaml_file import LOADER
from loader.records import Where


def item_places(folder: Path, record: Where, key: str, field: str) -> dict[str, Where]:
    """The place of each item under `key` by its `field`, for the one record of a YAML file; empty for other files."""
    path = folder / record.file
    if path.suffix not in (".yaml", ".yml"):
        return {}
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)
    items = [item for items in _under(root, key) for item in getattr(items, "value", [])]
    return {name.value: Where(record.file, item.start_mark.line + 1) for item in items for name in _under(item, field)}


def item_place(folder: Path, record: Where, key: str, field: str, value: str) -> Where:
    """The place of the item whose `field` has this value; the record's own where it cannot be told."""
    return item_places(folder, record, key, field).get(value, record)


def _under(node: yaml.Node | None, key: str) -> list[yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return [value for name, value in pairs if name.value == key]
