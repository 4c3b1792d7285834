"""`lodegraph diff`: what differs between two sets, each in a folder of records or in the graph."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.brought import brought_as_json, brought_as_text
from lodegraph.cli.difference import difference_as_json, difference_as_text, moved_as_text
from lodegraph.cli.options import ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, tell
from lodegraph.cli.places import check_sound, is_graph, take_set

if TYPE_CHECKING:
    from cypher.connection import Graph
    from cypher.saved.answer_all import Answers, Moved
    from loader.brought import Brought
    from loader.check import Checked
    from loader.difference import Difference
    from loader.exports import TakenSet

Sets = Annotated[
    list[Path],
    typer.Argument(
        metavar="[OLD] NEW",
        help="Folders of records, or graph:NAME for a data set of the graph; without OLD, what a load would do to it.",
    ),
]
WithAnswers = Annotated[
    bool, typer.Option("--answers", help="Tell also which saved queries are answered otherwise, on a graph of its own.")
]
MostTold = Annotated[int, typer.Option("--max-rows", min=1, max=1_000_000, help="How many ids of a kind are told.")]


@dataclass(frozen=True)
class Compared:
    """What differs, what articles brought that came in, and the answers that move where these were asked for."""

    difference: "Difference"
    brought: "tuple[Brought, ...]"
    moved: "tuple[Moved, ...] | None" = None


def diff(sets: Sets, answers: WithAnswers = False, output: ReportFormat = Format.TEXT, max_rows: MostTold = 10) -> None:
    """Compare two sets, or the graph with one: what is created, changed and removed, and what new articles bring."""
    import_driver()
    from lodegraph.cli.session import open_graph, report_errors

    if len(sets) > 2:
        fail("name one folder, to compare the graph with it, or two sets: OLD and NEW", Exit.USAGE)
    if len(sets) == 1 and is_graph(sets[0]):
        fail(f"name what {sets[0]} is compared with: {sets[0]} NEW, or OLD {sets[0]}", Exit.USAGE)
    with report_errors():
        if len(sets) == 2:
            compared = _between(sets[0], sets[1], answers)
        else:
            new = check_sound(sets[0])
            with open_graph() as graph:
                compared = with_graph(graph, new, answers)
    tell_compared(compared, output, max_rows)


def tell_compared(compared: Compared, output: Format, max_rows: int = 10) -> None:
    """Write what differs, what was brought, and the answers that move where these were asked for."""
    from cypher.exports.json_text import dumps

    if output is Format.JSON:
        told = difference_as_json(compared.difference, compared.moved)
        print_answer(dumps(told | {"brought": brought_as_json(compared.brought)}))
        return
    lines = [difference_as_text(compared.difference, max_rows)]
    if compared.brought:
        lines += ["", *brought_as_text(compared.brought, max_rows)]
    if compared.moved is not None:
        lines += ["", f"saved queries that are answered otherwise: {len(compared.moved)}"]
        lines += moved_as_text(compared.moved, max_rows)
    print_answer("\n".join(lines))


def with_graph(graph: "Graph", new: "Checked", answers: bool) -> Compared:
    """What a load of a set would do to a graph."""
    from cypher.saved.answer_all import Answers, answer_all, find_moved
    from cypher.status import choose, data_sets
    from loader.brought import find_brought
    from loader.difference import compare_with_graph
    from loader.exports import take_from_graph
    from loader.rows import make_rows

    difference = compare_with_graph(graph, new)
    name = new.data_set.name
    there = choose(data_sets(graph), name) is not None
    comes = there and any(d.group == "Source" for d in difference.differs)
    brought = find_brought(take_from_graph(graph, name).rows, make_rows(new), new.model) if comes else ()
    if not answers:
        return Compared(difference, brought)
    before = answer_all(graph, name) if there else Answers({}, frozenset(), {})
    return Compared(difference, brought, find_moved(before, *_answer_in_scratch(new.folder)))


def _between(old: Path, new: Path, answers: bool) -> Compared:
    from cypher.saved.answer_all import find_moved
    from loader.brought import find_brought
    from loader.difference import compare_rows

    before, after = take_set(old), take_set(new)
    difference = compare_rows(before.rows, after.rows)
    brought = find_brought(before.rows, after.rows, after.model)
    return Compared(difference, brought, find_moved(*_answers(before, after)) if answers else None)


def _answers(*sets: "TakenSet") -> "list[Answers]":
    """The answers that sets give, each in its own graph, or loaded alone into one for this time."""
    from cypher.saved.answer_all import answer_all
    from lodegraph.cli.session import open_graph

    in_folders = iter(_answer_in_scratch(*(one.folder for one in sets if one.folder is not None)))
    found = []
    for one in sets:
        if one.folder is not None:
            found.append(next(in_folders))
            continue
        with open_graph() as graph:
            found.append(answer_all(graph, one.data_set.name))
    return found


def _answer_in_scratch(*folders: Path) -> "list[Answers]":
    """The answers that sets give, each loaded alone into a graph of its own."""
    from cypher.saved.answer_all import answer_all
    from loader.load import load
    from lodegraph.cli.scratch import scratch_graph

    found: list[Answers] = []
    if not folders:
        return found
    with scratch_graph() as graph:
        for folder in folders:
            found.append(answer_all(graph, load(graph, folder, yes=True).data_set))
            for query, reason in found[-1].unasked.items():
                tell(f"{query} is not compared: {reason}")
    return found
