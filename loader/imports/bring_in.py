"""A sheet brought in: its rows read by a mapping, what they say gathered, and written as a data set."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from cypher.model import built_in_model
from loader.imports.already_there import There, find_already_there, leave_out_known_deals
from loader.imports.build import DEAL, Builder, BuiltRow
from loader.imports.gather import Gathered, find_equal_rows, find_spellings
from loader.imports.known import Known
from loader.imports.lent_figures import find_lent_figures
from loader.imports.mapped_columns import columns_in, columns_of
from loader.imports.mapping import Mapping
from loader.imports.named_rows import LeftOutRow, NamedRow, name_rows
from loader.imports.progress import Watch, watched
from loader.imports.rows import CellProblem
from loader.imports.sheets import open_sheets
from loader.imports.write_set import Sources
from loader.records import Severity

Tell = Callable[[str], None]


@dataclass
class Brought:
    """What a file comes to: what its good rows say, the bad rows, those left out, and everything that is told of it."""

    file: str
    sources: Sources
    gathered: Gathered
    rows: int = 0
    bad_rows: list[NamedRow] = field(default_factory=list)
    all_rows: list[NamedRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    warnings: list[CellProblem] = field(default_factory=list)
    left_out: list[LeftOutRow] = field(default_factory=list)
    there: There | None = None


def bring_in(
    path: Path,
    mapping: Mapping,
    *,
    strict: bool = False,
    known: Known | None = None,
    tell: Tell = lambda _: None,
    watch: Watch = lambda _: None,
) -> Brought:
    """Read a file by a mapping. Rows with problems are kept apart; with `strict`, warnings are problems too.

    `known`: what is there already, with which the rows are compared. Raises BadFile where it cannot be read as rows at
    all, OSError.
    """
    reading = mapping.reading
    file = open_sheets(path, reading)
    for found in file.found:
        tell(f"{path.name}: {found}")
    if not file.has_headings:
        reading = reading.model_copy(update={"headings": [0]})
        mapping = mapping.model_copy(update={"reading": reading})
    sources = Sources(mapping.source, file.sheets, path.name)
    brought = Brought(path.name, sources, Gathered(path.name))
    builder = Builder(path.name, mapping, built_in_model(), {sheet: sources.name_of(sheet) for sheet in file.sheets})
    built: list[BuiltRow] = []
    told: list[CellProblem] = []
    for item in name_rows(watched(file.rows, "reading", watch), reading, path.name, columns_of(mapping)):
        if isinstance(item, LeftOutRow):
            brought.left_out.append(item)
        elif isinstance(item, CellProblem):
            told.append(item)
        else:
            built.append(builder.build(item))
            told += built[-1].problems
    told += find_lent_figures(built, mapping, path.name)
    told += find_spellings(built, mapping.answers, path.name)
    told += find_equal_rows(built, _columns_of_ids(mapping), path.name)
    _sort_out(brought, built, told, strict, watch)
    if known:
        _compare(brought, known, mapping, strict)
    return brought


def _columns_of_ids(mapping: Mapping) -> frozenset[str]:
    """The columns by which the mapping tells deals apart, and of which it says nothing else: a party is what a row
    says."""
    ids = [rule.id for rule in mapping.nodes.values() if rule.label == DEAL and rule.id]
    others = [
        value
        for rule in mapping.nodes.values()
        for value in (*rule.properties.values(), *(() if rule.label == DEAL else (rule.name, rule.id, rule.label)))
    ]
    others += [value for link in mapping.links for value in (link.type, *link.properties.values())]
    return frozenset(columns_in(*ids)) - frozenset(columns_in(*others))


def _sort_out(brought: Brought, built: list[BuiltRow], told: list[CellProblem], strict: bool, watch: Watch) -> None:
    """Gather the rows of which nothing bad is told."""
    if strict:
        told = [replace(problem, severity=Severity.PROBLEM) for problem in told]
    bad = {(p.sheet, p.row) for p in told if p.severity is Severity.PROBLEM}
    for row in watched(built, "gathering", watch, len(built)):
        place = (row.row.sheet, row.row.number)
        if place not in bad:
            found = brought.gathered.add(row)
            told += [replace(p, severity=Severity.PROBLEM) for p in found] if strict else found
            if any(p.severity is Severity.PROBLEM for p in told[len(told) - len(found) :]):
                bad.add(place)
    brought.rows = len(built)
    brought.all_rows = [row.row for row in built]
    brought.bad_rows = [row.row for row in built if (row.row.sheet, row.row.number) in bad]
    told.sort(key=lambda p: (p.sheet, p.row))
    brought.problems = [p for p in told if p.severity is Severity.PROBLEM]
    brought.warnings = [p for p in told if p.severity is Severity.WARNING]


def _compare(brought: Brought, known: Known, mapping: Mapping, strict: bool) -> None:
    """Ask what of it is there already, and leave out the deals of which somebody said so."""
    brought.there = find_already_there(brought.gathered, known, mapping.answers)
    leave_out_known_deals(brought.gathered, brought.there)
    if strict:
        brought.problems += [replace(q, severity=Severity.PROBLEM) for q in brought.there.questions]
    else:
        brought.warnings += brought.there.questions
