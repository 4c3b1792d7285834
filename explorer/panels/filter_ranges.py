"""The filters that have two ends: a figure of one unit, and the months in which a date may lie, with a histogram."""

from collections.abc import Callable, Mapping
from typing import Any, cast

import streamlit as st

from cypher.facets import Asked, Facet, Facets, write_asked
from explorer.markdown import escape
from explorer.state.action import Action
from explorer.state.actions import (
    ClearFilter,
    Filter,
)
from explorer.state.filter_words import HELP, NAMES
from explorer.state.offered_filters import Figures, count_by_month, count_untold, list_figures
from ledger.amounts import Amount, BadAmount, Qualifier, format_amount
from ledger.dates import format_date
from ledger.glossary import spell_term

Ask = Callable[[Action], None]
LONGEST = 60
"""Characters that may be typed for a figure."""


def make_filter(asked: Asked) -> Action:
    """The action that asks this, or that asks nothing of the facet any more where this asks nothing."""
    text = write_asked(asked)
    return Filter(str(asked.facet), text) if text else ClearFilter(str(asked.facet))


def show_amounts(facets: Facets, asked: Asked | None, key: str, ask: Ask) -> None:
    """A unit and two ends: nothing is asked until an end can be read, and what cannot is told."""
    figures = list_figures(facets)
    units = {f.unit: f for f in figures}
    offered = [*units, *([asked.unit] if asked and asked.unit not in units and asked.unit else [])]
    unit_key, low_key, high_key, none_key = (f"{key}-{name}" for name in ("unit", "low", "high", "none"))

    def follow() -> None:
        _take_amount(str(st.session_state[unit_key]), (low_key, high_key), none_key, key, ask)

    _begin(unit_key, asked.unit if asked and asked.unit else offered[0], asked, key)
    for name, end in ((low_key, asked.low if asked else None), (high_key, asked.high if asked else None)):
        _begin(name, "" if end is None or not asked else format_amount(end, asked.unit), asked, key)
    unit, low, high = st.columns([1.2, 1, 1], gap="small")
    with unit:
        st.selectbox(
            NAMES[Facet.AMOUNT], offered, key=unit_key, on_change=follow if asked else None, help=HELP[Facet.AMOUNT],
            format_func=lambda name: _tell_unit(name, units.get(name)),
        )  # fmt: skip
    for column, name, caption in ((low, low_key, "at least"), (high, high_key, "at most")):
        with column:
            st.text_input(caption, key=name, on_change=follow, max_chars=LONGEST, placeholder="5 million")
    _show_with_none(facets, Facet.AMOUNT, asked, none_key, follow)
    if problem := st.session_state.get(f"{key}-problem"):
        st.caption(f":red[{escape(problem)}]")


def _take_amount(unit: str, ends: tuple[str, str], none_key: str, key: str, ask: Ask) -> None:
    """Ask for what was typed; what cannot be read is told below the fields, and nothing is asked."""
    st.session_state[f"{key}-problem"] = None
    try:
        low, high = (_read_figure(str(st.session_state[name]), unit) for name in ends)
    except BadAmount as error:
        st.session_state[f"{key}-problem"] = str(error) + (f": {error.remedy}" if error.remedy else "")
        return
    if low is not None and high is not None and low > high:
        st.session_state[f"{key}-problem"] = "At least is more than at most: exchange them"
        return
    with_none = bool(st.session_state.get(none_key))
    is_range = low is not None or high is not None
    asked = Asked(Facet.AMOUNT, unit=unit if is_range else "", low=low, high=high, with_none=with_none and is_range)
    ask(make_filter(asked))


def _read_figure(typed: str, unit: str) -> int | None:
    """A figure as it is typed, with its unit or without; raises BadAmount."""
    text = typed.strip()
    if not text:
        return None
    forms = (text, f"{unit} {text}", f"{text} {unit}")
    for form in forms:
        try:
            amount = Amount.parse(form)
        except BadAmount:
            continue
        if amount.unit == unit and amount.qualifier is Qualifier.EXACT and amount.value is not None:
            return amount.value
    raise BadAmount(f"“{text}” is no figure in {unit}", "write it as 5 million or 250,000")


def show_months(facets: Facets, asked: Asked | None, key: str, ask: Ask) -> None:
    """A slider over the months from the first to the last, above a column for each."""
    counts = count_by_month(facets)
    months = list(counts)
    none_key = f"{key}-none"
    if len(months) < 2:
        return

    def follow() -> None:
        first, last = cast("tuple[str, str]", st.session_state[key])
        is_all = (first, last) == (months[0], months[-1])
        with_none = bool(st.session_state.get(none_key))
        ask(make_filter(Asked(Facet.DATE, first="" if is_all else first, last="" if is_all else last,
                               with_none=with_none and not is_all)))  # fmt: skip

    first = asked.first if asked and asked.first in counts else months[0]
    last = asked.last if asked and asked.last in counts else months[-1]
    st.session_state[key] = (first, last)
    st.select_slider(
        NAMES[Facet.DATE], months, (first, last), key=key,  # a pair: else it is read back as one month
        on_change=follow, format_func=lambda month: str(format_date(month)),
        help=HELP[Facet.DATE],
    )  # fmt: skip
    _draw_months(counts, first, last)
    _show_with_none(facets, Facet.DATE, asked, none_key, follow)


def _draw_months(counts: Mapping[str, int], first: str, last: str) -> None:
    """A column a month, dark where it is asked for; told in words for who does not see it."""
    most = max(counts.values())
    # of plain boxes: Streamlit takes every SVG out of such a text
    bars = "".join(
        f'<div title="{format_date(month)}: {n}" style="flex:1;height:{100 * n / most:.2f}%;background:currentColor;'
        f'opacity:{0.75 if first <= month <= last else 0.2}"></div>'
        for month, n in counts.items()
    )
    fullest = max(counts, key=lambda month: counts[month])
    told = f"Dates by month: most, {most}, may lie in {format_date(fullest)}"
    st.html(
        f'<div role="img" aria-label="{told}" style="display:flex;align-items:flex-end;gap:2%;height:44px">{bars}</div>'
    )


def _show_with_none(facets: Facets, facet: Facet, asked: Asked | None, key: str, follow: Callable[[], None]) -> None:
    untold = count_untold(facets, facet)
    if untold:
        st.session_state[key] = bool(asked and asked.with_none)
        what = "a figure" if facet is Facet.AMOUNT else "a date"
        st.checkbox(
            f"also the {untold:,} without {what}", key=key, on_change=follow, disabled=asked is None,
        )  # fmt: skip


def _begin(key: str, value: Any, asked: Asked | None, group: str) -> None:
    """What a field holds follows the log, and what is typed stays until it asks for something that can be read."""
    marker = f"{key}-from"
    told = write_asked(asked) if asked else ""
    if st.session_state.get(marker) != told or key not in st.session_state:
        if not st.session_state.get(f"{group}-problem"):
            st.session_state[key] = value
        st.session_state.setdefault(key, value)
        st.session_state[marker] = told


def _tell_unit(unit: str, figures: Figures | None) -> str:
    if figures is None:
        return f"{unit} (0)"
    return f"{spell_term(unit)} ({figures.count:,}, to {format_amount(figures.high, unit)})"
