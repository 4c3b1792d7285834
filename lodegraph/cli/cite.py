"""`lodegraph cite`: the passage that has some words, as YAML to paste."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from ledger.text import plain_line
from lodegraph.cli.options import ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, tell
from lodegraph.shipped_records import find_shipped_records

if TYPE_CHECKING:
    from loader.cite import FoundPlace, FoundRecord

Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="Words that stand in the passage.")]
Records = Annotated[
    Path | None,
    typer.Option("--records", metavar="DIR", help="Folder of records; the ones that come with it if left out."),
]
OwnArticles = Annotated[
    Path | None,
    typer.Option(
        "--articles", metavar="DIR", envvar="LODEGRAPH_ARTICLES",
        help="Folder of the articles' text files; without it, the words are looked for in what records say.",
    ),
]  # fmt: skip
MostFound = Annotated[int, typer.Option("--max-rows", min=1, max=10_000, help="Cut the answer after so many places.")]


def cite(
    words: Words,
    articles: OwnArticles = None,
    records: Records = None,
    output: ReportFormat = Format.TEXT,
    max_rows: MostFound = 20,
) -> None:
    """Find the passage with these words: its id, article, line and fingerprint, as YAML to paste; needs no graph."""
    import_driver()
    from cypher.exports.json_text import dumps
    from ledger.names import plain_words
    from loader.cite import find_places, find_records
    from lodegraph.cli.session import report_errors

    typed = " ".join(words)
    if not plain_words(typed):
        fail(f"'{typed}' holds no letter or digit to look for", Exit.USAGE)
    if articles is not None and not articles.is_dir():
        fail(f"--articles {articles}: there is no such folder: name the one that holds the articles' files", Exit.USAGE)
    with report_errors():
        folder = records or find_shipped_records()
        places = find_places(folder, articles, typed) if articles else ()
        said = () if articles else find_records(folder, typed)
    shown, shown_said = places[:max_rows], said[:max_rows]
    if output is Format.JSON:
        found = [_place_as_json(p) for p in shown] + [_record_as_json(r) for r in shown_said]
        print_answer(dumps({"words": typed, "found": found, "truncated": len(places) + len(said) > len(found)}))
    else:
        print_answer("\n".join([*_places_as_yaml(shown), *map(_record_as_text, shown_said)]))
        number = len(places) + len(said)
        if number > max_rows:
            tell(f"there are more than these {max_rows}: type more of the words, or ask for more with --max-rows")
    if not places and not said:
        where = f"no article in {articles} has" if articles else "no record says"
        more = "" if articles else "; with --articles DIR they are looked for in the articles themselves"
        tell(f"{where} '{typed}'{more}")
        raise typer.Exit(Exit.REFUSED)


def _places_as_yaml(places: "tuple[FoundPlace, ...]") -> list[str]:
    """A file of passages for each article, its words beside each as a comment."""
    lines: list[str] = []
    for file, some in groupby(places, lambda p: p.file):
        group = list(some)
        article = group[0].article
        if article is None:
            lines.append(f"# {file}: no source of the records names it; `lodegraph article add` brings it in")
        lines += [f"source: {article.source if article else 'source/…'}", "passages:"]
        for p in group:
            short = article.short if article else "…"
            there = "in the records already" if p.passage else "not in the records yet"
            lines.append(f"  # {short}:{p.place}, {there}: {plain_line(p.place.words)}")
            origin = p.passage.origin if p.passage else "source/…"
            basis = f", origin_basis: {p.origin_basis}" if p.origin_basis else ""
            lines.append(f"  - {{cite: {p.place}, origin: {origin}{basis}, sha256: {p.place.sha256}}}")
    return lines


def _record_as_text(record: "FoundRecord") -> str:
    return f"{record.id}: {plain_line(record.says)}\n  evidence: [{', '.join(record.citations)}]"


def _place_as_json(p: "FoundPlace") -> dict[str, object]:
    article = p.article
    return {
        "passage": p.passage.id if p.passage else None, "source": article.source if article else None, "file": p.file,
        "cite": str(p.place), "citation": f"{article.short}:{p.place}" if article else None, "line": p.place.line,
        "sentence": p.place.sentence, "sha256": p.place.sha256, "text": plain_line(p.place.words),
    }  # fmt: skip


def _record_as_json(record: "FoundRecord") -> dict[str, object]:
    return {"id": record.id, "says": record.says, "evidence": list(record.citations)}
