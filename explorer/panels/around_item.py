"""What a panel says around an item: its neighbours by type, the Cypher that shows it, and all of it as a table."""

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from cypher.exports.csv_text import to_csv
from cypher.exports.item_cypher import edge_cypher, node_cypher
from cypher.mentions import read_mentions
from cypher.model import Model
from cypher.neighbour_groups import NeighbourGroup
from cypher.results import GraphEdge, GraphNode, Subgraph, Table
from cypher.views.network import node_rows
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from ledger.glossary import explain, spell_term

FIELD_COLUMNS = ("field", "value", "meaning")


def show_neighbours(groups: Sequence[NeighbourGroup], shown: Subgraph, model: Model) -> None:
    """Each type and role with how many neighbours there are, and how many of them are in the picture."""
    if not groups:
        return
    there = {n.id for n in shown.nodes}
    ties = _count_shown(shown)
    st.markdown("**Tied to**", help="All that the records have, by type of relationship; bold is in the picture.")
    st.markdown("\n".join(f"- {_write_group(group, there, ties, model)}" for group in groups))


def _count_shown(shown: Subgraph) -> dict[tuple[str, str, bool, str], set[str]]:
    """By node, type, direction and role, the neighbours that the picture has."""
    found: dict[tuple[str, str, bool, str], set[str]] = {}
    for e in shown.edges:
        found.setdefault((e.start, e.type, True, e.role), set()).add(e.end)
        found.setdefault((e.end, e.type, False, e.role), set()).add(e.start)
    return found


def _write_group(
    group: NeighbourGroup, there: set[str], ties: dict[tuple[str, str, bool, str], set[str]], model: Model
) -> str:
    known = model.find_relationship_type(group.type)
    several = len(known.roles) > 1 if known else bool(group.role)
    role = f" :gray-badge[{escape(spell_term(group.role))}]" if several and group.role else ""
    names = ", ".join(f"**{escape(name)}**" if i in there else escape(name) for i, name in group.named)
    more = f" and {group.count - len(group.named):,} more" if group.count > len(group.named) else ""
    way = "" if group.is_out else " (towards it)"
    return f":gray[{escape(model.reads(group.type))}{way}] {group.count:,}{role}: {names}{more}"


def show_cypher(here: ShownGraph, item: GraphNode | GraphEdge) -> None:
    """The statement that shows it in Neo4j Browser or cypher-shell, with its parameters."""
    name, model = here.data_set.name, here.model
    text = node_cypher(item.id, name, model) if isinstance(item, GraphNode) else edge_cypher(item, name, model)
    if text is None:
        return
    with st.expander("The Cypher that shows this", icon=":material/code:"):
        st.code(text, language="cypher", wrap_lines=True)
        st.caption("Paste it into Neo4j Browser or cypher-shell, connected to this graph.")


def show_as_table(here: ShownGraph, node: GraphNode, groups: Sequence[NeighbourGroup]) -> None:
    """The node field by field, and taken along as CSV."""
    with st.expander("As a table", icon=":material/table:"):
        table = make_field_table(here, node, groups)
        rows = [dict(zip(("field", "value"), row, strict=False)) for row in table.rows]
        st.dataframe(rows, hide_index=True, height="auto")
        st.download_button(
            "This node as CSV",
            data=partial(to_csv, table),
            file_name=f"{node.id.replace('/', '-')}.csv",
            mime="text/csv",
            icon=":material/download:",
            type="tertiary",
        )


def make_field_table(here: ShownGraph, node: GraphNode, groups: Iterable[NeighbourGroup]) -> Table:
    """A row a field, as the table of nodes has them, then the passages, then a row for each group of neighbours."""
    one = Subgraph((node,))
    own = node_rows(one, here.model, read_mentions(here.graph, one, here.data_set.name, here.model))
    fields = [(name, value) for name, value in zip(own.columns, own.rows[0], strict=True) if value not in (None, "")]
    fields += [("evidence", "; ".join(node.texts("evidence")))] if node.texts("evidence") else []
    rows = [(spell_term(name), value, explain(name) or "") for name, value in fields]
    for group in groups:
        names = "; ".join(name for _, name in group.named)
        more = f"; and {group.count - len(group.named):,} more" if group.count > len(group.named) else ""
        way = "" if group.is_out else " (towards it)"
        rows.append((f"{here.model.reads(group.type)}{way}", names + more, spell_term(group.role)))
    return Table(FIELD_COLUMNS, tuple(rows))
