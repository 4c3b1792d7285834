"""Coverage files: how long an article is, and why some of its lines have no record. They are no records themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import total_ordering
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from loader.read.files import coverage_files
from loader.read.hashed_file import FileHashes, read_file
from loader.read.yaml_file import read_yaml
from loader.records import Problem, Spot, Where
from loader.validation_errors import explain_validation_error

PLACES = re.compile(r"([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5})|\.([1-9][0-9]{0,5}))?")
FORM = "write a line, 7, lines, 7-10, or one sentence of a line, 7.2"
NOT_READ = "Not read yet."
"""The reason of lines that nobody has come to; it goes when a record cites them, or another reason takes its place."""
MOST_LINES = 100_000
"""Of an article; no more places than that are kept of one coverage file."""


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ReasonShape(_Shape):
    """Lines that have no record, and why."""

    reason: Annotated[str, Field(min_length=1)]
    lines: list[str]


class CoverageShape(_Shape):
    """An article's number of lines, and its lines without records."""

    source: str
    lines: Annotated[int, Field(ge=0, le=MOST_LINES)]
    without_records: list[ReasonShape] = []


@total_ordering
@dataclass(frozen=True)
class Place:
    """A line, or one sentence of it."""

    line: int
    sentence: int = 0

    def __lt__(self, other: "Place") -> bool:
        return (self.line, self.sentence) < (other.line, other.sentence)

    def __str__(self) -> str:
        return f"{self.line}.{self.sentence}" if self.sentence else str(self.line)


@dataclass(frozen=True)
class Reason:
    """Why some places have no record."""

    text: str
    places: tuple[Place, ...]
    where: Where


@dataclass(frozen=True)
class Coverage:
    """One article's coverage file."""

    source: str
    lines: int
    reasons: tuple[Reason, ...]
    where: Where
    lines_at: Where


def read_coverage(folder: Path, hashes: FileHashes | None = None) -> Iterator[Coverage | Problem]:
    """Every coverage file of a set, in order of their names; what cannot be read is a Problem."""
    hashes = {} if hashes is None else hashes
    for path, name in coverage_files(folder):
        for record in read_file(path, name, read_yaml, hashes):
            if isinstance(record, Problem):
                yield record
                continue
            try:
                shape = CoverageShape.model_validate(record.fields)
            except ValidationError as error:
                spot = Spot(record.where, record.lines)
                yield from explain_validation_error(error, spot, CoverageShape, record.where.file)
                continue
            yield from _coverage(shape, Spot(record.where, record.lines))


def _coverage(shape: CoverageShape, spot: Spot) -> Iterator[Coverage | Problem]:
    reasons, left = [], MOST_LINES
    for number, reason in enumerate(shape.without_records):
        here = spot.at("without_records", number)
        places: list[Place] = []
        for item, text in enumerate(reason.lines):
            found = _places(text)
            left -= len(found)
            if not found:
                yield Problem(here.at("lines", item).where, "lines", f"'{text}' is no place in an article", FORM)
            elif left < 0:
                what = f"gives more than {MOST_LINES:,} places"
                yield Problem(here.at("lines", item).where, "lines", what, "correct the ranges of lines")
                return
            places += found
        reasons.append(Reason(reason.reason, tuple(places), here.at("lines").where))
    yield Coverage(shape.source, shape.lines, tuple(reasons), spot.where, spot.at("lines").where)


def _places(text: str) -> list[Place]:
    match = PLACES.fullmatch(text)
    if match is None:
        return []
    first, last, sentence = (int(part or 0) for part in match.groups())
    return [Place(first, sentence)] if not last else [Place(line) for line in range(first, min(last, MOST_LINES) + 1)]
