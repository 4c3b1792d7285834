"""The panel beside a picture: whatever is selected, with its properties and evidence."""

from collections.abc import Mapping

import streamlit as st

from cypher.deals import UnreadableDeal, amount_of
from cypher.disagreements.other_sides import SIDE, read_other_sides
from cypher.fact_words import tell_node
from cypher.former_names import describe_former_names
from cypher.instruments import SPELL, describe_no_money
from cypher.mentions import read_funders, read_party_names
from cypher.model import Model, PropertyKind
from cypher.model.properties import AMOUNT
from cypher.neighbour_groups import read_neighbour_groups
from cypher.network import MOST_RELATIONSHIPS
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.markdown import escape, make_link
from explorer.panels.around_item import show_as_table, show_cypher, show_neighbours
from explorer.panels.evidence import show_claims, show_disputes, show_evidence
from explorer.panels.history import show_history
from explorer.render.style import is_gathered
from explorer.shown_graph import ShownGraph
from ledger.dates import format_date
from ledger.glossary import explain, spell_term
from ledger.text import shorten, spell_number

HIDDEN = {
    "id", "name", "paraphrase", "basis", "evidence", "articles", "origins", "disputes", "disputes_weigh", "data_set",
    "record_hash",
    "search_text", *(p.name for p in AMOUNT), "role", "gathered", "occasion",
    "former_names_since", "former_names_until",
}  # fmt: skip
ADDRESSES = ("url",)
"""Properties that are links on a page, where they are addresses of the web."""
PARTIES = ("money_of", "on_behalf_of", "ended_by")
"""Properties that name a party by its id."""
HINT = """\
**Click** a node or a line for its properties and evidence. **Double-click** a node for its neighbours.
**Right-click** for what else can be done, and by which key; **Ctrl+Z** takes it back.
**Shift-drag** selects all in a box, **Ctrl-click** one more.

Money points from the funder through the deal to whoever receives it; who signs points at what is signed.
An :orange[orange badge] counts the disagreements about it that decide; **d** on the picture offers more marks.
"""


def show_details(here: ShownGraph, shown: Subgraph, selected: str | None) -> None:
    """Details of the selected node or relationship, or how to get some."""
    node = next((n for n in shown.nodes if n.id == selected), None)
    edge = next((e for e in shown.edges if e.id == selected), None)
    if node is not None and is_gathered(node):
        _show_gathered(node)
    elif node is not None:
        _show_node(here, shown, node)
    elif edge is not None:
        _show_edge(here, shown, edge)
    elif selected and selected.startswith(SIDE):
        _show_side(here, shown, selected)
    else:
        st.markdown(HINT)
        if selected:
            st.caption(f"{escape(shorten(selected))} is not in this picture.")


def _show_node(here: ShownGraph, shown: Subgraph, node: GraphNode) -> None:
    st.markdown(f"#### {escape(here.model.name_of(node))}")
    kind = spell_term(str(node.properties.get("kind") or ""))
    st.caption(escape(node.label + (f", {kind}" if kind and kind != node.label.lower() else "")))
    groups = read_neighbour_groups(here.graph, node.id, here.data_set.name, here.model)
    names = _read_names(here, node)
    money_of = ", ".join(names.get(i, i) for i in node.texts("money_of"))
    if node.label == "Deal":
        _show_amount(node)
    st.markdown(escape(tell_node(node, groups, here.model, money_of)))
    if node.label == "Deal":
        _show_joint(here, node.id, "")
    show_evidence(here, node)
    if node.label == "Deal":
        show_history(here, node)
    show_claims(here, node.id)
    show_neighbours(groups, shown, here.model)
    _show_properties(node, here.model, names)
    show_cypher(here, node)
    show_as_table(here, node, groups)
    st.caption(f"id: {escape(node.id)}")


def _show_amount(item: GraphNode | GraphEdge) -> None:
    try:
        amount = amount_of(item)
    except UnreadableDeal as error:
        st.warning(f"Its figure cannot be read: {escape(error)}.", icon=":material/error:")
        return
    if amount is not None:
        st.markdown(f"##### {escape(amount)}")
    if isinstance(item, GraphNode) and (no_money := describe_no_money(item)):
        st.caption(escape(no_money))


def _show_joint(here: ShownGraph, deal: str, funder: str, has_share: bool = False) -> None:
    """Whose a figure is together, seen from the deal or from one of its funders: it is in full nobody's own."""
    funders = read_funders(here.graph, [deal], here.data_set.name).get(deal, {})
    others = [escape(name) for i, name in funders.items() if i != funder]
    if len(funders) > 1:
        whose = f"together with {', '.join(others)}" if funder else f"of {', '.join(others)} together"
        alone = "of which this share is its own" if has_share else "and in nobody's sum alone"
        st.markdown(f":orange[Joint]: {whose}. The figure is one, {alone}.")


def _show_edge(here: ShownGraph, shown: Subgraph, edge: GraphEdge) -> None:
    names = {n.id: here.model.name_of(n) for n in shown.nodes}
    reads = escape(here.model.reads(edge.type))
    role = escape(spell_term(edge.role))
    st.markdown(f"#### {escape(names[edge.start])}")
    st.markdown(f":gray[{reads}] :gray-badge[{role}]")
    st.markdown(f"#### {escape(names[edge.end])}")
    if edge.start.startswith("gathered/"):
        st.caption("Drawn for the countries gathered at its start: double-click them to see each with its evidence.")
        return
    if edge.type == "FUNDS":
        _show_amount(edge)
        has_share = any(edge.properties.get(name) is not None for name in ("amount_qualifier", "share"))
        _show_joint(here, edge.end, edge.start, has_share=has_share)
    _show_properties(edge, here.model, _read_names(here, edge))
    show_evidence(here, edge)
    show_cypher(here, edge)
    st.caption(f"id: {escape(edge.id)}")


def _show_side(here: ShownGraph, shown: Subgraph, selected: str) -> None:
    """The other side of a disputed line, with the dispute."""
    sides = read_other_sides(here.graph, shown, here.data_set.name)
    side = next((s for s in sides if s.id == selected), None)
    if side is None:
        st.caption("This line of another reading is not in this picture.")
        return
    names = {n.id: here.model.name_of(n) for n in shown.nodes}
    role = f" :gray-badge[{escape(spell_term(side.role))}]" if side.role else ""
    st.markdown(f"#### {escape(names[side.start])}")
    st.markdown(f":gray[{escape(here.model.reads(side.type))}]{role}")
    st.markdown(f"#### {escape(names[side.end])}")
    st.markdown(f":orange[Only if another reading held:] {escape(side.says)}")
    for name, value in side.fields:
        st.markdown(f":gray[{escape(spell_term(name))}] {escape(spell_term(value))}")
    show_disputes(here, [side.dispute])


def _show_gathered(node: GraphNode) -> None:
    st.markdown(f"#### {escape(node.name)}")
    occasion = escape(node.properties.get("occasion", "the event"))
    st.caption(f"Participants of {occasion} that have nothing else in these records. Double-click to show each.")
    st.markdown(escape(", ".join(sorted(node.texts("gathered")))))


def _read_names(here: ShownGraph, item: GraphNode | GraphEdge) -> dict[str, str]:
    """The names of the parties that its properties name by their ids."""
    ids = [i for name in PARTIES for i in item.texts(name)]
    return read_party_names(here.graph, ids, here.data_set.name, here.model)


def _show_properties(item: GraphNode | GraphEdge, model: Model, names: Mapping[str, str]) -> None:
    own = {k: v for k, v in item.properties.items() if k not in HIDDEN and not k.endswith("_evidence") and k != "kind"}
    if not own:
        return
    declared = model.find_label(item.label) if isinstance(item, GraphNode) else model.find_relationship_type(item.type)
    lines = []
    for name, value in own.items():
        known = declared.property(name) if declared else None
        listed = describe_former_names(item.properties) if name == "former_names" else value
        text = ", ".join(map(str, listed)) if isinstance(listed, list | tuple) else str(listed)
        if known and known.name in SPELL:
            text = SPELL[known.name](text)
        elif known and known.kind is PropertyKind.DATE:
            text = format_date(value)
        text = names.get(text, text) if name in PARTIES else text
        if isinstance(value, float):
            text = spell_number(value)
        shown = spell_term(text) if known and known.terms else text
        told = make_link(shown) if known and known.name in ADDRESSES else escape(shown)
        lines.append(f":gray[{escape(name.replace('_', ' '))}] {told}")
    meant = {name: said for name in own if (said := explain(name))}
    words = "\n\n".join(f"**{name.replace('_', ' ').capitalize()}**: {said}" for name, said in meant.items())
    st.markdown("  \n".join(lines), help=words or None)


def warn_if_cut(shown: Subgraph) -> None:
    """Say so when a picture is not the whole."""
    if shown.truncated:
        st.warning(
            f"There is more than {MOST_RELATIONSHIPS:,} relationships: this is a part.", icon=":material/content_cut:"
        )
