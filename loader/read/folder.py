"""A folder of records: its records in order, and what it says of itself as a set."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from cypher.guide import Guide
from ledger.ids import is_node_id
from ledger.units import UNIT, Unit, is_known_unit
from loader.read.drafts import leave_out_drafts
from loader.read.files import DATA_SET, EXPECTED, OF_THE_SET, coverage_files, record_files
from loader.read.formats import format_of
from loader.read.hashed_file import FileHashes, read_file
from loader.read.yaml_file import read_yaml
from loader.records import DataSet, Problem, RawRecord, Spot, Where
from loader.validation_errors import explain_validation_error

KEYS_OF_A_SET = ("name", "title", "units", "guide")


class BadFolder(Exception):
    """A path that holds no records."""


def read_records(folder: Path, hashes: FileHashes | None = None) -> Iterator[RawRecord | Problem]:
    """Every record below a folder, file by file in order of their names; notes the hash of each file."""
    hashes = {} if hashes is None else hashes
    for path, name in record_files(folder):
        if form := format_of(name):
            yield from leave_out_drafts(read_file(path, name, form.read, hashes))


def read_everything(folder: Path) -> Iterator[RawRecord | Problem]:
    """Every record, and whatever else the set's files say: of coverage, of accepted pairs, of itself."""
    yield from read_records(folder)
    for path, name in coverage_files(folder):
        yield from read_file(path, name, read_yaml, {})
    for name in OF_THE_SET:
        if (folder / name).is_file():
            yield from read_file(folder / name, name, read_yaml, {})


def read_data_set(folder: Path) -> DataSet:
    """The data set's name and title; raises BadFolder where there is none."""
    return data_set_of(read_naming(folder, {}), folder)


def read_naming(folder: Path, hashes: FileHashes) -> RawRecord:
    """The record that names the set; raises BadFolder where there is none."""
    if not folder.is_dir():
        raise BadFolder(f"there is no folder {folder}: name a folder of records")
    path = folder / DATA_SET
    if not path.is_file():
        near = next((p.name for p in sorted(folder.iterdir()) if p.stem.lower() == "data_set"), None)
        remedy = f"call {near} {DATA_SET}" if near else "add that file with `name` and `title`"
        raise BadFolder(f"{folder} holds no {DATA_SET}: name a folder of records, or {remedy}")
    return read_only(path, hashes)


def data_set_of(record: RawRecord, folder: Path) -> DataSet:
    """The data set that a record names; raises BadFolder where it has no name."""
    name = record.fields.get("name")
    if not isinstance(name, str) or not name:
        raise BadFolder(f"{folder / DATA_SET} gives no `name`: write the name that everything in this set shall carry")
    title = record.fields.get("title", name)
    return DataSet(name, title if isinstance(title, str) else name, _units(record), _guide(record))


def _guide(record: RawRecord) -> Guide:
    """The set's guide; an empty one where it is misshapen, which `misnamed` tells."""
    try:
        return Guide.model_validate(record.fields.get("guide", {}))
    except ValidationError:
        return Guide()


def _misguided(record: RawRecord) -> Iterator[Problem]:
    try:
        Guide.model_validate(record.fields.get("guide", {}))
    except ValidationError as error:
        spot = Spot(record.where, record.lines).at("guide")
        for problem in explain_validation_error(error, spot, Guide, "the guide"):
            yield replace(problem, field=f"guide.{problem.field}")


def _units(record: RawRecord) -> tuple[Unit, ...]:
    declared = record.fields.get("units", {})
    found = declared.items() if isinstance(declared, dict) else ()
    return tuple(Unit(unit, meaning) for unit, meaning in found if isinstance(meaning, str))


def misnamed(record: RawRecord) -> Iterator[Problem]:
    """What is wrong with the record that names the set: fields that it does not have, and names that are none."""
    yield from unknown_keys(record, KEYS_OF_A_SET)
    name, title = record.fields.get("name"), record.fields.get("title", "")
    spot = Spot(record.where, record.lines)
    if not is_node_id(f"data_set/{name}") or "/" in str(name):
        what = f"'{name}' is no name of a set"
        yield Problem(spot.at("name").where, "name", what, "write one word, such as my-minerals")
    if not isinstance(title, str):
        yield Problem(spot.at("title").where, "title", "is not a text", "write one title")
    yield from _misnamed_units(record.fields.get("units", {}), spot.at("units"))
    yield from _misguided(record)


def _misnamed_units(declared: object, spot: Spot) -> Iterator[Problem]:
    form = "write `units: {wafers: what it counts}`; a rate has `per` in its name and is never added"
    if not isinstance(declared, dict):
        yield Problem(spot.where, "units", "is no list of units with what they count", form)
        return
    for unit, meaning in declared.items():
        if not UNIT.fullmatch(unit):
            yield Problem(spot.at(unit).where, f"units.{unit}", "is no name of a unit", "write small letters and _")
        elif not isinstance(meaning, str) or not meaning:
            yield Problem(spot.at(unit).where, f"units.{unit}", "does not say what it counts", form)
        elif is_known_unit(unit):
            yield Problem(spot.at(unit).where, f"units.{unit}", "is a unit already", "take it out")


def read_expected(folder: Path, hashes: FileHashes) -> RawRecord:
    """The counts and bounds that the set is held against; without fields where there are none. Raises BadFolder."""
    path = folder / EXPECTED
    return read_only(path, hashes) if path.is_file() else RawRecord(Where(EXPECTED, 1), {})


def unknown_keys(record: RawRecord, known: Iterable[str], *path: str) -> Iterator[Problem]:
    """Every field at a place of a record that it does not have there, with the near one."""
    known = tuple(known)
    spot = Spot(record.where, record.lines).at(*path)
    fields = record.fields
    for part in path:
        fields = fields.get(part, {})
    for key in fields if isinstance(fields, dict) else ():
        if key not in known:
            near = get_close_matches(key[:80], known, n=1, cutoff=0.6)
            remedy = f"did you mean `{near[0]}`?" if near else f"there is {', '.join(known)}"
            what = f"is nothing that {record.where.file} says"
            yield Problem(spot.at(key).where, ".".join((*path, key)), what, remedy)


def read_only(path: Path, hashes: FileHashes) -> RawRecord:
    """The one mapping of a file of the set; raises BadFolder where it cannot be read."""
    found = list(read_file(path, path.name, read_yaml, hashes))
    for record in found:
        if isinstance(record, Problem):
            raise BadFolder(str(record))
    records = [record for record in found if isinstance(record, RawRecord)]
    if len(records) > 1:
        raise BadFolder(f"{records[1].where}: {path.name} says twice what the set is: keep one mapping of fields")
    return records[0] if records else RawRecord(Where(path.name, 1), {})
