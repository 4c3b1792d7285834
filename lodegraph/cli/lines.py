"""`lodegraph lines`: an article with the numbers by which records cite it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.text import count_things
from lodegraph.cli.options import ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, tell

if TYPE_CHECKING:
    from ledger.articles import Article

ArticleFile = Annotated[Path, typer.Argument(metavar="FILE", help="The article's text, UTF-8, one paragraph a line.")]


def lines(file: ArticleFile, output: ReportFormat = Format.TEXT) -> None:
    """Print an article with the numbers of its lines and sentences, as citations count them; needs no graph."""
    from cypher.exports.json_text import dumps
    from loader.cite import list_places

    article = open_article(file)
    places = list(list_places(article))
    if output is Format.JSON:
        found = [{"cite": str(p), "text": p.words.strip(), "sha256": p.sha256} for p in places]
        print_answer(dumps({"file": article.name, "lines": len(article.lines), "places": found}))
        return
    width = max((len(str(p)) for p in places), default=1)
    print_answer("\n".join(f"{p!s:>{width}}  {' '.join(p.words.split())}" for p in places))
    lines_of, blank = count_things(len(article.lines), "line"), len(article.lines) - len({p.line for p in places})
    tell(f"{article.name}: {lines_of}, {blank} of them blank, {count_things(len(places), 'place')} to cite")


def open_article(file: Path) -> "Article":
    """The article in a file; ends the command where there is none, or none that can be cited."""
    from ledger.articles import ENDING, BadArticle
    from loader.articles import read_article

    if file.suffix != ENDING:
        fail(
            f"{file} does not end in {ENDING}: save the article's text, one paragraph a line, as {file.stem}{ENDING}",
            Exit.USAGE,
        )
    try:
        return read_article(file.parent, file.stem)
    except BadArticle as error:
        fail(str(error), Exit.USAGE)
