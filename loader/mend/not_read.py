"""Places that are said not to be read and that a record cites by now: they leave that reason."""

import re
from collections.abc import Iterator
from pathlib import Path

from loader.check.coverage import cited_places, contradicted
from loader.check.index import Index
from loader.edit.line_edits import Change
from loader.mend.mending import Mending
from loader.read.coverage import NOT_READ
from loader.read.files import coverage_files
from loader.read.hashed_file import read_file
from loader.read.yaml_file import read_yaml
from loader.records import Problem, RawRecord, Spot

PLACE = re.compile(r"[1-9][0-9]*(?:\.[1-9][0-9]*)?")


def mend_not_read(folder: Path, index: Index) -> Iterator[Mending]:
    """A mending for each place; one inside a range (`4-7`) is left to people."""
    for path, name in coverage_files(folder):
        for record in read_file(path, name, read_yaml, {}):
            if isinstance(record, RawRecord):
                yield from _of_file(record, index)


def _of_file(record: RawRecord, index: Index) -> Iterator[Mending]:
    source, reasons = record.fields.get("source"), record.fields.get("without_records")
    cited = cited_places(str(source), index)
    for number, reason in enumerate(reasons if isinstance(reasons, list) else ()):
        lines = reason.get("lines") if isinstance(reason, dict) and reason.get("reason") == NOT_READ else None
        for item, place in enumerate(lines if isinstance(lines, list) else ()):
            if isinstance(place, str) and PLACE.fullmatch(place) and contradicted(place, cited):
                where = Spot(record.where, record.lines).at("without_records", number, "lines", item).where
                what = f"{place} of {source} is read by now: a record rests on it"
                problem = Problem(where, "lines", what, "take the place out")
                yield Mending(problem, f"{place} leaves the places that are not read", _without(place))


def _without(place: str) -> Change:
    """The line without one place of its list."""
    alone = rf"(?<![\w.-]){re.escape(place)}(?![\w.-])"
    forms = (re.compile(rf"{alone}\s*,\s*"), re.compile(rf",\s*{alone}"), re.compile(alone))

    def change(line: str) -> str | None:
        begins = line.find("[") + 1
        head, places = line[:begins], line[begins:]
        for form in forms:
            if form.search(places):
                return (head + form.sub("", places, count=1)).rstrip() if "-" not in head.partition(":")[0] else None
        return None

    return change
