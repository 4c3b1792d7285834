"""The way through a load: check, make room, write nodes and relationships, clean up, sign off."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cypher.connection import Graph
from cypher.errors import GraphError
from cypher.internal import statement
from cypher.model import Model, read_model_of
from cypher.protocols import Reader
from cypher.schema import MOST_CONSTRAINTS, former_constraints, missing_constraints
from cypher.search.index import make_searchable, searched_labels
from cypher.status import choose, data_sets
from ledger.text import count_things
from loader.check import Checked, check
from loader.clean_up import remove_nodes, remove_relationships
from loader.consent import ask_before_removing
from loader.digest import digest
from loader.load_log import LoadLog, log_load
from loader.lost_model import find_lost_model
from loader.origin import SHIPPED, origin_of
from loader.plan import DueRow, LighterEnds, plan, version_in
from loader.read import read_data_set
from loader.records import BadRecords, DataSet
from loader.report import Counts, Report
from loader.rows import Rows, make_rows
from loader.signature import sign
from loader.turn import NotOurTurn, Turn, TurnLost, wait_for_turn
from loader.write import write_nodes, write_relationships

Tell = Callable[[str], None]
Look = Callable[[Graph, Checked, Rows], None]
"""Somebody who looks at a graph, and at what comes, before anything is written."""
TELL_AGAIN = 2.0
"""Seconds without a word about progress."""


class HoldsOthers(GraphError):
    """The graph holds nodes that are not of this data set."""


def load(
    graph: Graph,
    folder: Path,
    *,
    into_existing: bool = False,
    yes: bool = False,
    tell: Tell = lambda _: None,
    look: Look = lambda *_: None,
) -> Report:
    """Bring the graph to what the records below `folder` say; `look` is called before anything is written.

    Raises BadRecords before anything is written, HoldsOthers when the server has other
    nodes and `into_existing` is not given, NeedsConsent when it would remove more than goes
    without saying and `yes` is not given, GraphError when the server fails; the graph stays
    readable then, and the next load completes this one.
    """
    tell("checking the records")
    with _without_cycle_collection():
        checked = check(folder)
    lost = list(find_lost_model(graph, checked.data_set.name, folder))
    if checked.problems:
        raise BadRecords([*lost, *checked.problems])
    for problem in lost:
        tell(str(problem))
    if checked.warnings:
        tell(f"{count_things(sum(w.number for w in checked.warnings), 'warning')}, which `lodegraph check` shows")
    if not into_existing:
        refuse_strangers(graph, checked.data_set)
    with _without_cycle_collection():
        rows = make_rows(checked)
    look(graph, checked, rows)
    with log_load(checked.data_set.name, rows.version) as log:
        report = _bring(graph, checked, rows, yes, tell, log)
        log.finish(report.in_numbers())
    return report


def is_loaded(graph: Graph, folder: Path) -> bool:
    """Whether the graph holds just what these files say, as far as can be told without reading a record."""
    name = read_data_set(folder).name
    return holds(graph, name, digest(folder))


def holds(graph: Reader, name: str, digest_of_files: str) -> bool:
    """Whether a data set came whole from files of that digest."""
    text = statement("digest-of-a-whole-data-set")
    return graph.table(text, {"data_set": name}, 1).rows == ((digest_of_files,),)


def is_as_loaded_from_package(graph: Graph, name: str) -> bool:
    """Whether a data set came whole from this installation's own records, and nobody changed it since."""
    state = choose(data_sets(graph), name)
    if state is None or not state.is_complete or state.origin != origin_of(SHIPPED):
        return False
    return version_in(*plan(graph, name, read_model_of(graph, name))) == state.version


def refuse_strangers(graph: Graph, data_set: DataSet) -> None:
    """Raise HoldsOthers when the graph has nodes of no data set at all; other data sets may stand beside this one."""
    strangers = graph.table(statement("nodes-of-no-data-set"), {}, 5).rows
    if strangers:
        which = ", ".join(f"{nodes} {label}" for label, nodes in strangers)
        raise HoldsOthers(
            f"{graph.server.uri} holds nodes that are not of '{data_set.name}' nor of another data set ({which}): "
            "use an empty database, or add --into-existing. Theirs are never changed."
        )


@contextmanager
def _without_cycle_collection() -> Iterator[None]:
    """Records form no circles of references; to look for such among hundreds of thousands takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _bring(graph: Graph, checked: Checked, rows: Rows, yes: bool, tell: Tell, log: LoadLog) -> Report:
    name = checked.data_set.name
    _prepare(graph, checked.model)
    while True:
        turn = wait_for_turn(graph, name, tell)
        try:
            return _bring_in_turn(turn, checked, rows, yes, tell, log)
        except NotOurTurn:
            tell(f"another load of '{name}' began first")
        except BaseException:
            with suppress(GraphError):
                turn.give_back()
            raise
        finally:
            turn.end()


def _bring_in_turn(turn: Turn, checked: Checked, rows: Rows, yes: bool, tell: Tell, log: LoadLog) -> Report:
    graph, name = turn.graph, turn.data_set
    nodes, relationships = plan(graph, name, checked.model)
    ask_before_removing(graph, checked, (nodes, relationships), yes, tell)
    log.begin()
    opening, lighter = _Opening(turn, checked, rows.version), LighterEnds(relationships)
    _follow(write_nodes(turn, opening.before(nodes.due(rows.nodes))), "node", tell)
    due = opening.before(relationships.due(rows.relationships))
    _follow(write_relationships(turn, due, lighter), "relationship", tell)
    if nodes.has_stale() or relationships.has_stale():
        opening.mark()
    remove_relationships(turn, relationships, lighter, checked.model)
    kept = remove_nodes(turn, nodes)
    if not turn.taken and not holds(graph, name, checked.digest):
        opening.mark()
    if turn.taken:
        _sign_off(turn, checked, rows.version)
    return Report(name, rows.version, Counts.of(nodes.counts), Counts.of(relationships.counts), tuple(kept))


def _prepare(graph: Graph, model: Model) -> None:
    """Make the constraints and indexes that are not there (on a first load all), and take away former constraints."""
    shown = graph.table(statement("constraints-of-a-database"), {}, MOST_CONSTRAINTS)
    graph.change_schema((*missing_constraints(shown, model).values(), *former_constraints(shown, model)))
    make_searchable(graph, searched_labels(model))


class _Opening:
    """The mark of an unfinished load, made once, before the first row that is written or removed."""

    def __init__(self, turn: Turn, checked: Checked, version: str) -> None:
        self._turn, self._checked, self._version = turn, checked, version

    def before(self, rows: Iterable[DueRow]) -> Iterator[DueRow]:
        """The rows, and the mark before the first of them is written."""
        for row in rows:
            self.mark()
            yield row

    def mark(self) -> None:
        """Say in the graph that it is changing, unless that was said."""
        if not self._turn.taken:
            there = choose(data_sets(self._turn.graph), self._checked.data_set.name)
            state = "renewing" if there is not None and there.is_whole_or_was else "loading"
            self._turn.take(**sign(self._checked, self._version, state))


def _follow(batches: Iterator[int], what: str, tell: Tell) -> None:
    written, told = 0, time.monotonic()
    for size in batches:
        written += size
        if time.monotonic() - told > TELL_AGAIN:
            told = time.monotonic()
            tell(f"{count_things(written, what)} written so far")
    if written:
        tell(f"{count_things(written, what)} written")


def _sign_off(turn: Turn, checked: Checked, version: str) -> None:
    """Say that the load is complete, which ends our turn."""
    properties = sign(checked, version, "complete")
    row = {"id": properties["id"], "properties": properties}
    try:
        turn.write(statement("merge-nodes-of-a-label", label="DataSet"), {"rows": [row], "data_set": turn.data_set})
    except TurnLost:  # which also ends a turn: its answer may not have reached us
        signed = choose(data_sets(turn.graph), turn.data_set)
        if signed is None or (signed.version, signed.loaded_at) != (version, properties["loaded_at"]):
            raise
