"""What the reader decides of a file: what each column is, what each text means, how set and source are called.

Each widget is named after what it shows, so that one whose value came to be another is another widget.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TypeVar
from zlib import crc32

import streamlit as st

from explorer.import_port import Asked, ColumnFound
from explorer.markdown import escape
from explorer.state.import_decisions import Begun, answer, decide_column
from ledger.glossary import spell_term
from ledger.text import count_things

MOST_COLUMNS, MOST_QUESTIONS = 60, 120
ACROSS = 3
OPEN = "?"
KINDS = {
    "": "nothing: it is left out", "notes": "notes, kept as claims", "id": "what tells rows apart",
    "funder": "who pays", "recipient": "who receives", "buyer": "who buys", "seller": "who sells",
    "owner": "who owns", "owned": "what is owned", "owner_kind": "what kind of owner", "project": "the project",
    "country": "the country", "mineral": "the mineral", "amount": "the figure", "unit": "the unit or currency",
    "share": "the share", "instrument": "the instrument", "stage": "the stage", "date": "the date",
    "since": "since when", "until": "until when", "url": "the row's own source",
}  # fmt: skip
"""What a column may be, in words; one without words is called as the importer has it."""
SETTINGS = (
    ("data_set.name", "Name of the set", "letters, digits, dots and hyphens"),
    ("data_set.title", "Title", ""),
    ("source.name", "The list, as sentences call it", "the desk's list of loans"),
    ("source.publisher", "Who keeps it", ""),
    ("source.licence", "Licence", "CC BY 4.0"),
    ("source.retrieved", "Retrieved on", "2026-01-15"),
)
ORDERS = {"": "not said", "day_first": "day first", "month_first": "month first"}
MARKS = {"": "not said", ".": "a point", ",": "a comma"}
READING: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("reading.dates.order", "Dates such as 05/06/2025", ORDERS),
    ("reading.numbers.decimal", "Sign before decimals", MARKS),
)
T = TypeVar("T")


def show_columns(begun: Begun) -> None:
    """A choice a column: what it is, why it is thought so, and some of what stands in it."""
    columns = begun.trial.columns
    if not columns:
        return
    st.markdown("##### What each column is")
    for row in _in_rows(list(enumerate(columns[:MOST_COLUMNS]))):
        for place, (number, column) in zip(st.columns(ACROSS), row, strict=False):
            with place:
                _show_column(begun, number, column)
    if len(columns) > MOST_COLUMNS:
        more = count_things(len(columns) - MOST_COLUMNS, "more column")
        st.caption(f"{more}: as guessed; the mapping says as what.")


def _show_column(begun: Begun, number: int, column: ColumnFound) -> None:
    offered = list(dict.fromkeys(("", *column.offered, column.is_)))
    key = f"import-{begun.number}-column-{number}-{column.is_}"
    st.selectbox(
        escape(column.heading), offered, index=offered.index(column.is_), key=key,
        format_func=lambda kind: KINDS.get(kind, kind.replace("_", " ")),
        on_change=_hear, args=(key, lambda text: decide_column(column.heading, text)),
    )  # fmt: skip
    examples = ", ".join(column.examples)
    st.caption(escape(f"{column.why}; {column.filled:,} filled{f': {examples}' if examples else ''}"))


def show_questions(begun: Begun) -> None:
    """What nobody has decided yet, then what can be decided otherwise."""
    questions = begun.trial.questions
    asked = [q for q in questions if q.is_open]
    if asked:
        st.markdown("##### What only you can say")
        _show_groups(begun, asked[:MOST_QUESTIONS])
    rest = [q for q in questions if not q.is_open]
    if rest:
        with st.expander(f"What is taken for what ({len(rest):,})"):
            _show_groups(begun, rest[:MOST_QUESTIONS])
    left = sum(max(0, len(part) - MOST_QUESTIONS) for part in (asked, rest))
    if left:
        st.caption(f"{count_things(left, 'more answer')}: take the mapping along, and go on with `lodegraph import`.")


def _show_groups(begun: Begun, questions: Iterable[Asked]) -> None:
    for about, group in groupby(questions, key=lambda q: q.about):
        st.markdown(f"**{escape(about)}**")
        for row in _in_rows(list(group)):
            for place, question in zip(st.columns(ACROSS), row, strict=False):
                with place:
                    _show_question(begun, question)


def _show_question(begun: Begun, question: Asked) -> None:
    label = escape(question.text) if question.text else "all rows"
    key = f"import-{begun.number}-{mark(*question.path, question.answer)}"
    hear = (key, lambda text: answer(question.path, text or OPEN))
    if question.offered:
        offered = list(dict.fromkeys((*((OPEN,) if question.is_open else ()), *question.offered, question.answer)))
        st.selectbox(
            label, offered, index=offered.index(question.answer), key=key, on_change=_hear, args=hear,
            format_func=lambda term: "say what it is" if term == OPEN else spell_term(term),
        )  # fmt: skip
        return
    is_country = question.path[1:3] == ("country", "name")
    st.text_input(
        label, "" if question.is_open else question.answer, key=key, on_change=_hear, args=hear,
        placeholder="two letters, such as CD" if is_country else "",
    )  # fmt: skip


def show_settings(begun: Begun) -> None:
    """How set and source are called, and how figures and dates are read."""
    settings = begun.trial.settings or {}
    st.markdown("##### The set and its source")
    for row in _in_rows(SETTINGS):
        for place, (name, label, example) in zip(st.columns(ACROSS), row, strict=False):
            value = settings.get(name, "")
            key = f"import-{begun.number}-{mark(name, value)}"
            place.text_input(
                label, value, key=key, placeholder=example, max_chars=200, on_change=_hear, args=(key, _to(name))
            )
    if begun.trial.are_entities:
        return
    for place, (name, label, words) in zip(st.columns(ACROSS), READING, strict=False):
        value = settings.get(name, "")
        key = f"import-{begun.number}-{mark(name, value)}"
        offered: list[str] = list(dict.fromkeys((*words, value)))
        place.selectbox(
            label, offered, index=offered.index(value), key=key, format_func=partial(_spell, words),
            on_change=_hear, args=(key, _to(name)),
        )  # fmt: skip


def _spell(words: dict[str, str], value: str) -> str:
    return words.get(value, value)


def _to(name: str) -> Callable[[str], None]:
    return lambda text: answer(tuple(name.split(".")), text)


def _hear(key: str, decide: Callable[[str], None]) -> None:
    decide(str(st.session_state.get(key) or ""))


def mark(*texts: str) -> str:
    """Some texts as a part of a component's key."""
    return f"{crc32(chr(0).join(texts).encode()):08x}"


def _in_rows(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """So many beside one another as there is room for."""
    return (things[at : at + ACROSS] for at in range(0, len(things), ACROSS))
