"""A chooser of a parameter's values. A browser is sent only so many of them; the rest is found by typing."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import streamlit as st

from cypher.errors import GraphError
from cypher.internal import statement
from cypher.saved import Choice, Parameter, choices
from cypher.search import find
from cypher.search.unique import captions
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from ledger.glossary import spell_term

MOST_OFFERED = 500
"""Choices that a browser is sent at once: those with most rows."""
MOST_FOUND = 200
MOST_SOUGHT = 1_000
"""More than are offered, since what is found may not be among what can be chosen."""
ANY = "any"
"""What stands for a value that may be left out, and is."""
LONGEST = 200
"""Characters that may be typed."""


def show_chooser(here: ShownGraph, parameter: Parameter, caption: str, start: str, key: str, *, asked: bool) -> str:
    """The value that is chosen; `asked`: the address names the start, so that nothing else may take its place."""
    offered: Sequence[Choice] = _read_choices(here, parameter)
    if len(offered) > MOST_OFFERED:
        offered = _narrow(here, parameter, caption, offered, key, {start, str(st.session_state.get(key))})
    values = [*([""] if parameter.may_be_empty else []), *(c.value for c in offered)]
    told = {c.value: c.unique_caption + (f" ({c.rows:,})" if c.rows is not None else "") for c in offered}
    told[""] = ANY
    index = values.index(start) if start in values else 0 if values and not asked else None
    chosen = st.selectbox(caption, values, index=index, key=key, format_func=lambda v: told.get(v, v))
    return start if chosen is None else chosen


def _narrow(
    here: ShownGraph, parameter: Parameter, caption: str, offered: Sequence[Choice], key: str, kept: Collection[str]
) -> Sequence[Choice]:
    """Those that fit what is typed, else those with most rows; `kept` are offered always."""
    typed = st.text_input(f"Find: {escape(caption)}", key=f"{key}-typed", max_chars=LONGEST, icon=":material/search:")
    if typed and typed.strip():
        found = _find(here, parameter, offered, typed)
        if found is not None:
            st.caption(_describe_found(len(found), typed))
            return keep(found, offered, kept)
    st.caption(f"{len(offered) - MOST_OFFERED:,} more: type to find")
    return keep(pick_largest(offered), offered, kept)


def pick_largest(offered: Sequence[Choice]) -> list[Choice]:
    """Those with most rows, in the order in which all are offered."""
    by_rows = sorted(range(len(offered)), key=lambda at: (-(offered[at].rows or 0), at))
    return [offered[at] for at in sorted(by_rows[:MOST_OFFERED])]


def keep(some: Sequence[Choice], offered: Sequence[Choice], kept: Collection[str]) -> list[Choice]:
    """Some of those that are offered, and before them the kept ones that are not among them."""
    there = {c.value for c in some}
    return [*(c for c in offered if c.value in kept and c.value not in there), *some]


def _describe_found(number: int, typed: str) -> str:
    if not number:
        return f"Nothing to choose is called “{escape(typed)}”, nor nearly so."
    if number >= MOST_FOUND:
        return f"These are the {number:,} that fit best; there are more: go on typing"
    return f"{number:,} found: choose below"


def _find(here: ShownGraph, parameter: Parameter, offered: Sequence[Choice], typed: str) -> list[Choice] | None:
    """Of those that are offered, what fits, the best first; None where the search got no answer."""
    if not parameter.labels:
        return [c for c in offered if typed.strip().casefold() in c.caption.casefold()][:MOST_FOUND]
    try:
        ids = _find_ids(here.graph.server.uri, here.data_set.key, parameter.labels, typed, here)
    except GraphError as error:
        st.warning(f"The search got no answer: {escape(error)}", icon=":material/cloud_off:")
        return None
    by_id = {c.value: c for c in offered}
    return [by_id[i] for i in ids if i in by_id][:MOST_FOUND]


@st.cache_resource(show_spinner=False, max_entries=512)
def _find_ids(uri: str, version: str, labels: tuple[str, ...], typed: str, _here: ShownGraph) -> tuple[str, ...]:
    return tuple(node.id for node in find(_here.graph, typed, _here.data_set.name, _here.model, MOST_SOUGHT, labels))


def _read_choices(here: ShownGraph, parameter: Parameter) -> tuple[Choice, ...]:
    return _read_choices_once(here.graph.server.uri, here.data_set.key, parameter, here)


@st.cache_resource(show_spinner=False, max_entries=256)
def _read_choices_once(uri: str, version: str, parameter: Parameter, _here: ShownGraph) -> tuple[Choice, ...]:
    offered = choices(_here.graph, parameter, _here.data_set.name)
    evidence = set(parameter.labels) & set(_here.model.evidence_labels)
    return tuple(tell_kinds(offered, _read_kinds(_here, evidence, offered)) if evidence else offered)


def tell_kinds(offered: Sequence[Choice], kinds: Mapping[str, str]) -> Sequence[Choice]:
    """Each with what it is, an article, a document or who says it, where there are several kinds among them."""
    if len(set(kinds.values())) < 2:
        return offered
    made = captions([(c.caption, spell_term(kinds.get(c.value, "")), c.value) for c in offered])
    return [c.model_copy(update={"unique_caption": told}) for c, told in zip(offered, made, strict=True)]


def _read_kinds(here: ShownGraph, labels: Iterable[str], offered: Sequence[Choice]) -> dict[str, str]:
    asked = {"ids": [c.value for c in offered], "data_set": here.data_set.name}
    rows = [row for label in sorted(labels) for row in here.graph.rows(statement("nodes-by-id", label=label), asked)]
    return {node.id: str(node.properties.get("kind") or "") for (node, *_) in rows}
