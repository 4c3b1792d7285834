"""`lodegraph verify`: every passage of a set of records against the articles, without a graph."""

from pathlib import Path

import typer

from cypher.exports.json_text import dumps
from loader.verify import Verified, verify
from lodegraph.cli.output import Exit, Format, answer, fail
from lodegraph.commands.check import problems_as_json
from lodegraph.commands.session import failing_well
from lodegraph.seeds import seeds_folder


def verify_records(articles: Path, path: Path | None, output: Format) -> None:
    """Name every passage that an article does not bear out; ends with status 1 when there is one."""
    if not articles.is_dir():
        fail(f"--articles {articles}: there is no such folder: name the one that holds the articles' files", Exit.USAGE)
    with failing_well():
        verified = verify(path or seeds_folder(), articles)
        answer(dumps(as_json(verified)) if output is Format.JSON else as_text(verified))
    raise typer.Exit(Exit.REFUSED if verified.problems else Exit.DONE)


def as_text(verified: Verified) -> str:
    """A line a problem, then what was looked at."""
    lines = [str(p) for p in verified.problems]
    lines.append(f"{verified.passages} passages of {verified.articles} articles, {len(lines)} problems")
    return "\n".join(lines)


def as_json(verified: Verified) -> dict[str, object]:
    """The same as a document."""
    counts = {"passages": verified.passages, "articles": verified.articles}
    return {**counts, "problems": problems_as_json(verified.problems)}
