"""A question that takes its time: a clock and a stop while it runs, and what was stopped, with a way to ask again."""

from collections.abc import Callable
from typing import Any, NoReturn

import streamlit as st

from cypher.errors import GraphError
from cypher.saved import QueryAnswer
from cypher.stoppable import Ended, MarkedReader, StoppableReader
from explorer.markdown import escape
from explorer.state.job import Job

JOB = "job-of-queries"
KEPT = "slow-answer"
PATIENCE = 0.8
"""Seconds for which one waits without a clock: most answers are there by then."""
BETWEEN = 0.5
"""Seconds between two looks at a question that runs."""
BECAME = {
    Ended.NOT_BEGUN: "The server was not at it when it was asked.",
    Ended.ENDED: "The server was told to end it, and has ended it.",
    Ended.NOT_YET: "The server was told to end it, and has not yet: it ends by itself what runs for 20 seconds.",
    Ended.CANNOT: "This engine cannot be told to end a question: it goes on until that is done, at most ten minutes, "
    "and answers others meanwhile. Starting “lodegraph run” again ends it.",
}


def ask_with_clock(
    graph: MarkedReader, key: str, ask: Callable[[StoppableReader], QueryAnswer], draw_first: Callable[[], None]
) -> QueryAnswer:
    """The answer of `ask`, which is called in a thread of its own. `key`: what is asked, of which records.

    Where it takes long, the page's run ends here with a clock, and the page is drawn anew when it is done; the last
    such answer is kept for this visit, so that a press elsewhere does not ask again. `draw_first` is called before the
    run ends. Raises what `ask` raises.
    """
    kept: Job[QueryAnswer] | None = st.session_state.get(KEPT)
    if kept is not None and kept.key == key:
        return _take_kept(kept)
    st.session_state.pop(KEPT, None)
    job: Job[QueryAnswer] | None = st.session_state.get(JOB)
    if job is not None and job.key != key:
        _leave(job)
        job = None
    if job is None:
        job = st.session_state[JOB] = Job(key, graph, ask)
    if job.ended is None and job.wait(PATIENCE):
        st.session_state.pop(JOB, None)
        if job.seconds <= PATIENCE or not job.has_answer:
            return job.take()
        st.session_state[KEPT] = job
        return _take_kept(job)
    draw_first()
    return _end_run(job)


@st.fragment(run_every=BETWEEN)
def show_clock(job: Job[Any]) -> None:
    """How long it runs, and the button; the page as a whole is drawn anew when it is done."""
    if job.is_done or job.ended is not None:
        st.rerun(scope="app")
    seconds = job.seconds
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":material/timer: Asking for {seconds:.0f} s", width="content")
        st.button("Stop asking", key="stop-question", icon=":material/stop_circle:", on_click=_stop, args=(job,))


def tell_end(ended: Ended) -> str:
    """What became of a question that was stopped, in a sentence or two."""
    return f"Stopped. {BECAME[ended]}"


def _take_kept(job: Job[QueryAnswer]) -> QueryAnswer:
    """An answer that took long, with a way to ask for it anew."""
    seconds = job.seconds
    st.button(
        f"Asked for {seconds:.0f} s: ask again", key="ask-again", icon=":material/refresh:", on_click=_forget,
        type="tertiary",
    )  # fmt: skip
    return job.take()


def _end_run(job: Job[QueryAnswer]) -> NoReturn:
    if job.ended is None:
        show_clock(job)
    else:
        _show_stopped(job.ended)
    st.stop()


def _show_stopped(ended: Ended) -> None:
    st.warning(escape(tell_end(ended)), icon=":material/stop_circle:")
    st.button("Ask again", key="ask-after-stop", icon=":material/refresh:", on_click=_forget)


def _stop(job: Job[Any]) -> None:
    try:
        job.stop()
    except GraphError as error:
        job.ended = Ended.NOT_YET
        st.toast(f"The server could not be told: {escape(error)}", icon=":material/cloud_off:")


def _leave(job: Job[QueryAnswer]) -> None:
    """Another question takes its place: the server need not go on."""
    if not job.is_done and job.ended is None:
        _stop(job)


def _forget() -> None:
    for name in (JOB, KEPT):
        st.session_state.pop(name, None)
