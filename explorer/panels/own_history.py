"""What was run on the page Own Cypher in this visit, the last first, to be run again. Nobody else's, and not kept."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import streamlit as st

from explorer.markdown import escape
from explorer.panels.own_editor import ask_for_run, fill_editor

RUNS = "own-cypher-runs"
MOST_RUNS = 50
SHOWN = 90
"""Characters of a statement that stand in the list."""


@dataclass(frozen=True)
class PastRun:
    """A statement that was run, when (UTC), and what came of it in a word or two."""

    text: str
    values: str
    at: datetime
    outcome: str


@dataclass
class History:
    """The latest runs of this visit, the last at the end, and how many older ones have left it."""

    runs: list[PastRun] = field(default_factory=list)
    cut: int = 0

    def note(self, text: str, values: str, outcome: str) -> None:
        """Add a run; the oldest leave."""
        self.runs.append(PastRun(text, values, datetime.now(UTC), outcome))
        self.cut += max(0, len(self.runs) - MOST_RUNS)
        del self.runs[:-MOST_RUNS]


def get_history() -> History:
    """What was run in this visit."""
    history: History = st.session_state.setdefault(RUNS, History())
    return history


def show_history() -> None:
    """A button that opens the list of runs."""
    history = get_history()
    runs = history.runs
    with st.popover(f"History ({len(runs)})", icon=":material/history:", key="own-history", disabled=not runs):
        st.caption(
            "What you ran since you opened this page. It is yours alone, and gone when the page is loaded anew."
            + (f" The {history.cut:,} oldest are gone: it holds {MOST_RUNS}." if history.cut else "")
        )
        for number, run in reversed(list(enumerate(runs))):
            when = run.at.strftime("%H:%M:%S")
            st.markdown(f":gray[{when} UTC, {escape(run.outcome)}]  \n`` {_shorten(run.text)} ``")
            with st.container(horizontal=True):
                at = f"{number}-{run.at.timestamp()}"
                st.button("Run again", key=f"again-{at}", on_click=_run_again, args=(run,), icon=":material/replay:")
                st.button("Open", key=f"reopen-{at}", on_click=fill_editor, args=(run.text, run.values))
        if runs:
            st.button("Clear the history", on_click=_clear, icon=":material/delete_sweep:")


def _shorten(text: str) -> str:
    """On one line, without the sign that would end code in Markdown."""
    line = "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split())).replace("`", "´")
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


def _run_again(run: PastRun) -> None:
    fill_editor(run.text, run.values)
    ask_for_run()


def _clear() -> None:
    st.session_state.pop(RUNS, None)
