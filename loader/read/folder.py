"""A folder of records: which files it has and in which order they are read."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from loader.read.accepted import ACCEPTED
from loader.read.coverage import COVERAGE
from loader.read.json_lines import read_json_lines
from loader.read.yaml_file import read_yaml
from loader.records import DataSet, Problem, RawRecord

DATA_SET, EXPECTED = "data_set.yaml", "expected.yaml"
NO_RECORDS = (DATA_SET, EXPECTED, ACCEPTED)
"""Files that say something of the set; so do all in the folder for coverage."""


class BadFolder(Exception):
    """A path that holds no records."""


def read_records(folder: Path) -> Iterator[RawRecord | Problem]:
    """Every record below a folder, file by file in order of their names; may be read more than once."""
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".jsonl":
            yield from read_json_lines(path, name)
        else:
            yield from _kept(path, name, path.stat().st_mtime_ns)


def read_data_set(folder: Path) -> DataSet:
    """The data set's name and title; raises BadFolder where there is none."""
    if not folder.is_dir():
        raise BadFolder(f"there is no folder {folder}: name a folder of records")
    path = folder / DATA_SET
    if not path.is_file():
        raise BadFolder(
            f"{folder} holds no {DATA_SET}: name a folder of records, or add that file with `name` and `title`"
        )
    fields = _fields(path)
    if not fields.get("name"):
        raise BadFolder(f"{path} gives no `name`: write the name that everything in this set shall carry")
    return DataSet(str(fields["name"]), str(fields.get("title", fields["name"])))


def read_expected(folder: Path) -> dict[str, Any]:
    """The counts and bounds that the set is held against; empty where there are none."""
    path = folder / EXPECTED
    return _fields(path) if path.is_file() else {}


def _fields(path: Path) -> dict[str, Any]:
    records = read_yaml(path, path.name)
    problem = next((r for r in records if isinstance(r, Problem)), None)
    if problem:
        raise BadFolder(str(problem))
    return records[0].fields if records and isinstance(records[0], RawRecord) else {}


def _files(folder: Path) -> list[Path]:
    found = (p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml", ".jsonl") and p.is_file())
    return sorted(p for p in found if p.name not in NO_RECORDS and p.relative_to(folder).parts[0] != COVERAGE)


@lru_cache(maxsize=4096)
def _kept(path: Path, name: str, _changed: int) -> tuple[RawRecord | Problem, ...]:
    return tuple(read_yaml(path, name))
