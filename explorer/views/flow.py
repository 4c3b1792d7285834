"""A flow on a page: of the sum and to the ends that the reader chooses; its figures below, the rest beside."""

from collections.abc import Mapping

import streamlit as st

from cypher.saved import QueryAnswer
from cypher.views import FLOW
from cypher.views.bars import name_group
from cypher.views.doubts import MEANING, list_lower_sums
from cypher.views.flow import TO, Stream, list_streams, name_key
from cypher.views.totals import find_sums
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.views.beside import show_beside
from explorer.views.chart import SEE, choose_word, link_node, read_theme, show_chart, show_rows_with_evidence
from explorer.views.page_view import PageView, Write
from ledger.amounts import format_interval

SUM, END = "sum", "to"
WHAT_IT_IS = (
    "One unit, stage and side at a time. A band is as wide as its figure is at most, or at least where nothing ends "
    "it: dark where it is certain, light where it is not, grey for what a total holds beyond its named parts. What "
    "several fund or get together is one band, since no source splits it. Click a band to see its figure alone."
)
MOST_STREAMS = 90


def _show(here: ShownGraph, answer: QueryAnswer, address: Mapping[str, str], write: Write) -> None:
    from explorer.render.charts.flow_chart import draw_flow  # slow to import

    sums = find_sums(answer)
    groups = {name_key(group.key): group for group in sums.totals.groups}
    if not groups:
        st.info("No figure of these deals is in a sum, so that nothing flows.", icon=":material/info:")
        show_beside(here, sums)
        write(None)
        return
    key = f"flow-{answer.query.id}-{here.set_hash}"
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    with left:
        words = {named: name_group(group, sums.book) for named, group in groups.items()}
        named = _choose_sum(list(groups), address.get(SUM), words, key)
    with right:
        to = choose_word("To", TO, address.get(END), f"{key}-to")
    group = groups[named]
    streams = list_streams(group, sums.book, to)
    st.caption(WHAT_IT_IS)
    chosen = None
    if len(streams) > MOST_STREAMS:
        st.warning(f"{len(streams):,} figures are too many to read as a flow: see the rows.")
    else:
        drawn = draw_flow(streams, name_group(group, sums.book), group.key.unit, to, read_theme())
        chosen = show_chart(drawn, f"{key}-{list(groups).index(named)}-{to}")
    st.markdown(escape(f"Together, as the totals have it: {format_interval(group.interval, group.key.unit)}"))
    for row, interval in list_lower_sums(group):
        st.markdown(f":orange[{escape(f'{MEANING[row]}: {format_interval(interval, group.key.unit)}')}]")
    shown = [stream for stream in streams if chosen in (None, stream.mark)]
    show_rows_with_evidence([_make_row(here, stream, group.key.unit, to) for stream in shown])
    show_beside(here, sums)
    write(None, {SUM: named} | ({END: to} if to != TO[0] else {}))


def _choose_sum(names: list[str], asked: str | None, words: Mapping[str, str], key: str) -> str:
    """The sum that the reader chose, else the one of the address where there is such a one, else the firmest."""
    start = names.index(asked) if asked in names else 0
    chosen = st.selectbox("Which sum", names, index=start, format_func=lambda n: words.get(n, n), key=f"{key}-sum")
    if asked is not None and asked not in names:
        st.caption(escape(f"The sum that the address asks for is not in this answer: this is {words[chosen]}."))
    return str(chosen)


def _make_row(here: ShownGraph, stream: Stream, unit: str, to: str) -> dict[str, object]:
    return {
        "funded by": stream.begins.name,
        "deal": stream.name,
        "comes to": format_interval(stream.interval, unit),
        to: stream.ends.name,
        "note": stream.note or None,
        SEE: link_node(here, stream.deal),
    }


PAGE_VIEW = PageView(FLOW.name, _show, choices=(SUM, END))
