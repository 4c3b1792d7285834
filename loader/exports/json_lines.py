"""A set as JSON Lines, a record in a line, which load to the same graph."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loader.exports.accepted import list_accepted
from loader.exports.files import write_lines, write_own_files, write_yaml
from loader.exports.records import write_records
from loader.exports.taken import TakenSet
from loader.read import read_records
from loader.read.files import ACCEPTED, OF_THE_SET, coverage_files
from loader.records import RawRecord

RECORDS = "records.jsonl"


def write_json_lines(taken: TakenSet, into: Path) -> Iterator[Path]:
    """Every record in a line, and what else the set's files say: as they are, or as the graph knows it."""
    if taken.folder is None:
        yield from write_own_files(taken, into)
        if accepted := list_accepted(taken):
            yield write_yaml(into / ACCEPTED, accepted)
        yield write_lines(into / RECORDS, map(_line, write_records(taken)))
    else:
        yield from _copy_files(taken.folder, into)
        fields = (r.fields for r in read_records(taken.folder) if isinstance(r, RawRecord))
        yield write_lines(into / RECORDS, map(_line, fields))


def _copy_files(folder: Path, into: Path) -> Iterator[Path]:
    copied = [(folder / name, name) for name in OF_THE_SET if (folder / name).is_file()]
    for path, name in (*copied, *coverage_files(folder)):
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, into / name)
        yield into / name


def _line(fields: dict[str, Any]) -> str:
    return f"{json.dumps(fields, ensure_ascii=False)}\n"
