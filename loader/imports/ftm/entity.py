"""One entity of FollowTheMoney, as a line of JSON has it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.dates import BadDate, check_date
from ledger.evidence import hash_passage
from ledger.ids import KEY
from loader.imports.ids import slug
from loader.imports.read.csv_rows import tidy_cell
from loader.imports.read.json_rows import read_objects
from loader.imports.rows import BadFile

DAY = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:T.*)?")


@dataclass(frozen=True)
class Entity:
    """An entity: its line, its id and schema, and the values of each of its properties."""

    line: int
    id: str
    schema: str
    properties: dict[str, list[str]]
    datasets: tuple[str, ...]
    text: str

    def all(self, name: str) -> list[str]:
        """The values of a property; a value that is an entity itself, by its id."""
        return self.properties.get(name, [])

    def first(self, *names: str) -> str | None:
        """The first value of the first of some properties that has one."""
        return next((value for name in names for value in self.all(name)), None)

    def date(self, *names: str) -> str | None:
        """The first date, as precise as it is; a time of day is left out, and so is what is no date."""
        found = DAY.fullmatch(self.first(*names) or "")
        try:
            return check_date(found[1]) if found else None
        except BadDate:
            return None

    @property
    def sha256(self) -> str:
        """The fingerprint of its line."""
        return hash_passage(self.text)

    @property
    def key(self) -> str:
        """Its id as the end of one of ours."""
        return self.id if KEY.fullmatch(self.id) else slug(self.id)


def read_entities(path: Path) -> Iterator[Entity]:
    """The entities of a file, one at a time. Raises BadFile for what is none."""
    for line, item, text in read_objects(path):
        if not is_entity(item):
            raise BadFile(f"line {line} of {path.name} is no entity: it has `id`, `schema` and `properties`")
        properties = {name: _texts(values) for name, values in item["properties"].items()}
        datasets = tuple(tidy_cell(d)[0] for d in item.get("datasets", ()) if isinstance(d, str))
        yield Entity(line, tidy_cell(str(item["id"]))[0], str(item["schema"]), properties, datasets, text)


def is_entity(item: dict[str, Any]) -> bool:
    """Whether an object is an entity of FollowTheMoney."""
    named = isinstance(item.get("id"), str) and isinstance(item.get("schema"), str)
    return named and isinstance(item.get("properties"), dict)


def _texts(values: Any) -> list[str]:
    listed = values if isinstance(values, list) else [values]
    texts = (v["id"] if isinstance(v, dict) and "id" in v else v for v in listed)
    return [tidy for text in texts if isinstance(text, str) and (tidy := tidy_cell(text)[0])]
