"""What `run` and `serve` tell of articles: the folder of whoever reads, what differs, and lines without records."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.text import count_things, list_some
from lodegraph.cli.output import Exit, fail, tell

if TYPE_CHECKING:
    from cypher.connection import Server
    from cypher.evidence import CitedPassage
    from explorer.own_articles import OwnArticles

Articles = Annotated[
    Path | None,
    typer.Option(
        "--articles", metavar="DIR", help="Folder of your files of the articles: citations show you their words."
    ),
]
NotHere = Annotated[Path | None, typer.Option("--articles", hidden=True)]
"""For `serve`, which says why it does not take it."""
MOST_NAMED = 5


def choose_articles(folder: Path | None) -> None:
    """Name the folder for the explorer's process, from the option or the environment.

    Ends the command where it is not there, or where the pages can be asked for from elsewhere.
    """
    from explorer.access.login_settings import BadSetting
    from explorer.access.settings import ARTICLES, read_serving

    if folder is not None and not folder.is_dir():
        fail(f"--articles {folder}: there is no such folder: name the one that holds the articles' files", Exit.USAGE)
    if folder is not None:
        os.environ[ARTICLES] = str(folder)
    try:
        articles = read_serving({k: v for k, v in os.environ.items() if k != "LODEGRAPH_SHARED"}).articles
    except BadSetting as error:
        fail(str(error), Exit.USAGE)
    if articles is not None:
        os.environ[ARTICLES] = str(articles)  # the explorer's process has another working folder


def refuse_articles(folder: Path | None) -> None:
    """End a command that serves several people where it is given the folder."""
    from explorer.access.settings import FOR_ONE_READER

    if folder is not None:
        fail(f"--articles {folder}: {FOR_ONE_READER}", Exit.USAGE)


def report_articles(server: "Server", wanted: str | None) -> None:
    """Say which articles are not in the folder, and which of their places differ from what was cited."""
    from cypher.citing import read_articles
    from cypher.connection import connect
    from cypher.evidence import read_passages_of
    from cypher.settings import GraphSettings
    from cypher.status import current_data_set
    from explorer.access.settings import ARTICLES
    from explorer.own_articles import OwnArticles

    folder = os.environ.get(ARTICLES)
    if not folder:
        return
    with connect(server) as graph:
        data_set = current_data_set(graph, wanted or GraphSettings().lodegraph_data_set).name
        own, said, passages = OwnArticles(Path(folder)), 0, 0
        for article in read_articles(graph, data_set):
            cited = read_passages_of(graph, article.id, data_set)
            passages += article.passages
            for line in _compare(own, article.name, cited):
                tell(line)
                said += 1
    if not said:
        tell(f"Your articles have all {count_things(passages, 'passage')} as cited")


def read_uncited(folder: Path) -> dict[str, str]:
    """The settings by which the explorer knows why lines have no record; reads the folder's coverage files."""
    from explorer.uncited_lines import CoveredArticle, UncitedLines, UncitedPlace, write_uncited
    from loader.read import read_data_set
    from loader.read.coverage import Coverage, read_coverage

    articles = {
        c.source: CoveredArticle(
            c.lines, tuple(UncitedPlace(p.line, p.sentence, r.text) for r in c.reasons for p in r.places)
        )
        for c in read_coverage(folder)
        if isinstance(c, Coverage)
    }
    return write_uncited(UncitedLines(read_data_set(folder).name, articles))


def _compare(own: "OwnArticles", name: str, cited: "tuple[CitedPassage, ...]") -> Iterator[str]:
    """What is wrong with one article, in words that hold nothing of it."""
    from explorer.own_articles import find_problem
    from ledger.articles import BadArticle

    try:
        file = own.read(cited[0].file if cited else None).name
    except BadArticle as error:
        yield f"The words of {name} are not shown: {error}"
        return
    differ = [p.place for p in cited if find_problem(own, p)]
    if differ:
        which = list_some(differ, MOST_NAMED, "; ")
        yield f"{file} differs from what was cited of {name} at {count_things(len(differ), 'passage')}: {which}"
