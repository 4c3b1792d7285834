"""`lodegraph import`: a sheet that somebody keeps, brought into records by a mapping, and loaded where that is asked
for."""

import json
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from cypher.driver_import import import_driver
from ledger.text import count_things, list_some
from lodegraph.cli.import_errors import report_bad_files
from lodegraph.cli.options import ReportFormat, Yes
from lodegraph.cli.output import Exit, Format, fail, print_answer, print_error, tell

if TYPE_CHECKING:
    from loader.imports import CellProblem, Known, LeftOutRow, Mapping, Progress, There

MOST_SHOWN = 50
MOST_LISTED = 20
"""Rows, or names, that one line lists."""

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="A sheet: CSV, TSV, XLSX, JSON or JSON Lines, also as .gz; - is standard input."
    ),
]
MappingFile = Annotated[
    Path | None,
    typer.Option("--mapping", metavar="FILE", help="The mapping; FILE.mapping.yaml beside the sheet if left out."),
]
Into = Annotated[Path | None, typer.Option("--into", metavar="DIR", help="The folder in which to write the records.")]
Load = Annotated[bool, typer.Option("--load", help="Load the records, too.")]
Strict = Annotated[bool, typer.Option("--strict", help="Take every warning for a problem.")]
SkipBad = Annotated[
    bool, typer.Option("--skip-bad", help="Bring in the other rows; --bad-rows FILE keeps the bad ones.")
]
BadRows = Annotated[
    Path | None, typer.Option("--bad-rows", metavar="FILE", help="Write bad rows as CSV, to be mended.")
]
Problems = Annotated[
    Path | None, typer.Option("--problems", metavar="FILE", help="Write all problems and warnings as CSV (or .jsonl).")
]
Texts = Annotated[
    Path | None, typer.Option("--texts", metavar="DIR", help="Write the sheet as a text, for `lodegraph verify`.")
]
Beside = Annotated[
    Path | None, typer.Option("--beside", metavar="DIR", help="Say what of it is in that folder of records already.")
]
BesideGraph = Annotated[
    str | None, typer.Option("--beside-graph", metavar="NAME", help="The same of a data set of the graph.")
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Write over files of the folder that were changed since.")]
MostShown = Annotated[
    int, typer.Option("--max-problems", min=1, max=100_000, help="Problems and warnings that are shown.")
]
StandardName = Annotated[
    str, typer.Option("--name", help="What standard input would be called as a file: tells the format.")
]


def import_file(
    file: File, mapping: MappingFile = None, into: Into = None, load: Load = False, strict: Strict = False,
    skip_bad: SkipBad = False, bad_rows: BadRows = None, problems: Problems = None, texts: Texts = None,
    beside: Beside = None, beside_graph: BesideGraph = None, overwrite: Overwrite = False,
    max_problems: MostShown = MOST_SHOWN, name: StandardName = "standard-input.csv", yes: Yes = False,
    output: ReportFormat = Format.TEXT,
) -> None:  # fmt: skip
    """Bring in a sheet by a mapping: write its rows as records, check them, and load them where that is asked for."""
    import_driver()
    from loader import imports
    from lodegraph.cli.session import report_errors

    if not into and not load:
        fail("say --into DIR to have the records, --load to load them, or both", Exit.USAGE)
    with ExitStack() as stack:
        stack.enter_context(report_errors())
        stack.enter_context(report_bad_files())
        path = stack.enter_context(imports.from_standard_input(name)) if str(file) == imports.STANDARD_INPUT else file
        are_entities = imports.holds_entities(path)
        rules = _read_rules(file, path, mapping, are_entities)
        folder = into or Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="lodegraph-")), rules.data_set.name
        )
        imports.refuse_others(folder, overwrite)
        asked = _Asked(folder, into is not None, load, yes, max_problems, problems, output)
        watch = _watch(output)
        if are_entities:
            entities = imports.bring_in_entities(
                path, folder, rules.data_set, rules.source, overwrite=overwrite, watch=watch
            )
            told = _Told(entities.file, entities.rows, entities.brought_in, [], entities.warnings, entities.files)
        else:
            known = _read_known(beside, beside_graph)
            brought = imports.bring_in(path, rules, strict=strict, known=known, tell=tell, watch=watch)
            if bad_rows:
                imports.write_bad_rows(bad_rows, brought.bad_rows, brought.problems)
            if texts:
                imports.write_texts(texts, brought.sources, brought.all_rows)
            good = brought.rows - len(brought.bad_rows)
            told = _Told(
                brought.file, brought.rows, good, brought.problems, brought.warnings, [], brought.there,
                brought.left_out,
            )  # fmt: skip
            if not brought.problems or skip_bad:
                told.files += imports.write_set(
                    folder, rules.data_set, brought.sources, brought.gathered, rules.answers, overwrite
                )
        _show(told, asked)
        if not told.files:
            _refuse(told, asked)
        _check_and_load(told, rules.data_set.name, asked)


@dataclass
class _Told:
    """What is told of a file: how many rows it has and how many came in, and the files that were written."""

    file: str
    rows: int
    brought_in: int
    problems: "list[CellProblem]"
    warnings: "list[CellProblem]"
    files: list[str]
    there: "There | None" = None
    left_out: "list[LeftOutRow]" = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """The same as a document."""
        there = self.there and {
            "deals": self.there.deals, "nodes": len(self.there.named), "named": self.there.named,
        }  # fmt: skip
        return {
            "file": self.file, "rows": self.rows, "brought_in": self.brought_in,
            "problems": [p.as_json() for p in self.problems], "warnings": [w.as_json() for w in self.warnings],
            "left_out": [{"sheet": r.sheet, "row": r.number, "because": r.because} for r in self.left_out],
            "files": self.files, "already_there": there,
        }  # fmt: skip


@dataclass(frozen=True)
class _Asked:
    """What was asked for besides: `kept` where the folder is somebody's own."""

    folder: Path
    kept: bool
    load: bool
    yes: bool
    most_shown: int
    problems: Path | None
    output: Format


def _read_known(folder: Path | None, data_set: str | None) -> "Known | None":
    """What is there already, where it was asked for."""
    from cypher.model import read_model_of
    from loader.imports import known_in_folder, known_in_graph
    from lodegraph.cli.session import open_graph

    if folder and data_set:
        fail("say --beside DIR or --beside-graph NAME, not both", Exit.USAGE)
    if folder:
        return known_in_folder(folder)
    if data_set is None:
        return None
    with open_graph() as graph:
        return known_in_graph(graph, data_set, read_model_of(graph, data_set))


def _read_rules(file: Path, path: Path, mapping: Path | None, are_entities: bool) -> "Mapping":
    """The mapping that was named, or that lies beside the file; entities of FollowTheMoney may go without."""
    from loader.imports import name_source, read_mapping

    found = mapping or _find_mapping(file)
    if found:
        return read_mapping(found)
    if are_entities:
        return name_source(path)
    return fail(
        f"there is no mapping for {file.name}: `lodegraph map {file}` writes a first one, which --mapping FILE names",
        Exit.USAGE,
    )


def _find_mapping(file: Path) -> Path | None:
    from loader.imports import ENDING

    beside = (file.with_name(f"{file.name}{ENDING}"), file.with_suffix(ENDING))
    return next((path for path in beside if path.is_file()), None)


def _watch(output: Format) -> "Callable[[Progress], None]":
    """How progress is told: as a line, or as a document a line where the answer is one."""

    def watch(progress: "Progress") -> None:
        if output is Format.JSON:
            sys.stderr.write(json.dumps(progress.as_json()) + "\n")
        else:
            tell(str(progress))

    return watch


def _show(told: _Told, asked: _Asked) -> None:
    """The first problems and warnings, and where the others are."""
    if asked.problems:
        from loader.imports import write_problems

        write_problems(asked.problems, [*told.problems, *told.warnings])
    if asked.output is Format.JSON:
        return
    _show_left_out(told)
    _show_there(told)
    lines = [str(p) for p in told.problems] + [f"warning: {w}" for w in told.warnings]
    for line in lines[: asked.most_shown]:
        tell(line)
    if len(lines) > asked.most_shown:
        where = f"all are in {asked.problems}" if asked.problems else "--problems FILE writes all of them"
        tell(f"… and {len(lines) - asked.most_shown:,} more: {where}")


def _show_left_out(told: _Told) -> None:
    """Which rows the mapping leaves out, by its reasons: none is left out in silence."""
    by_reason: dict[str, list[str]] = {}
    for row in told.left_out:
        by_reason.setdefault(row.because, []).append(f"{row.sheet} {row.number}".strip())
    for because, rows in by_reason.items():
        tell(f"{count_things(len(rows), 'row')} left out ({because}): {list_some(rows, MOST_LISTED)}")


def _show_there(told: _Told) -> None:
    """Which nodes the rows name that are there already."""
    if told.there is None:
        return
    named = [f"'{written}' is {node}" for node, written in told.there.named.items()]
    tell(f"{count_things(len(named), 'node')} named that are there already: {list_some(named, MOST_LISTED) or 'none'}")


def _refuse(told: _Told, asked: _Asked) -> NoReturn:
    if asked.output is Format.JSON:
        print_answer(json.dumps(told.as_json(), ensure_ascii=False, indent=2))
    fail(
        f"{count_things(told.rows - told.brought_in, 'row')} of {told.rows:,} cannot be brought in, nothing was "
        "written: mend the mapping or the sheet, or say --skip-bad (with --bad-rows FILE to keep them)",
        Exit.REFUSED,
    )


def _check_and_load(told: _Told, data_set: str, asked: _Asked) -> None:
    """Check what was written, load it where that is asked for, and say what was done."""
    from loader.check import check

    checked = check(asked.folder)
    for problem in checked.problems[: asked.most_shown]:
        print_error(str(problem))
    if checked.problems:
        fail(
            f"{count_things(len(checked.problems), 'problem')} in the records: mend the mapping, or the files",
            Exit.REFUSED,
        )
    loaded = _load(asked.folder, asked.yes) if asked.load else None
    if asked.output is Format.JSON:
        where = {"data_set": data_set, "folder": str(asked.folder) if asked.kept else None}
        labels = dict(sorted(checked.index.labels.items()))
        report = (
            told.as_json() | where | {"labels": labels, "warnings_of_records": len(checked.warnings), "loaded": loaded}
        )
        print_answer(json.dumps(report, ensure_ascii=False, indent=2))
        return
    listed = ", ".join(f"{n:,} {label}" for label, n in sorted(checked.index.labels.items()))
    print_answer(f"{data_set}: {count_things(told.brought_in, 'row')} of {told.rows:,} brought in: {listed}")
    for deal, rows in told.there.deals.items() if told.there else ():
        tell(f"row {', '.join(map(str, rows))} tells {deal}, which is there already: it was not written again")
    if checked.warnings:
        warned = count_things(len(checked.warnings), "warning")
        tell(f"{warned} of the records: `lodegraph check {asked.folder}` shows them")
    if asked.kept:
        tell(f"written to {asked.folder}: {', '.join(told.files)}")
    tell(loaded or f"`lodegraph load {asked.folder}` loads it")


def _load(folder: Path, yes: bool) -> str:
    """Load the records; says what was done."""
    from loader.consent import NeedsConsent
    from loader.load import load as load_records
    from lodegraph.cli.load import as_text
    from lodegraph.cli.session import open_graph

    with open_graph(writing=True) as graph:
        try:
            return as_text(load_records(graph, folder, yes=yes, tell=tell))
        except NeedsConsent as asked:
            return fail(f"{asked}: say --yes to load all the same", Exit.REFUSED)
