"""Coverage files: how long an article is, and why some of its lines have no record. They are no records themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import total_ordering
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from loader.read.places import item_place
from loader.read.yaml_file import read_yaml
from loader.records import Problem, Where

COVERAGE = "coverage"
PLACES = re.compile(r"([1-9][0-9]*)(?:-([1-9][0-9]*)|\.([1-9][0-9]*))?")
FORM = "write a line, 7, lines, 7-10, or one sentence of a line, 7.2"


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ReasonShape(_Shape):
    """Lines that have no record, and why."""

    reason: Annotated[str, Field(min_length=1)]
    lines: list[str]


class CoverageShape(_Shape):
    """An article's number of lines, and its lines without records."""

    source: str
    lines: Annotated[int, Field(ge=0)]
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


def read_coverage(folder: Path) -> Iterator[Coverage | Problem]:
    """Every coverage file of a set, in order of their names; what cannot be read is a Problem."""
    for path in sorted((folder / COVERAGE).glob("*.yaml")):
        for record in read_yaml(path, path.relative_to(folder).as_posix()):
            if isinstance(record, Problem):
                yield record
                continue
            try:
                shape = CoverageShape.model_validate(record.fields)
            except ValidationError as error:
                yield from (_misshapen(record.where, str(e["loc"][0]), e["msg"]) for e in error.errors())
                continue
            yield from _coverage(folder, shape, record.where)


def _coverage(folder: Path, shape: CoverageShape, where: Where) -> Iterator[Coverage | Problem]:
    reasons = []
    for reason in shape.without_records:
        here = item_place(folder, where, "without_records", "reason", reason.reason)
        bad = [text for text in reason.lines if not _places(text)]
        yield from (Problem(here, "lines", f"'{text}' is no place in an article", FORM) for text in bad)
        reasons.append(Reason(reason.reason, tuple(p for text in reason.lines for p in _places(text)), here))
    yield Coverage(shape.source, shape.lines, tuple(reasons), where)


def _places(text: str) -> list[Place]:
    match = PLACES.fullmatch(text)
    if match is None:
        return []
    first, last, sentence = (int(part or 0) for part in match.groups())
    return [Place(first, sentence)] if not last else [Place(line) for line in range(first, last + 1)]


def _misshapen(where: Where, field: str, message: str) -> Problem:
    return Problem(where, field, message[0].lower() + message[1:], "write it as docs/records.md shows under Coverage")
