"""`lodegraph verify`: every passage of a set of records against the articles, without a graph."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from ledger.text import count_things
from lodegraph.cli.check import problems_as_json
from lodegraph.cli.options import Folder, ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, tell
from lodegraph.shipped_records import find_shipped_records

if TYPE_CHECKING:
    from loader.verify import Verified

Articles = Annotated[Path, typer.Option("--articles", metavar="DIR", help="Folder of the articles' text files.")]
Source = Annotated[
    str | None,
    typer.Option("--source", metavar="NAME", help="Only the passages of this article, named as citations name it."),
]
NAMED = 5
Write = Annotated[
    bool, typer.Option("--write", help="First fill in fingerprints that are missing or nothing but zeros.")
]


def verify(
    articles: Articles,
    path: Folder = None,
    write: Write = False,
    source: Source = None,
    output: ReportFormat = Format.TEXT,
) -> None:
    """Check every cited passage and date against a folder of the articles, naming those that differ; needs no graph.

    Articles that are not in that folder are told and left out.
    """
    import_driver()
    from cypher.exports.json_text import dumps
    from loader.verify import NoSuchSource
    from loader.verify import verify as verify_records
    from lodegraph.cli.session import report_errors

    if not articles.is_dir():
        fail(f"--articles {articles}: there is no such folder: name the one that holds the articles' files", Exit.USAGE)
    with report_errors():
        folder = path or find_shipped_records()
        if write:
            _fill(folder, articles)
        try:
            verified = verify_records(folder, articles, _name_source(source))
        except NoSuchSource as error:
            fail(f"--source {source}: {error}", Exit.USAGE)
        print_answer(dumps(as_json(verified)) if output is Format.JSON else as_text(verified))
    if verified.absent and not verified.articles:
        names = ", ".join(f"{one.source} ({one.file})" for one in verified.absent[:NAMED])
        fail(f"none of the articles is there: {names}; put their texts into {articles}", Exit.REFUSED)
    raise typer.Exit(Exit.REFUSED if verified.problems else Exit.DONE)


def _name_source(source: str | None) -> str | None:
    """The id of a source that is named by it, or by its short name as citations have it."""
    return None if source is None else f"source/{source.removeprefix('source/')}"


def _fill(folder: Path, articles: Path) -> None:
    """Fill in what is missing and tell what could not be; ends the command where a file cannot be written."""
    from loader.fill_fingerprints import fill_fingerprints
    from lodegraph.cli.edits import write_edits

    filled = fill_fingerprints(folder, articles)
    write_edits(filled.edits)
    for problem in filled.problems:
        tell(f"not filled: {problem}")
    tell(f"{count_things(filled.number, 'fingerprint')} filled in")


def as_text(verified: "Verified") -> str:
    """A line a problem, then what was looked at."""
    lines = [*map(str, verified.problems), *(f"warning: {w}" for w in verified.warnings)]
    lines += [
        f"not here: {one.source} ({one.file}), {count_things(one.passages, 'passage')}" for one in verified.absent
    ]
    looked_at = f"{count_things(verified.passages, 'passage')} of {count_things(verified.articles, 'article')}"
    found = count_things(len(verified.problems), "problem")
    if verified.warnings:
        found += f"; {count_things(len(verified.warnings), 'warning')}"
    if verified.absent:
        passages = count_things(sum(one.passages for one in verified.absent), "passage")
        found += f"; {passages} of {count_things(len(verified.absent), 'article')} not here and not verified"
    lines.append(f"{looked_at}, {found}")
    return "\n".join(lines)


def as_json(verified: "Verified") -> dict[str, object]:
    """The same as a document."""
    counts = {"passages": verified.passages, "articles": verified.articles}
    found = {"problems": problems_as_json(verified.problems), "warnings": problems_as_json(verified.warnings)}
    absent = [{"source": a.source, "file": a.file, "passages": a.passages} for a in verified.absent]
    return {**counts, **found, "absent": absent}
