"""What a set adds to the model: `model.yaml`, read and held against the model that is built in."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from cypher.model import Extension, Model, extend
from cypher.model.clashes import find_clashes
from loader.read.files import MODEL
from loader.read.folder import read_only
from loader.read.hashed_file import FileHashes
from loader.records import FieldPath, Problem, RawRecord, Severity, Spot, Where
from loader.validation_errors import explain_validation_error

SUMMED = {
    "stages": "stage", "stage": "stage", "instruments": "instrument", "instrument": "instrument",
    "whose_money": "whose_money", "funder_types": "whose_money",
}  # fmt: skip
"""Fields by which somebody may mean terms that no set adds to."""


@dataclass(frozen=True)
class OwnModel:
    """The model of a set, what of it is the set's own, and what keeps it from being taken: then it is as it was.

    `warnings`: what it adds and need not.
    """

    model: Model
    extension: Extension
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def read_own_model(folder: Path, model: Model, hashes: FileHashes) -> OwnModel:
    """A model with what the set below a folder adds to it; the model itself where it adds nothing.

    Raises BadFolder where the file cannot be read.
    """
    path = folder / MODEL
    if not path.is_file():
        return OwnModel(model, Extension())
    record = read_only(path, hashes)
    problems = list(_of_sums(record))
    try:
        extension = Extension.model_validate(record.fields)
    except ValidationError as error:
        told = {p.where for p in problems}
        found = explain_validation_error(error, Spot(record.where, record.lines), Extension, MODEL)
        return OwnModel(model, Extension(), (*problems, *(p for p in found if p.where not in told)))
    clashes = list(_clashes(extension, model, record))
    warnings = tuple(p for p in clashes if p.severity is Severity.WARNING)
    problems += (p for p in clashes if p.severity is Severity.PROBLEM)
    if problems:
        return OwnModel(model, Extension(), tuple(problems), warnings)
    return OwnModel(extend(model, extension), extension, warnings=warnings)


def unread_records(where: Where) -> Problem:
    """That records are not checked as long as nobody knows in which model they are."""
    what = "records are not checked as long as this file has problems"
    return Problem(where, "model", what, "mend them, and check again", Severity.WARNING)


def _clashes(extension: Extension, model: Model, record: RawRecord) -> Iterator[Problem]:
    spot = Spot(record.where, record.lines)
    for clash in find_clashes(extension, model):
        field = ".".join(map(str, clash.path))
        severity = Severity.WARNING if clash.is_harmless else Severity.PROBLEM
        yield Problem(spot.at(*clash.path).where, field, clash.what, clash.remedy, severity)


def _of_sums(record: RawRecord) -> Iterator[Problem]:
    """Fields by which somebody adds stages, instruments or whose money it is, at the top or in an entry."""
    entries = record.fields.get("extend")
    places: list[tuple[FieldPath, object]] = [((), record.fields)]
    places += [(("extend", n), entry) for n, entry in enumerate(entries if isinstance(entries, list) else ())]
    for path, fields in places:
        for name in fields if isinstance(fields, dict) else ():
            if near := get_close_matches(name[:80], SUMMED, n=1, cutoff=0.85):
                at = (*path, name)
                what = f"a set adds no {SUMMED[near[0]]} of its own, since sums are kept apart by it"
                remedy = "use the nearest that there is, and say the rest in a property of your own"
                yield Problem(Spot(record.where, record.lines).at(*at).where, ".".join(map(str, at)), what, remedy)
