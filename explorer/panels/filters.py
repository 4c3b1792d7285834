"""The filters of a picture: each offers what occurs in it, with counts; what is asked stands in chips above it."""

from collections.abc import Callable, Mapping
from typing import Any, cast

import streamlit as st

from cypher.facets import NONE, Asked, Facet, Facets, write_asked
from cypher.facets.facet import RANGES
from cypher.model import Model
from cypher.results import Subgraph
from explorer.markdown import escape
from explorer.state.actions import Action, ClearFilter, Filter, HideLabel, HideType, ShowLabel, ShowType
from explorer.state.filter_words import NAMES, describe_values
from explorer.state.offered_filters import Figures, count_by_month, count_untold, list_figures, list_offers
from explorer.state.scene import Scene
from explorer.state.seen import Seen
from ledger.amounts import Amount, BadAmount, Qualifier, format_amount
from ledger.dates import format_date
from ledger.glossary import spell_term
from ledger.text import count_things

Ask = Callable[[Action], None]
LONGEST = 60
"""Characters that may be typed for a figure."""
MOST_OFFERED = 300
"""Values that a browser is sent at once: those of most things."""
HELP: Mapping[Facet, str] = {
    Facet.MINERAL: "Of deals, initiatives, measures, projects and minerals: with all that are a kind of it.",
    Facet.AGENCY: "Of deals: whose money it is, or who is party to it. Agencies with a deal in common stay.",
    Facet.STAGE: "Of deals.",
    Facet.INSTRUMENT: "Of deals.",
    Facet.WHOSE_MONEY: "Of deals.",
    Facet.AMOUNT: "Of deals, in one unit: others and those without a figure are left out. Up to, more than and ranges "
    "pass where they may lie.",
    Facet.DATE: "Of what has a date: a month or a window of time passes in every month in which it may lie.",
    Facet.SOURCE: "The articles that carry the evidence, of nodes and relationships.",
    Facet.ORIGINS: "Of nodes and relationships: articles that repeat one origin do not confirm one another.",
    Facet.DISPUTED: "Of nodes and relationships; a relationship has the disputes of the deals that it ties, too.",
}
INTRO = (
    "Who has something else is left out, and who is then tied to nothing. Nothing moves; undo takes every filter back, "
    "tables and downloads hold what is seen."
)


def show_filters(shown: Subgraph, scene: Scene, facets: Facets, model: Model, key: str, ask: Ask) -> None:
    """A button that opens all of them; `ask` is called with the action that a change of one comes to."""
    number = len(scene.filters) + bool(scene.hidden_labels) + bool(scene.hidden_types)
    with st.popover(f"Filter ({number})" if number else "Filter", icon=":material/filter_alt:", key="filters"):
        st.caption(INTRO)
        asked = {a.facet: a for a in scene.filters}
        kinds = {n.label: model.plural(n.label) for n in shown.nodes}
        types = {e.type: model.reads(e.type) for e in shown.edges}
        _show_left_out("Kinds left out", kinds, scene.hidden_labels, (HideLabel, ShowLabel), f"{key}-kinds", ask)
        _show_left_out("Relationships left out", types, scene.hidden_types, (HideType, ShowType), f"{key}-types", ask)
        for facet in Facet:
            if facet not in RANGES and facets.values.get(facet):
                _show_choices(facets, facet, asked.get(facet), f"{key}-{facet}", ask)
        if facets.amounts:
            _show_amounts(facets, asked.get(Facet.AMOUNT), f"{key}-amount", ask)
        if facets.days:
            _show_months(facets, asked.get(Facet.DATE), f"{key}-date", ask)


def show_asked(seen: Seen, scene: Scene, facets: Facets, ask: Ask) -> None:
    """What is asked, with how many nodes each leaves out by itself: one press takes it away."""
    if not scene.filters:
        return
    with st.container(horizontal=True, gap="small", key="asked-filters"):
        for asked in scene.filters:
            out = seen.sifted.by_facet.get(asked.facet, frozenset())
            st.button(
                f"{NAMES[asked.facet]}: {escape(describe_values(asked, facets))} :gray[({len(out):,} left out)]",
                key=f"asked-{asked.facet}",
                on_click=ask,
                args=(ClearFilter(str(asked.facet)),),
                icon=":material/close:",
                help="Take this filter away",
            )
        if len(scene.filters) > 1:
            st.button("Take all away", key="asked-all", on_click=ask, args=(ClearFilter(),), type="tertiary")
    if seen.is_nothing:
        st.warning(
            "Nothing in this picture passes all of this. Take a filter away by a press on it, or undo (Ctrl+Z).",
            icon=":material/filter_alt_off:",
        )
    elif seen.sifted.loose:
        told = "1 more node is" if len(seen.sifted.loose) == 1 else f"{len(seen.sifted.loose):,} more nodes are"
        st.caption(f"{told} left out, since all that it was tied to is." if told.startswith("1 ") else
                   f"{told} left out, since all that they were tied to is.")  # fmt: skip


def _show_left_out(
    caption: str,
    there: Mapping[str, str],
    out: tuple[str, ...],
    actions: tuple[type[HideLabel] | type[HideType], type[ShowLabel] | type[ShowType]],
    key: str,
    ask: Ask,
) -> None:
    """One change at a time: what is added is hidden, what is taken away is shown again."""
    hide, show = actions
    options = sorted({**{o: o for o in out}, **there}, key=lambda name: there.get(name, name).casefold())

    def follow() -> None:
        chosen = set(st.session_state[key])
        for name in chosen - {*out}:
            ask(hide(name))
        for name in {*out} - chosen:
            ask(show(name))

    st.session_state[key] = list(out)
    st.multiselect(
        caption, options, key=key, on_change=follow, placeholder="none",
        format_func=lambda name: there.get(name, name),
    )  # fmt: skip


def _show_choices(facets: Facets, facet: Facet, asked: Asked | None, key: str, ask: Ask) -> None:
    offers = {o.value: o for o in list_offers(facets, facet)}
    largest = sorted(offers, key=lambda value: -offers[value].count)[:MOST_OFFERED]
    chosen = [*sorted(asked.values), *([NONE] if asked.with_none else [])] if asked else []
    options = [*(v for v in chosen if v not in largest), *(v for v in offers if v in largest)]
    if len(offers) < 2 and not chosen:
        return

    def follow() -> None:
        values = set(st.session_state[key])
        ask(_make_action(Asked(facet, frozenset(values - {NONE}), with_none=NONE in values)))

    def tell(value: str) -> str:
        offer = offers.get(value)
        return f"{offer.words} ({offer.count:,})" if offer else f"{value} (0)"

    st.session_state[key] = chosen
    st.multiselect(
        NAMES[facet], options, key=key, on_change=follow, format_func=tell, placeholder="any",
        help=HELP[facet] + (f" The {MOST_OFFERED} of most things are offered." if len(offers) > MOST_OFFERED else ""),
    )  # fmt: skip


def _show_amounts(facets: Facets, asked: Asked | None, key: str, ask: Ask) -> None:
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
    ask(_make_action(asked))


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


def _show_months(facets: Facets, asked: Asked | None, key: str, ask: Ask) -> None:
    counts = count_by_month(facets)
    months = list(counts)
    none_key = f"{key}-none"
    if len(months) < 2:
        return

    def follow() -> None:
        first, last = cast("tuple[str, str]", st.session_state[key])
        is_all = (first, last) == (months[0], months[-1])
        with_none = bool(st.session_state.get(none_key))
        ask(_make_action(Asked(Facet.DATE, first="" if is_all else first, last="" if is_all else last,
                               with_none=with_none and not is_all)))  # fmt: skip

    first = asked.first if asked and asked.first in counts else months[0]
    last = asked.last if asked and asked.last in counts else months[-1]
    st.session_state[key] = (first, last)
    st.select_slider(
        NAMES[Facet.DATE], months, key=key, on_change=follow, format_func=lambda month: str(format_date(month)),
        help=HELP[Facet.DATE],
    )  # fmt: skip
    _draw_months(counts, first, last)
    _show_with_none(facets, Facet.DATE, asked, none_key, follow)


def _draw_months(counts: Mapping[str, int], first: str, last: str) -> None:
    """A column a month, dark where it is asked for; told in words for who does not see it."""
    most = max(counts.values())
    width = 100 / len(counts)
    bars = "".join(
        f'<rect x="{at * width:.3f}" y="{32 - 32 * n / most:.2f}" width="{width * 0.86:.3f}" height="{32 * n / most:.2f}" '
        f'fill="currentColor" opacity="{0.75 if first <= month <= last else 0.2}"><title>{format_date(month)}: {n}</title></rect>'
        for at, (month, n) in enumerate(counts.items())
    )
    fullest = max(counts, key=lambda month: counts[month])
    told = f"Dates by month: most, {most}, may lie in {format_date(fullest)}"
    st.html(
        f'<svg viewBox="0 0 100 32" preserveAspectRatio="none" role="img" aria-label="{told}" '
        f'style="width:100%;height:44px;display:block">{bars}</svg>'
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


def _make_action(asked: Asked) -> Action:
    text = write_asked(asked)
    return Filter(str(asked.facet), text) if text else ClearFilter(str(asked.facet))


def _tell_unit(unit: str, figures: Figures | None) -> str:
    if figures is None:
        return f"{unit} (0)"
    return f"{spell_term(unit)} ({figures.count:,}, to {format_amount(figures.high, unit)})"


def describe_out_of_sight(seen: Seen) -> str:
    """How much of a picture is not seen, as plain text; empty where all is."""
    if seen.is_all:
        return ""
    nodes, edges = count_things(seen.hidden_nodes, "node"), count_things(seen.hidden_edges, "relationship")
    return f"{nodes} and {edges} that are hidden or filtered away are left out"
