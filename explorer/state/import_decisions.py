"""The file that the reader is bringing in, and what was decided of it: kept for the visit, until another file comes."""

from dataclasses import dataclass, replace

import streamlit as st

from explorer.import_port import Answer, Brought, Decisions, GivenFile, Trial, ask_load, ask_trial

KEPT = "import-begun"


@dataclass(frozen=True)
class Begun:
    """A file with what was decided, what it comes to by that, and what came of loading it. `number`: the how manieth
    file of the visit, so that no widget keeps what was said of another."""

    number: int
    file: GivenFile
    decisions: Decisions
    trial: Trial
    brought: Brought | None = None


def get_begun() -> Begun | None:
    """The file that is being brought in."""
    found: Begun | None = st.session_state.get(KEPT)
    return found


def begin(file: GivenFile) -> None:
    """Take a file in, of which nothing is decided yet."""
    former, decisions = get_begun(), Decisions({})
    number = former.number + 1 if former else 1
    st.session_state[KEPT] = Begun(number, file, decisions, ask_trial(file, decisions))


def decide_column(heading: str, is_: str) -> None:
    """Say what a column is."""
    begun = get_begun()
    if begun:
        _decide(begun, replace(begun.decisions, columns={**begun.decisions.columns, heading: is_}))


def answer(path: tuple[str, ...], text: str) -> None:
    """Say what stands at a place of the mapping; empty: nothing."""
    begun = get_begun()
    if begun:
        others = tuple(a for a in begun.decisions.answers if a.path != path)
        _decide(begun, replace(begun.decisions, answers=(*others, Answer(path, text.strip()))))


def say_that_two_are_one(name: str, first_id: str) -> None:
    """A spelling names what has an id already."""
    answer(("answers", "same_as", name), first_id)


def say_that_two_are_two(first_id: str, other_id: str) -> None:
    """Two ids that look like one thing are two."""
    begun = get_begun()
    if begun:
        _decide(begun, replace(begun.decisions, another=(*begun.decisions.another, (first_id, other_id))))


def skip_bad_rows(skips: bool) -> None:
    """Whether rows with problems are left out."""
    begun = get_begun()
    if begun:
        _decide(begun, replace(begun.decisions, skips_bad=skips))


def forget_decisions() -> None:
    """Begin again with what was guessed."""
    begun = get_begun()
    if begun:
        begin(begun.file)


def bring_in() -> Brought | None:
    """Have the file loaded by what was decided; what came of it is kept."""
    begun = get_begun()
    if begun is None:
        return None
    brought = ask_load(begun.file, begun.decisions)
    st.session_state[KEPT] = replace(begun, brought=brought)
    return brought


def _decide(begun: Begun, decisions: Decisions) -> None:
    st.session_state[KEPT] = replace(begun, decisions=decisions, trial=ask_trial(begun.file, decisions), brought=None)
