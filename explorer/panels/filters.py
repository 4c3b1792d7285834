"""The filters of a picture: each offers what occurs in it, with counts; what is asked stands in chips above it."""

from collections.abc import Callable, Mapping

import streamlit as st

from cypher.facets import NONE, Asked, Facet, Facets
from cypher.facets.facet import RANGES
from cypher.model import Model
from cypher.results import Subgraph
from explorer.markdown import escape
from explorer.panels.filter_ranges import make_filter, show_amounts, show_months
from explorer.state.action import Action
from explorer.state.actions import (
    ClearFilter,
    HideLabel,
    HideType,
    ShowLabel,
    ShowType,
)
from explorer.state.filter_words import HELP, NAMES, describe_values
from explorer.state.offered_filters import list_offers
from explorer.state.scene import Scene
from explorer.state.seen import Seen
from ledger.text import count_things

Ask = Callable[[Action], None]
MOST_OFFERED = 300
"""Values that a browser is sent at once: those of most things."""
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
        sides = st.columns(2, gap="small")
        with sides[0]:
            _show_left_out("Kinds left out", kinds, scene.hidden_labels, (HideLabel, ShowLabel), f"{key}-kinds", ask)
        with sides[1]:
            _show_left_out(
                "Relationships left out", types, scene.hidden_types, (HideType, ShowType), f"{key}-types", ask
            )
        offered = [f for f in Facet if f not in RANGES and (len(list_offers(facets, f)) > 1 or f in asked)]
        for at, facet in enumerate(offered):
            with sides[at % 2]:
                _show_choices(facets, facet, asked.get(facet), f"{key}-{facet}", ask)
        if facets.amounts or Facet.AMOUNT in asked:
            show_amounts(facets, asked.get(Facet.AMOUNT), f"{key}-amount", ask)
        if facets.days:
            show_months(facets, asked.get(Facet.DATE), f"{key}-date", ask)


def show_asked(seen: Seen, scene: Scene, facets: Facets, ask: Ask) -> None:
    """What is asked, with how many nodes each leaves out by itself: one press takes it away."""
    if not scene.filters:
        return
    with st.container(horizontal=True, gap="small", key="asked-filters"):
        for asked in scene.filters:
            facet = NAMES[asked.facet]
            st.button(
                f"{facet}: {escape(describe_values(asked, facets))} :gray[({_count_out(seen, asked.facet)})]",
                key=f"asked-{asked.facet}",
                on_click=ask,
                args=(ClearFilter(str(asked.facet)),),
                icon=":material/close:",
                help="Take this filter away",
            )
        if len(scene.filters) > 1:
            st.button("Take all away", key="asked-all", on_click=ask, args=(ClearFilter(),), type="tertiary")
    barren = [NAMES[a.facet].lower() for a in scene.filters if _passes_none(seen, facets, a.facet)]
    if seen.is_nothing or barren:
        what = f"The filter by {' and by '.join(barren)}" if barren else "What is filtered and hidden together"
        st.warning(
            f"{what} lets nothing through. Take a filter away by a press on it, or undo (Ctrl+Z).",
            icon=":material/filter_alt_off:",
        )
    loose = len(seen.sifted.loose)
    if loose:
        st.caption(
            "1 more node is left out, since all that it was tied to is."
            if loose == 1
            else f"{loose:,} more nodes are left out, since all that they were tied to is."
        )


def _passes_none(seen: Seen, facets: Facets, facet: Facet) -> bool:
    there = facets.values.get(facet, {}).keys()
    return bool(there) and seen.sifted.by_facet.get(facet, frozenset()) >= there


def _count_out(seen: Seen, facet: Facet) -> str:
    out = seen.sifted.by_facet.get(facet, frozenset())
    edges = len(out & seen.edge_ids)
    nodes = f"{count_things(len(out) - edges, 'node')} left out"
    return f"{nodes}, {count_things(edges, 'relationship')}" if edges else nodes


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

    def follow() -> None:
        values = set(st.session_state[key])
        ask(make_filter(Asked(facet, frozenset(values - {NONE}), with_none=NONE in values)))

    def tell(value: str) -> str:
        offer = offers.get(value)
        return f"{offer.words} ({offer.count:,})" if offer else f"{value} (0)"

    st.session_state[key] = chosen
    st.multiselect(
        NAMES[facet], options, key=key, on_change=follow, format_func=tell, placeholder="any",
        help=HELP[facet] + (f" The {MOST_OFFERED} of most things are offered." if len(offers) > MOST_OFFERED else ""),
    )  # fmt: skip
