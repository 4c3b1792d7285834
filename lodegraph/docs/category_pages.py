"""`docs/queries/CATEGORY.md`: each saved query of a category with its parameters, its Cypher and an example answer."""

import re
from collections.abc import Iterator, Mapping

from cypher.exports.cypher_text import to_cypher
from cypher.saved import Catalog, Parameter, SavedQuery
from cypher.saved.command_line import write_command
from loader.records import DataSet
from lodegraph.docs.example_answers import ExampleAnswer

FOLDER = "queries"
"""Beside `queries.md`, which lists all."""
MARKDOWN = re.compile(r"([\\`*_\[\]<>|~$])")


def name_page(category: str) -> str:
    """The page of a category, from `docs/`."""
    return f"{FOLDER}/{category.replace(' ', '-')}.md"


def make_anchor(title: str) -> str:
    """What a heading is called in an address, as renderers of Markdown make it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def make_category_pages(every: Catalog, shipped: DataSet, examples: Mapping[str, ExampleAnswer]) -> dict[str, str]:
    """The text of each page by its name below `docs/`; queries start from the values of the shipped records."""
    catalog = every.offered(shipped.name, shipped.guide)
    return {
        name_page(category): "\n".join(_write_page(catalog, category, shipped.name, examples))
        for category in catalog.categories
    }


def _write_page(catalog: Catalog, category: str, data_set: str, examples: Mapping[str, ExampleAnswer]) -> Iterator[str]:
    queries = [q for q in catalog.queries if q.category == category]
    yield f"# Saved queries: {category}\n"
    yield "*Made from `cypher/queries/` by `make docs`; edit the files there.*\n"
    yield "How queries are written, and all the others: [queries.md](../queries.md). The answers are those of the "
    yield "records that come with Lodegraph.\n"
    for q in queries:
        yield f"- [{q.title}](#{make_anchor(q.title)})"
    yield ""
    for q in queries:
        yield from _write_query(q, data_set, examples.get(q.id))


def _write_query(q: SavedQuery, data_set: str, example: ExampleAnswer | None) -> Iterator[str]:
    of = f", of {q.data_set} only" if q.data_set else ""
    yield f"## {q.title}\n"
    yield f"`{q.id}` ({q.view}{of}). {q.question}\n"
    if q.how_to_read:
        yield f"*How to read it*: {q.how_to_read}\n"
    yield from map(_describe_parameter, q.parameters)
    yield "" if q.parameters else "It takes no parameter.\n"
    if example is None:
        yield "The records that come with Lodegraph have nothing that it could be asked about.\n"
        return
    yield "```sh"
    yield write_command(q, example.parameters)
    yield "```\n"
    yield from _write_answer(example)
    yield "<details><summary>Cypher of this question</summary>\n"
    yield "```cypher"
    yield to_cypher(q, _fill(q, example), data_set).rstrip("\n")
    yield "```\n"
    yield "</details>\n"


def _fill(q: SavedQuery, example: ExampleAnswer) -> dict[str, str | int]:
    """The values of the example; those that were left out are empty."""
    return {p.name: example.parameters.get(p.name, "") for p in q.parameters}


def _describe_parameter(p: Parameter) -> str:
    kinds = f" of {', '.join([*p.labels, *p.among])}" if p.labels or p.among else f" of {p.of}" if p.of else ""
    bounds = f", {p.at_least} to {p.at_most}" if p.at_least is not None else ""
    usual = "" if p.default is None else f"; `{p.default}` unless given" if p.default != "" else "; may be left out"
    return f"- `{p.name}` ({p.type.replace('_', ' ')}{kinds}{bounds}): {p.meaning}{usual}"


def _write_answer(example: ExampleAnswer) -> Iterator[str]:
    if example.rows:
        shown = len(example.rows)
        rows = f"{example.of:,} {'row' if example.of == 1 else 'rows'}"
        yield f"{rows}{f', of which the first {shown}' if shown < example.of else ''}:\n"
        yield _write_row(column.replace("_", " ") for column in example.columns)
        yield _write_row("---" for _ in example.columns)
        yield from (_write_row(map(_escape, row)) for row in example.rows)
        yield ""
    if example.left_out:
        yield f"Columns besides: {', '.join(c.replace('_', ' ') for c in example.left_out)}.\n"
    for note in example.notes:
        yield f"> {_escape(note)}\n"


def _write_row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escape(text: str) -> str:
    """Text as text on one line of Markdown."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))
