"""`lodegraph article`: bring an article into a set, and see what of it is in the records."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from ledger.ids import is_node_id
from ledger.text import count_things
from lodegraph.cli.article_in_short import put_in_short, tell_in_short
from lodegraph.cli.lines import ArticleFile, open_article
from lodegraph.cli.options import ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, tell

if TYPE_CHECKING:
    from loader.draft import Draft, Opened

app = typer.Typer(no_args_is_help=True, help="Bring an article into a set of records, and see what is left of it.")

Into = Annotated[
    Path, typer.Option("--into", metavar="DIR", help="Folder of the records; the one you are in if left out.")
]
Beside = Annotated[
    Path | None,
    typer.Option("--beside", metavar="DIR", help="Folder of the other articles' texts; the article's own if left out."),
]
Short = Annotated[
    str | None, typer.Option("--short", metavar="NAME", help="Its name in citations; made of the file's if left out.")
]
DraftFile = Annotated[
    Path | None,
    typer.Option("--draft", metavar="FILE", help="Where to write the draft; beside the article if left out."),
]


@app.command()
def add(
    file: ArticleFile,
    into: Into = Path(),
    beside: Beside = None,
    short: Short = None,
    draft: DraftFile = None,
    output: ReportFormat = Format.TEXT,
) -> None:
    """Write an article's source, passages with fingerprints and coverage, and a draft beside it; needs no graph.

    Says in a few lines what of it the set has already, and what it may confirm or touch; the draft has it by place.
    """
    opened = _open(file, into, short)
    if opened.there is not None:
        fail(
            f"{opened.there.source} has this file already: see what is left of it by `lodegraph article draft`",
            Exit.USAGE,
        )
    if any(a.short == opened.short for a in opened.articles):
        fail(f"source/{opened.short} is another article of the set: give this one another name by --short", Exit.USAGE)
    target = draft or file.with_name(f"{file.stem}.draft.md")
    _refuse_inside(target, into)
    made = opened.draft(_beside(beside, file))
    _write_all(opened, made, into, target, output)
    if opened.checked.problems:
        tell(f"the set has {count_things(len(opened.checked.problems), 'problem')}: `lodegraph check` tells them")


@app.command()
def draft(
    file: ArticleFile,
    into: Into = Path(),
    beside: Beside = None,
    short: Short = None,
    output: ReportFormat = Format.TEXT,
) -> None:
    """Print what each place of an article names, what is there already, and what no record says yet; needs no graph."""
    from cypher.exports.json_text import dumps
    from loader.draft import write_draft
    from loader.draft.as_json import draft_as_json

    opened = _open(file, into, short)
    made = opened.draft(_beside(beside, file))
    print_answer(dumps(draft_as_json(made)) if output is Format.JSON else write_draft(made))
    tell(f"{made.cited} of {count_things(len(made.places), 'place')} are cited")


def _open(file: Path, into: Path, short: str | None) -> "Opened":
    import_driver()
    from loader.draft import open_set_and_article
    from lodegraph.cli.session import report_errors

    if short is not None and not is_node_id(f"source/{short}"):
        fail(f"--short {short}: is no name for citations: write one word, such as uni or tin-paper", Exit.USAGE)
    article = open_article(file)
    with report_errors():
        return open_set_and_article(into, article, short)


def _beside(folder: Path | None, file: Path) -> Path:
    if folder is not None and not folder.is_dir():
        fail(
            f"--beside {folder}: there is no such folder: name the one that holds the other articles' files", Exit.USAGE
        )
    return folder or file.parent


def _refuse_inside(draft: Path, into: Path) -> None:
    """The draft repeats the article: it may stand in a set's folder only where the article itself does."""
    if draft.suffix.lower() in (".yaml", ".yml", ".jsonl"):
        fail(f"--draft {draft}: would be read as records of {into}: give it a name that ends in .md", Exit.USAGE)


def _write_all(opened: "Opened", made: "Draft", into: Path, target: Path, output: Format) -> None:
    """Write what is new; nothing where one of the files is there."""
    from loader.draft import make_files, write_draft
    from loader.edit import write_atomically

    texts = {into / name: text for name, text in make_files(opened.article, made, opened.is_covered).texts.items()}
    there = [path for path in texts if path.exists()]
    if there:
        fail(f"{there[0]} is there already: give the article another name by --short, or move the file", Exit.REFUSED)
    texts[target] = write_draft(made)
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, text)
    except OSError as error:
        fail(f"cannot write {error.filename or into}: {error.strerror or error}", Exit.REFUSED)
    _print_written(list(texts), opened.short, made, output)
    tell(
        f"{count_things(len(made.places), 'place')} of {opened.article.name} under source/{opened.short}; read {target}"
    )
    if not opened.is_covered:
        tell(
            "the set has no coverage files, so the passages are comments: take the # away from each that a record cites"
        )


def _print_written(files: list[Path], short: str, made: "Draft", output: Format) -> None:
    """The files, and in short what of the article is there already."""
    from cypher.exports.json_text import dumps

    found = put_in_short(made)
    if output is Format.JSON:
        document = {"source": f"source/{short}", "files": list(map(str, files)), "places": len(made.places)}
        print_answer(dumps(document | asdict(found)))
        return
    print_answer("\n".join(map(str, files)))
    for line in tell_in_short(found):
        tell(line)
