"""An answer of each saved query on the shipped records, for the pages: kept in one file, asked anew on demand."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from cypher.connection import Graph, Server, connect
from cypher.engines.embedded import embedded_engine
from cypher.protocols import Reader
from cypher.results import Table
from cypher.saved import QueryAnswer, SavedQuery, choices, run
from explorer.render.answer_card import pick_columns
from ledger.dates import format_window
from loader.load import load
from lodegraph.shipped_records import find_shipped_records

FILE = Path(__file__).resolve().parents[2] / "docs" / "queries" / "examples.json"
MOST_ROWS = 5
MOST_COLUMNS = 6
ALL = 100_000


class ExampleAnswer(BaseModel):
    """The first rows of an answer, in the columns that a page has room for.

    `of`: how many rows there are. `left_out`: columns for which there is no room, of which an answer without rows has
    none, since not every engine names them then. `notes`: what is said beside it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    query: str
    parameters: dict[str, str | int]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    of: int
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_examples(path: Path = FILE) -> dict[str, ExampleAnswer]:
    """The answers that were kept, by query; nothing where there is no such file."""
    if not path.is_file():
        return {}
    kept = (ExampleAnswer.model_validate(one) for one in json.loads(path.read_text(encoding="utf-8")))
    return {one.query: one for one in kept}


def write_examples(examples: list[ExampleAnswer]) -> str:
    """The text of the file."""
    return json.dumps([one.model_dump(mode="json") for one in examples], ensure_ascii=False, indent=1) + "\n"


def ask_example(graph: Reader, query: SavedQuery, data_set: str) -> ExampleAnswer | None:
    """What a query answers with the values from which it starts; the first that has an answer where there is none.

    None where the records have no value to give.
    """
    given: dict[str, str | int] = {}
    for parameter in query.parameters:
        if parameter.default is None:
            offered = choices(graph, parameter, data_set)
            if not offered:
                return None
            given[parameter.name] = offered[0].value
    return _shorten(run(graph, query, given, data_set, ALL), query)


@contextmanager
def shipped_graph() -> Iterator[Graph]:
    """The shipped records in an engine of its own, for as long as it is needed."""
    with (
        tempfile.TemporaryDirectory() as folder,
        embedded_engine(Path(folder), lambda _: None) as engine,
        connect(Server(engine.bolt_uri, engine.user, engine.password, "neo4j", "embedded", sql=engine.sql)) as graph,
    ):
        load(graph, find_shipped_records())
        yield graph


def _shorten(answer: QueryAnswer, query: SavedQuery) -> ExampleAnswer:
    rows = answer.as_rows()
    fit = pick_columns(rows, query.view)
    kept = fit.columns[:MOST_COLUMNS]
    return ExampleAnswer(
        query=query.id,
        parameters={name: value for name, value in answer.parameters.items() if value != ""},
        columns=kept,
        rows=_write_rows(fit, len(kept)),
        of=len(rows.rows),
        left_out=tuple(c for c in rows.columns if c not in kept) if rows.rows else (),
        notes=answer.notes,
    )


def _write_rows(table: Table, width: int) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_write_cell(cell) for cell in row[:width]) for row in table.rows[:MOST_ROWS])


def _write_cell(value: object) -> str:
    if value is None:
        return ""
    value = format_window(value)
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
