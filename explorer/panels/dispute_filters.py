"""The row of filters above the list of disputes; each offers what the records have, and how many disputes have it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import streamlit as st

from cypher.disagreements import NOT_WEIGHED, WEIGHT_TERMS, DisputeFilter, ListedDispute, name_weight
from cypher.search.unique import captions
from explorer.panels.query_form import LONGEST_DAY
from explorer.shown_graph import ShownGraph
from ledger.glossary import GLOSSARY, spell_term
from ledger.ids import split_kind

ANY = "any"
LONGEST = 200
"""Characters that may be typed."""
MOST_OFFERED = 500
"""Choices that a browser is sent at once: those of most disputes."""
DAY_WIDTH = 200
"""Pixels in which a day and what it is for can be read."""
WIDTHS = (1.4, 2.5, 1, 1.2, 1, 1, 1)

Named = tuple[str, str, str]
"""What may be chosen: its id or term, its name, and what it is."""
CHOOSERS: Mapping[str, tuple[str, Callable[[ListedDispute], Iterable[Named]]]] = {
    "kind": ("Kind", lambda d: [(d.kind, spell_term(d.kind), "")]),
    "about": ("About", lambda d: [(t.id, t.name, t.label) for t in d.touches]),
    "mineral": ("Mineral", lambda d: [(i, name, "") for i, name in d.minerals]),
    "agency": ("Agency", lambda d: [(i, name, "") for i, name in d.agencies]),
    "source": ("Article", lambda d: [(i, name, "") for i, name in d.sources]),
}
"""By field of a filter, its heading, and what of a dispute it may be."""
HELP = {
    "about": "What a disagreement touches: the thing itself, or one end of a relationship that it is about.",
    "mineral": "Touched itself, or covered by a deal that is.",
    "agency": "Touched itself, or by a deal whose money it is or to which it is party.",
    "source": "An article on which one of the readings rests.",
}


def show_filters(here: ShownGraph, disputes: Sequence[ListedDispute], start: DisputeFilter) -> DisputeFilter:
    """Draw the row; `start` is what it holds when the page opens. Returns what it holds now."""
    words, weight, *others = st.columns(WIDTHS, gap="xsmall")
    with words:
        typed = st.text_input(
            "Words", key=_start(here, "words", start.words), max_chars=LONGEST, icon=":material/search:",
            placeholder="in question or readings",
        )  # fmt: skip
    with weight:
        weights = st.pills(
            "Weight", _list_weights(disputes, start), selection_mode="multi", format_func=spell_term,
            key=_start(here, "weights", list(start.weights)), help=GLOSSARY["weight"],
        )  # fmt: skip
    chosen = {}
    for column, (name, (heading, values)) in zip(others, CHOOSERS.items(), strict=True):
        with column:
            chosen[name] = _show_chooser(here, name, heading, [v for d in disputes for v in values(d)], start)
    return DisputeFilter(weights=tuple(w for w in WEIGHT_TERMS if w in weights), words=typed.strip(), **chosen)


def show_day(here: ShownGraph, start: str) -> str:
    """A field for the day as of which totals are; returns what is typed, empty for all that is known."""
    typed: str = st.text_input(
        "Totals as of", key=_start(here, "as-of", start), max_chars=LONGEST_DAY, label_visibility="collapsed",
        width=DAY_WIDTH, placeholder="totals as of, 2025-06-30", icon=":material/event:",
        help="Totals under each reading as of the end of a day, month or year. Empty: how far all has come.",
    )  # fmt: skip
    return typed.strip()


def clear_filters(here: ShownGraph) -> None:
    """Let every filter ask for nothing."""
    for name in ("words", *CHOOSERS):
        st.session_state[_key(here, name)] = ""
    st.session_state[_key(here, "weights")] = []


def _key(here: ShownGraph, name: str) -> str:
    return f"disputes-{name}-{here.set_hash}"


def _start(here: ShownGraph, name: str, value: object) -> str:
    """The key of a widget, which holds a value from the beginning."""
    key = _key(here, name)
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def _list_weights(disputes: Sequence[ListedDispute], start: DisputeFilter) -> list[str]:
    there = {name_weight(d.weight) for d in disputes} | set(start.weights)
    return [term for term in WEIGHT_TERMS if term != NOT_WEIGHED or term in there]


def _show_chooser(here: ShownGraph, name: str, heading: str, found: Sequence[Named], start: DisputeFilter) -> str:
    times = Counter(value for value, *_ in found)
    offered = {value: (value, called, kind) for value, called, kind in found}
    kept = {getattr(start, name), st.session_state.get(_key(here, name), "")} - {""}
    offered |= {value: (value, value, split_kind(value)) for value in kept if value not in offered}
    told = dict(_caption(offered.values(), times))
    shown = sorted(_largest(times, kept), key=lambda value: told[value].casefold())
    more = len(offered) - len(shown)
    chosen: str = st.selectbox(
        heading, ["", *shown], key=_start(here, name, getattr(start, name)),
        format_func=lambda value: told.get(value, value) if value else ANY,
        help=" ".join(filter(None, (HELP.get(name), f"{more:,} more are found by the address alone." if more else ""))),
    )  # fmt: skip
    return chosen


def _largest(times: Counter[str], kept: Iterable[str]) -> set[str]:
    return {value for value, _ in times.most_common(MOST_OFFERED)} | set(kept)


def _caption(offered: Iterable[Named], times: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    things = list(offered)
    made = captions([(called, kind, value) for value, called, kind in things])
    for (value, *_), caption in zip(things, made, strict=True):
        yield value, f"{caption} ({times.get(value, 0):,})"
