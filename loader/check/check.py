"""The check: each file is read once; what a record names that came later is looked up when all are known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cypher.model import Extension, Model, built_in_model
from cypher.saved import read_catalog
from loader.check.coverage import excused_passages, uncovered
from loader.check.dates import impossible_dates
from loader.check.expected import unexpected
from loader.check.guide import misguided
from loader.check.index import Index
from loader.check.limit import limit_by_record
from loader.check.listings import impossible_listings
from loader.check.names import near_duplicates
from loader.check.orphans import orphan_nodes
from loader.check.reading_changes import wrong_reading_changes
from loader.check.references import dangling, is_resolved
from loader.check.signatures import unknown_principals
from loader.check.typed import typed_link, typed_node
from loader.check.units import strange_units
from loader.check.whole_set import CHECKS
from loader.digest import digest_of
from loader.expand import expand
from loader.expand.former_fields import name_as_written
from loader.read import (
    FileHashes,
    OwnModel,
    data_set_of,
    find_drafts,
    misnamed,
    read_expected,
    read_naming,
    read_own_model,
    read_records,
    unread_files,
    unread_records,
)
from loader.read.drafts import DRAFT
from loader.records import DataSet, Item, Node, Problem, RawRecord, Severity, Where, pack_item, unpack_item
from loader.spool import Spool


@dataclass(frozen=True)
class Checked:
    """A set of records with what is known of it; it may be loaded when `problems` is empty.

    `items` are the nodes and relationships as they were read, with typed values: what is loaded is just what was
    checked, whatever becomes of the files. `digest` is of the files as they were read. `warnings` are what is only
    likely to be wrong. `model`: in which the records are, with what the set adds to it by its `extension`.
    """

    folder: Path
    digest: str
    data_set: DataSet
    items: Spool[Item]
    index: Index
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    model: Model
    extension: Extension


def check(folder: Path) -> Checked:
    """Find every problem below `folder`; needs no graph. Raises BadFolder when it holds no records."""
    hashes: FileHashes = {}
    naming = read_naming(folder, hashes)
    data_set = data_set_of(naming, folder)
    own = read_own_model(folder, built_in_model(), hashes)
    reading = _Reading(own.model)
    index = reading.index
    problems = [*misnamed(naming), *unread_files(folder), *own.problems, *own.warnings]
    if own.problems:
        problems += [unread_records(own.problems[0].where)]
        return _sort_out(problems, folder, hashes, data_set, reading, own)
    problems += reading.read(read_records(folder, hashes))
    index.drafts = find_drafts(folder, (p.where.file for p in problems if p.field == DRAFT))
    problems += [*reading.dangling(), *_no_records(index, naming.where)]
    index.excused = excused_passages(folder)
    problems += [problem for find in CHECKS for problem in find(index)]
    problems += [*strange_units(index, data_set.units), *unknown_principals(index, own.model)]
    problems += impossible_listings(index, own.model)
    problems += wrong_reading_changes(index, own.model, data_set.units)
    expected = read_expected(folder, hashes)
    problems += unexpected(expected, index, own.model)
    problems += impossible_dates(expected, index)
    problems += misguided(data_set, index, read_catalog(own.model))
    problems += near_duplicates(folder, index, hashes)
    problems += orphan_nodes(index, own.model)
    problems += uncovered(folder, index, hashes)
    return _sort_out(problems, folder, hashes, data_set, reading, own)


def _sort_out(
    problems: list[Problem], folder: Path, hashes: FileHashes, data_set: DataSet, reading: "_Reading", own: OwnModel
) -> Checked:
    """What was found, in the order of the files, with what it was found in."""
    problems.sort(key=lambda p: (p.where.file, p.where.line))
    problems = sorted(limit_by_record(problems, reading.starts), key=lambda p: (p.where.file, p.where.line))
    by_severity = {s: tuple(p for p in problems if p.severity is s) for s in Severity}
    found = by_severity[Severity.PROBLEM], by_severity[Severity.WARNING]
    return Checked(folder, digest_of(hashes), data_set, reading.items, reading.index, *found, own.model, own.extension)


@dataclass
class _Reading:
    """What the records hold, as it goes by."""

    model: Model
    index: Index = field(init=False)
    items: Spool[Item] = field(default_factory=lambda: Spool(pack_item, unpack_item))
    unresolved: set[int] = field(default_factory=set)
    """Numbers of the items that name something that was not known when they were read."""
    starts: dict[str, list[int]] = field(default_factory=dict)
    """By file, the lines at which records begin."""

    def __post_init__(self) -> None:
        self.index = Index(frozenset(self.model.fact_labels))

    def read(self, records: Iterable[RawRecord | Problem]) -> Iterator[Problem]:
        """Take in every record; yields the problems that it has by itself."""
        for record in records:
            self.starts.setdefault(record.where.file, []).append(record.where.line)
            for item in expand(record, self.model):
                if isinstance(item, Problem):
                    if item.severity is Severity.PROBLEM:
                        self.index.add_unread(record)
                    yield name_as_written(item, record, self.model)
                else:
                    found = self._add(item)
                    named = (name_as_written(p, record, self.model) for p in found)
                    yield from named if isinstance(item, Node) else found

    def dangling(self) -> Iterator[Problem]:
        """What items name that is nowhere, now that all are known."""
        for number, item in enumerate(self.items) if self.unresolved else ():
            if number in self.unresolved:
                yield from dangling(item, self.index)

    def _add(self, item: Item) -> Iterator[Problem]:
        typed, problems = typed_node(item, self.model) if isinstance(item, Node) else typed_link(item, self.model)
        yield from problems
        there = self.index.nodes if isinstance(typed, Node) else self.index.links
        repeated = there.get(typed.id)
        if repeated:
            yield Problem(item.where, "id", f"{item.id} stands already at {repeated}", _remedy_for_two(item))
        elif isinstance(typed, Node):
            self.index.add_node(typed, sound=not problems)
        else:
            self.index.add_link(typed)
        if not is_resolved(typed, self.index):
            self.unresolved.add(len(self.items))
        self.items.add(typed)


def _remedy_for_two(item: Item) -> str:
    """What to do about two things of one id: links may be two all the same."""
    if isinstance(item, Node):
        return "keep one of the two"
    return "keep one of the two, or give each a `key` where both are true (two terms, stakes or listings): `key: 2021`"


def _no_records(index: Index, where: Where) -> Iterator[Problem]:
    if not index.nodes and not index.links and not index.unread:
        what, remedy = "the folder holds no record", "write one in a file beside it: docs/records.md shows how"
        yield Problem(where, "records", what, remedy, Severity.WARNING)
