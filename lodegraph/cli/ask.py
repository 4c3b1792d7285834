"""`lodegraph ask`: a question in plain words, said back as a saved query, and run only where that is asked for."""

import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli import query
from lodegraph.cli.options import DataSet
from lodegraph.cli.output import Exit, fail, print_answer, tell

if TYPE_CHECKING:
    from cypher.asking import Reading, Readings

JSON = "json"
Question = Annotated[list[str], typer.Argument(metavar="QUESTION", help="What you want to know, in plain words.")]
Run = Annotated[bool, typer.Option("--run", help="Say back what it was read as, and run that.")]


def ask(
    question: Question,
    run: Run = False,
    output: query.OutputFormat = query.TABLE,
    max_rows: query.MostRows = 1_000,
    into: query.Into = None,
    view: query.SeenAs = None,
    data_set: DataSet = None,
) -> None:
    """Ask in plain words: tell which saved query it is, with which values; `--run` runs it.

    Names, other names, countries, minerals and days are recognised, without a model. Without --run nothing is run, and
    --format takes table or json. Ends with status 1 where no saved query is like it.
    """
    import_driver()
    from cypher import asking
    from cypher.own import read_offered_with_own
    from cypher.settings import GraphSettings
    from cypher.status import current_data_set
    from ledger.names import plain_words
    from lodegraph.cli.session import open_graph

    words = " ".join(question)
    if not plain_words(words):
        fail("the question holds no letter or digit: write what you want to know", Exit.USAGE)
    if not run and (into is not None or view is not None or output not in (query.TABLE, JSON)):
        fail("--format, --view and -o are for an answer: add --run to run the question", Exit.USAGE)
    with open_graph() as graph:
        shown = current_data_set(graph, GraphSettings().lodegraph_data_set)
        catalog = read_offered_with_own(graph, shown.name)
        readings = asking.ask(asking.open_asking(graph, catalog, shown.name), words)
    if not run:
        _print_readings(readings, as_json=output == JSON)
    elif readings.best is not None and not readings.is_close:
        tell(f"I read this as: {readings.best.said}")
        _tell_beside(readings)
        values = [f"{name}={value}" for name, value in readings.best.values.items()]
        query.run(readings.best.query.id, values, output, max_rows, into, explain=False, view=view, data_set=shown.name)
        return
    else:
        _print_readings(readings, as_json=False)
        tell("nothing was run: ask one of these with `lodegraph query run`, or ask in other words")
    if readings.best is None or run:
        raise typer.Exit(int(Exit.REFUSED))


def _print_readings(readings: "Readings", *, as_json: bool) -> None:
    from cypher.exports.json_text import dumps

    if as_json:
        print_answer(dumps(_as_json(readings)))
        return
    lines = [] if readings.best else ["I have no question like that."]
    if readings.best and readings.is_close:
        lines.append("I cannot tell which of these you mean:")
    for at, reading in enumerate(readings.all):
        begin = "I read this as" if reading is readings.best else "Or else" if readings.best else "The nearest"
        lines += [f"{begin if at == 0 or not readings.best else 'Or else'}: {reading.said}"]
        lines += [f"    not taken into account: {', '.join(reading.ignored)}"] if reading.ignored else []
        lines += [f"    {_write_command(reading)}"]
    print_answer("\n".join(lines))
    _tell_beside(readings)


def _tell_beside(readings: "Readings") -> None:
    """What must be known beside the readings; on standard error."""
    for wrote, read in readings.corrected:
        tell(f"'{wrote}' was read as '{read}'")
    if readings.best is not None:
        return
    if readings.recognised:
        named = (f"{one.words} ({'; '.join(name for name, _, _ in one.meant)})" for one in readings.recognised)
        tell(f"recognised: {', '.join(named)}")
    tell(f"there are saved queries on {', '.join(readings.categories)}: `lodegraph query list` names all")


def _write_command(reading: "Reading") -> str:
    """The command that runs it, as a shell takes it."""
    values = (part for name, value in reading.values.items() for part in ("--param", f"{name}={value}"))
    return shlex.join(["lodegraph", "query", "run", reading.query.id, *values])


def _as_json(readings: "Readings") -> dict[str, object]:
    return {
        "asked": readings.asked,
        "understood": readings.best is not None,
        "close": readings.is_close,
        "readings": [
            {"query": r.query.id, "parameters": dict(r.values), "said": r.said, "ignored": r.ignored, "score": r.score}
            for r in readings.all
        ],
        "recognised": [
            {"words": one.words, "meant": [{"name": n, "kind": kind, "id": i} for n, kind, i in one.meant]}
            for one in readings.recognised
        ],
        "corrected": [{"wrote": wrote, "read": read} for wrote, read in readings.corrected],
        "categories": readings.categories,
    }
