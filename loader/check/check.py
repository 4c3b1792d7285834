"""The check: the records are read once, to know what there is; then each is held against all the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cypher.model import built_in_model
from cypher.saved import read_catalog
from loader.check.countries import wrong_codes
from loader.check.coverage import uncovered
from loader.check.dates import impossible_dates
from loader.check.expected import unexpected
from loader.check.fingerprints import empty_fingerprints
from loader.check.guide import misguided
from loader.check.index import Index
from loader.check.money import impossible_deals
from loader.check.names import near_duplicates
from loader.check.references import dangling
from loader.check.typed import typed_link, typed_node
from loader.check.uncited import uncited
from loader.check.units import mixed_units, strange_units
from loader.check.untied import untied
from loader.check.whose_money import contradictory_money
from loader.digest import digest
from loader.expand import expand
from loader.read import BadFolder, misnamed, read_data_set, read_expected, read_records, unread_files
from loader.records import DataSet, Item, Link, Node, Problem, Severity, pack_item, unpack_item
from loader.spool import Spool

ATTEMPTS = 3
"""So often files that change meanwhile are read again."""


@dataclass(frozen=True)
class Checked:
    """A set of records with what is known of it; it may be loaded when `problems` is empty.

    `items` are the nodes and relationships as they were read, with typed values: what is loaded is just what was
    checked, whatever becomes of the files. `digest` is that of these files. `warnings` are what is only likely to be
    wrong.
    """

    folder: Path
    digest: str
    data_set: DataSet
    items: Spool[Item]
    index: Index
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


def check(folder: Path) -> Checked:
    """Find every problem below `folder`; needs no graph.

    Raises BadFolder when it holds no records, or when its files change as often as they are read.
    """
    for _ in range(ATTEMPTS):
        before = digest(folder)
        checked = _check_once(folder, before)
        if digest(folder) == before:
            return checked
    raise BadFolder(f"the files in {folder} change while they are read: try again when nothing writes there")


def _check_once(folder: Path, digest_of_files: str) -> Checked:
    data_set = read_data_set(folder)
    index, items = Index(), Spool(pack_item, unpack_item)
    problems = [*misnamed(folder), *unread_files(folder), *_by_themselves(folder, index, items)]
    problems += [p for item in items for p in dangling(item, index)]
    problems += impossible_deals(index)
    problems += [*strange_units(index, data_set.units), *mixed_units(index), *contradictory_money(index)]
    problems += wrong_codes(index)
    expected = read_expected(folder)
    problems += unexpected(expected, index)
    problems += impossible_dates(expected, index)
    problems += misguided(data_set, index, read_catalog(built_in_model()))
    problems += near_duplicates(folder, index)
    problems += [*uncited(index), *empty_fingerprints(index), *untied(index)]
    problems += uncovered(folder, index)
    problems.sort(key=lambda p: (p.where.file, p.where.line))
    by_severity = {s: tuple(p for p in problems if p.severity is s) for s in Severity}
    found = by_severity[Severity.PROBLEM], by_severity[Severity.WARNING]
    return Checked(folder, digest_of_files, data_set, items, index, *found)


def _by_themselves(folder: Path, index: Index, items: Spool[Item]) -> Iterator[Problem]:
    """Problems of single records; fills the index, and keeps what was read."""
    for record in read_records(folder):
        for item in expand(record):
            if isinstance(item, Problem):
                if item.severity is Severity.PROBLEM:
                    index.add_unread(record)
                yield item
                continue
            typed, problems = typed_node(item) if isinstance(item, Node) else typed_link(item)
            items.add(typed)
            yield from problems
            repeated = _first(typed, index)
            if repeated:
                yield Problem(item.where, "id", f"{item.id} stands already at {repeated}", "keep one of the two")
            elif isinstance(typed, Node):
                index.add_node(typed, sound=not problems)
            else:
                index.add_link(typed)


def _first(item: Node | Link, index: Index) -> object:
    return index.nodes.get(item.id) if isinstance(item, Node) else index.links.get(item.id)
