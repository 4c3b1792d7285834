"""The check: two passes over the records, the first to know what there is, the second to hold each against it."""

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
from loader.expand import expand
from loader.read import misnamed, read_data_set, read_expected, read_records, unread_files
from loader.records import DataSet, Link, Node, Problem, Severity


@dataclass(frozen=True)
class Checked:
    """A set of records with what is known of it; it may be loaded when `problems` is empty.

    `warnings` are what is only likely to be wrong.
    """

    folder: Path
    data_set: DataSet
    index: Index
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


def check(folder: Path) -> Checked:
    """Find every problem below `folder`; needs no graph. Raises BadFolder when it holds no records."""
    data_set = read_data_set(folder)
    index = Index()
    problems = [*misnamed(folder), *unread_files(folder), *_by_themselves(folder, index)]
    problems += [p for item in typed_items(folder) for p in dangling(item, index)]
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
    return Checked(folder, data_set, index, by_severity[Severity.PROBLEM], by_severity[Severity.WARNING])


def typed_items(folder: Path) -> Iterator[Node | Link]:
    """Every node and relationship of the set with typed values; those with problems as far as they go."""
    for record in read_records(folder):
        for item in expand(record):
            if isinstance(item, Node):
                yield typed_node(item)[0]
            elif isinstance(item, Link):
                yield typed_link(item)[0]


def _by_themselves(folder: Path, index: Index) -> Iterator[Problem]:
    """Problems of single records; fills the index."""
    for record in read_records(folder):
        for item in expand(record):
            if isinstance(item, Problem):
                if item.severity is Severity.PROBLEM:
                    index.add_unread(record)
                yield item
                continue
            typed, problems = typed_node(item) if isinstance(item, Node) else typed_link(item)
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
