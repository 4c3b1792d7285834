"""Formats of record files: how their names end and who reads them, listed here and nowhere else."""

from dataclasses import dataclass
from pathlib import Path

from loader.read.hashed_file import Reader
from loader.read.json_lines import read_json_lines
from loader.read.yaml_file import read_yaml


@dataclass(frozen=True)
class RecordFormat:
    """A format by the endings of its files, in small letters.

    `read` gets an opened file, which it reads once and to its end, and the file's name below the folder.
    """

    endings: tuple[str, ...]
    read: Reader


YAML = RecordFormat((".yaml", ".yml"), read_yaml)
JSON_LINES = RecordFormat((".jsonl",), read_json_lines)

RECORD_FORMATS = (YAML, JSON_LINES)


def format_of(name: str) -> RecordFormat | None:
    """The format of a file by its name, None for one that nobody reads."""
    ending = Path(name).suffix.lower()
    return next((form for form in RECORD_FORMATS if ending in form.endings), None)
