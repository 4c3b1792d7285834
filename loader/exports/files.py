"""Files of a set that is taken along, and what its own files say where only a graph knew it."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from loader.exports.taken import TakenSet
from loader.read.files import DATA_SET, MODEL


def write_lines(path: Path, parts: Iterable[str]) -> Path:
    """A text as it comes, in UTF-8 and with the line ends that it has."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)
    return path


def write_own_files(taken: TakenSet, into: Path) -> Iterator[Path]:
    """The set's name, title, units and guide, and what it adds to the model."""
    of_set: dict[str, Any] = {"name": taken.data_set.name, "title": taken.data_set.title}
    if taken.data_set.units:
        of_set["units"] = {unit.name: unit.meaning for unit in taken.data_set.units}
    if guide := json.loads(taken.data_set.guide.to_text()):
        of_set["guide"] = guide
    yield write_yaml(into / DATA_SET, of_set)
    if added := json.loads(taken.extension.to_text()):
        yield write_yaml(into / MODEL, added)


def write_yaml(path: Path, fields: object) -> Path:
    """Plain values as a file of the set."""
    return write_lines(path, [yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=120)])
