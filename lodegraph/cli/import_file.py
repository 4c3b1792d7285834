"""`lodegraph import`: a sheet that somebody keeps, brought into records by a mapping, and loaded where that is asked for."""

import json
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from ledger.text import count_things
from lodegraph.cli.import_errors import report_bad_files
from lodegraph.cli.options import ReportFormat, Yes
from lodegraph.cli.output import Exit, Format, fail, print_answer, print_error, tell

if TYPE_CHECKING:
    from loader.imports import Brought, Mapping, Progress

MOST_SHOWN = 50

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
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Write over files of the folder that were changed since.")]
MostShown = Annotated[
    int, typer.Option("--max-problems", min=1, max=100_000, help="Problems and warnings that are shown.")
]
StandardName = Annotated[
    str, typer.Option("--name", help="What standard input would be called as a file: tells the format.")
]


def import_file(
    file: File, mapping: MappingFile = None, into: Into = None, load: Load = False, strict: Strict = False,
    skip_bad: SkipBad = False, bad_rows: BadRows = None, problems: Problems = None, overwrite: Overwrite = False,
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
        rules = imports.read_mapping(_find_mapping(file, mapping))
        folder = into or Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="lodegraph-")), rules.data_set.name
        )
        imports.refuse_others(folder, overwrite)
        brought = imports.bring_in(path, rules, strict=strict, tell=tell, watch=_watch(output))
        if problems:
            imports.write_problems(problems, [*brought.problems, *brought.warnings])
        if bad_rows:
            imports.write_bad_rows(bad_rows, brought.bad_rows, brought.problems)
        _show(brought, max_problems, problems, output)
        if brought.problems and not skip_bad:
            _refuse(brought, output)
        written = imports.write_set(folder, rules.data_set, brought.sources, brought.gathered, rules.answers, overwrite)
        _check_and_load(folder, brought, rules, written, load=load, yes=yes, kept=into is not None, output=output)


def _find_mapping(file: Path, mapping: Path | None) -> Path:
    """The mapping that was named, or the one beside the sheet."""
    from loader.imports import ENDING

    if mapping:
        return mapping
    for beside in (file.with_name(f"{file.name}{ENDING}"), file.with_suffix(ENDING)):
        if beside.is_file():
            return beside
    fail(
        f"there is no mapping for {file.name}: `lodegraph map {file}` writes a first one, which --mapping FILE names",
        Exit.USAGE,
    )


def _watch(output: Format) -> "Callable[[Progress], None]":
    """How progress is told: as a line, or as a document a line where the answer is one."""

    def watch(progress: "Progress") -> None:
        if output is Format.JSON:
            sys.stderr.write(json.dumps(progress.as_json()) + "\n")
        else:
            tell(str(progress))

    return watch


def _show(brought: "Brought", most: int, written_to: Path | None, output: Format) -> None:
    """The first problems and warnings, and where the others are."""
    if output is Format.JSON:
        return
    told = [str(p) for p in brought.problems] + [f"warning: {w}" for w in brought.warnings]
    for line in told[:most]:
        tell(line)
    if len(told) > most:
        where = f"all are in {written_to}" if written_to else "--problems FILE writes all of them"
        tell(f"… and {len(told) - most:,} more: {where}")


def _refuse(brought: "Brought", output: Format) -> None:
    if output is Format.JSON:
        print_answer(json.dumps(_as_json(brought, ()), ensure_ascii=False, indent=2))
    rows = f"{count_things(len(brought.bad_rows), 'row')} of {brought.rows:,}"
    fail(
        f"{rows} cannot be brought in, nothing was written: mend the mapping or the sheet, or say --skip-bad "
        "(with --bad-rows FILE to keep them)",
        Exit.REFUSED,
    )


def _check_and_load(
    folder: Path,
    brought: "Brought",
    rules: "Mapping",
    written: list[str],
    *,
    load: bool,
    yes: bool,
    kept: bool,
    output: Format,
) -> None:
    from loader.check import check

    checked = check(folder)
    report = _as_json(brought, written) | {"data_set": rules.data_set.name, "folder": str(folder) if kept else None}
    report["records_problems"] = [str(p) for p in checked.problems]
    report["records_warnings"] = len(checked.warnings)
    if checked.problems:
        for problem in checked.problems[:MOST_SHOWN]:
            print_error(str(problem))
        fail(
            f"{count_things(len(checked.problems), 'problem')} in the records: mend the mapping, or the files of {folder}",
            Exit.REFUSED,
        )
    loaded = _load(folder, yes) if load else None
    if output is Format.JSON:
        print_answer(json.dumps(report | {"loaded": loaded}, ensure_ascii=False, indent=2))
        return
    labels = ", ".join(f"{n:,} {label}" for label, n in sorted(checked.index.labels.items()))
    print_answer(
        f"{rules.data_set.name}: {count_things(brought.rows - len(brought.bad_rows), 'row')} of {brought.rows:,} brought in: {labels}"
    )
    if checked.warnings:
        tell(f"{count_things(len(checked.warnings), 'warning')} of the records: `lodegraph check {folder}` shows them")
    if kept:
        tell(f"written to {folder}: " + ", ".join(written))
    tell(loaded or f"`lodegraph load {folder}` loads it")


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
            fail(f"{asked}: say --yes to load all the same", Exit.REFUSED)


def _as_json(brought: "Brought", written: "list[str] | tuple[str, ...]") -> dict[str, object]:
    return {
        "file": brought.file, "rows": brought.rows, "brought_in": brought.rows - len(brought.bad_rows),
        "bad_rows": [{"sheet": row.sheet, "row": row.number} for row in brought.bad_rows],
        "problems": [p.as_json() for p in brought.problems], "warnings": [w.as_json() for w in brought.warnings],
        "files": list(written),
    }  # fmt: skip
