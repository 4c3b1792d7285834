"""`lodegraph diff`: what differs between two sets of records, or between the graph and a set."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.difference import difference_as_json, difference_as_text, moved_as_text
from lodegraph.cli.options import ReportFormat
from lodegraph.cli.output import Exit, Format, fail, print_answer, tell

if TYPE_CHECKING:
    from cypher.connection import Graph
    from cypher.saved.answer_all import Answers, Moved
    from loader.check import Checked
    from loader.difference import Difference

Folders = Annotated[
    list[Path], typer.Argument(metavar="[OLD] NEW", help="Folders of records; without OLD, the graph is the old one.")
]
WithAnswers = Annotated[
    bool, typer.Option("--answers", help="Tell also which saved queries are answered otherwise, on a graph of its own.")
]
MostTold = Annotated[int, typer.Option("--max-rows", min=1, max=1_000_000, help="How many ids of a kind are told.")]


def diff(
    folders: Folders, answers: WithAnswers = False, output: ReportFormat = Format.TEXT, max_rows: MostTold = 10
) -> None:
    """Compare two folders of records, or the graph with one: what is created, changed and removed, by kind with ids."""
    import_driver()
    from lodegraph.cli.session import open_graph, report_errors

    if len(folders) > 2:
        fail("name one folder, to compare the graph with it, or two: OLD and NEW", Exit.USAGE)
    with report_errors():
        if len(folders) == 2:
            old, new = map(check_sound, folders)
            difference, moved = _between(old, new, answers)
        else:
            new = check_sound(folders[0])
            with open_graph() as graph:
                difference, moved = with_graph(graph, new, answers)
    tell_difference(difference, moved, output, max_rows)


def tell_difference(
    difference: "Difference", moved: "tuple[Moved, ...] | None", output: Format, max_rows: int = 10
) -> None:
    """Write a difference, and the answers that it moves where these were asked for."""
    from cypher.exports.json_text import dumps

    if output is Format.JSON:
        print_answer(dumps(difference_as_json(difference, moved)))
        return
    lines = [difference_as_text(difference, max_rows)]
    if moved is not None:
        lines += ["", f"saved queries that are answered otherwise: {len(moved)}"]
        lines += moved_as_text(moved, max_rows)
    print_answer("\n".join(lines))


def check_sound(folder: Path) -> "Checked":
    """A set that checks; raises BadRecords where it does not."""
    from loader.check import check
    from loader.records import BadRecords

    checked = check(folder)
    if checked.problems:
        raise BadRecords(list(checked.problems))
    return checked


def with_graph(graph: "Graph", new: "Checked", answers: bool) -> "tuple[Difference, tuple[Moved, ...] | None]":
    """What a load of a set would do to a graph."""
    from cypher.saved.answer_all import Answers, answer_all, find_moved
    from cypher.status import choose, data_sets
    from loader.difference import compare_with_graph

    difference = compare_with_graph(graph, new)
    if not answers:
        return difference, None
    name = new.data_set.name
    there = choose(data_sets(graph), name) is not None
    before = answer_all(graph, name) if there else Answers({}, frozenset(), {})
    return difference, find_moved(before, _answer_in_scratch(new)[-1])


def _between(old: "Checked", new: "Checked", answers: bool) -> "tuple[Difference, tuple[Moved, ...] | None]":
    from cypher.saved.answer_all import find_moved
    from loader.difference import compare_sets

    difference = compare_sets(old, new)
    return difference, find_moved(*_answer_in_scratch(old, new)) if answers else None


def _answer_in_scratch(*sets: "Checked") -> "list[Answers]":
    """The answers that sets give, each loaded alone into a graph of its own."""
    from cypher.saved.answer_all import answer_all
    from loader.load import load
    from lodegraph.cli.scratch import scratch_graph

    found = []
    with scratch_graph() as graph:
        for one in sets:
            load(graph, one.folder, yes=True)
            found.append(answer_all(graph, one.data_set.name))
            for query, reason in found[-1].unasked.items():
                tell(f"{query} is not compared: {reason}")
    return found
