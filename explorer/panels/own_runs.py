"""Statements that are run on the page Own Cypher: beside the page, so that one may type on and stop them."""

from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from cypher.errors import GraphError
from cypher.guard import TypedAnswer, run_typed
from explorer.panels.clock import PATIENCE, show_clock, tell_end
from explorer.panels.own_editor import ToRun, read_values
from explorer.panels.own_history import History
from explorer.shown_graph import ShownGraph
from explorer.state.job import Job
from ledger.text import count_things

RUNS = "runs-of-own-cypher"
LEFT = "left for the next"


@dataclass(frozen=True)
class OwnRun:
    """What was asked when the reader pressed Run, and what came of it: an answer, or why there is none."""

    text: str
    parameters: str
    answer: TypedAnswer | None = None
    problem: str = ""
    is_stopped: bool = False

    @property
    def outcome(self) -> str:
        """What came of it, in a word or two."""
        if self.answer is None:
            return "stopped" if self.is_stopped else "not run"
        rows = len(self.answer.table.rows)
        return f"{count_things(rows, 'row')}{', cut' if self.answer.table.truncated else ''}"


@dataclass(frozen=True)
class _UnderWay:
    text: str
    parameters: str
    job: Job[TypedAnswer]

    def take(self) -> OwnRun:
        """What came of it; call it where it is done or stopped."""
        if self.job.ended is not None and not self.job.has_answer:
            return OwnRun(self.text, self.parameters, problem=tell_end(self.job.ended), is_stopped=True)
        try:
            return OwnRun(self.text, self.parameters, self.job.take())
        except GraphError as error:
            return OwnRun(self.text, self.parameters, problem=str(error))


@dataclass
class OwnRuns:
    """The run that is under way in this visit, and what came of the last. One for the whole visit, to be held on to:
    a run of the page may end at any time, as where more was typed, and no answer is lost by that."""

    last: OwnRun | None = None
    _now: _UnderWay | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether a statement runs."""
        return self._now is not None

    @property
    def has_none(self) -> bool:
        """Whether nothing was run yet."""
        return self.last is None and self._now is None

    def take_up(self, here: ShownGraph, to_run: ToRun, history: History) -> None:
        """Begin what was asked to be run, and note what has ended; what is quick is there when this returns."""
        asked = to_run.take()
        if asked is not None:
            self._leave(history)
            self._begin(here, asked, history)
        if self._now is not None and (self._now.job.is_done or self._now.job.ended is not None):
            ended, self._now = self._now, None
            self._note(ended.take(), history)

    def show_clock(self) -> None:
        """How long it runs, and a button that stops it; the page is drawn anew when it has ended."""
        if self._now is not None:
            show_clock(self._now.job)

    def _begin(self, here: ShownGraph, asked: tuple[str, str], history: History) -> None:
        text, typed = asked
        try:
            given = {"data_set": here.data_set.name, **read_values(typed)}
            job = Job(text, here.graph, lambda graph: run_typed(graph, text, given))
        except GraphError as error:
            self._note(OwnRun(text, typed, problem=str(error)), history)
            return
        self._now = _UnderWay(text, typed, job)
        job.wait(PATIENCE)

    def _leave(self, history: History) -> None:
        """End what runs: another takes its place."""
        left, self._now = self._now, None
        if left is not None:
            with suppress(GraphError):
                left.job.stop()
            history.note(left.text, left.parameters, LEFT)

    def _note(self, ran: OwnRun, history: History) -> None:
        self.last = ran
        history.note(ran.text, ran.parameters, ran.outcome)


def get_own_runs() -> OwnRuns:
    """The runs of this visit."""
    runs: OwnRuns = st.session_state.setdefault(RUNS, OwnRuns())
    return runs
