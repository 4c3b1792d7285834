"""What a file comes to before anything is written: its first rows as cards and as a picture, and what is told of it."""

import streamlit as st

from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.import_port import ROWS_SHOWN, NodeMade, Told, Trial
from explorer.markdown import escape
from explorer.panels.import_questions import mark
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from explorer.render.standalone_html import write_legend_of_images
from explorer.render.still_picture import write_svg_file
from explorer.shown_graph import ShownGraph
from explorer.state.import_decisions import Begun, say_that_two_are_one, say_that_two_are_two
from ledger.dates import format_date
from ledger.glossary import spell_term
from ledger.text import count_things

MOST_ASKED = 20
TOLD_BY_NAME = ("name", "iso_alpha2")
DAYS = ("date", "since", "until")
TERMS = ("kind", "instrument", "stage", "whose_money")


def show_preview(here: ShownGraph, begun: Begun) -> None:
    """Cards, picture, problems and mapping, one at a time."""
    trial = begun.trial
    st.markdown("##### What comes of it")
    told = f"Problems ({trial.problems:,}) and warnings ({trial.warnings:,})"
    cards, picture, problems, mapping = st.tabs(["First rows", "Picture", told, "Mapping"])
    with cards:
        _show_cards(trial)
    with picture:
        _show_picture(here, trial)
    with problems:
        _show_told(begun)
    with mapping:
        st.caption("The same mapping serves `lodegraph import FILE --mapping FILE`.")
        st.download_button(
            "Mapping (YAML)", trial.mapping, f"{begun.file.name}.mapping.yaml", "text/plain",
            icon=":material/download:", on_click="ignore", key="import-mapping",
        )  # fmt: skip
        st.code(trial.mapping, language="yaml", wrap_lines=True)


def _show_cards(trial: Trial) -> None:
    """The first rows that can be brought in, each with all that it names and tells."""
    places = list(dict.fromkeys(place for node in trial.nodes for place in node.places))
    if not places:
        st.info("No row can be brought in yet.", icon=":material/inbox:")
        return
    names = {node.id: node.name for node in trial.nodes}
    for sheet, row in sorted(places)[:ROWS_SHOWN]:
        with st.container(border=True):
            of = f"sheet {escape(sheet)}, " if sheet else ""
            lines = [f"**{of}{'entity of line' if trial.are_entities else 'row'} {row}**"]
            here = [node for node in trial.nodes if (sheet, row) in node.places]
            lines += [_write_node(node) for node in sorted(here, key=lambda n: n.label != "Deal")]
            lines += [
                f"- {escape(names[link.start])} `{link.type}` {escape(names[link.end])}"
                + (f" :gray[{escape(spell_term(link.role))}]" if link.role else "")
                for link in trial.links
                if (sheet, row) in link.places and {link.start, link.end} <= names.keys()
            ]
            st.markdown("\n".join(lines))


def _write_node(node: NodeMade) -> str:
    said = [
        f"{escape(name.replace('_', ' '))} {escape(_write_value(name, value))}"
        for name, value in node.fields.items()
        if name not in TOLD_BY_NAME
    ]
    return f"- {escape(node.label)} **{escape(node.name)}**" + (f": {', '.join(said)}" if said else "")


def _write_value(name: str, value: str | list[str]) -> str:
    """A value as people write it."""
    if not isinstance(value, str):
        return ", ".join(value)
    if name in DAYS:
        return format_date(value)
    return spell_term(value) if name in TERMS else value


def _show_picture(here: ShownGraph, trial: Trial) -> None:
    """The nodes and relationships of the first rows, standing still."""
    if not trial.nodes:
        st.info("There is nothing to draw yet.", icon=":material/inbox:")
        return
    ids = {node.id for node in trial.nodes}
    nodes = tuple(GraphNode(n.id, n.label, {**n.fields, "name": n.name}) for n in trial.nodes)
    edges = tuple(
        GraphEdge(f"{k.start}|{k.type}|{k.end}|{k.role}", k.type, k.start, k.end, {"role": k.role})
        for k in trial.links
        if {k.start, k.end} <= ids
    )
    drawn = Subgraph(nodes, edges)
    picture = draw_picture(drawn, lay_out(drawn), here.model)
    title = f"The first rows: {count_things(len(nodes), 'node')}, {count_things(len(edges), 'relationship')}"
    st.image(write_svg_file(picture, title))
    st.html(write_legend_of_images(picture.legend))
    st.caption(f"{title}. The cards say the same in words.")


def _show_told(begun: Begun) -> None:
    """What keeps rows back, what is doubtful, and the questions whether two names are one."""
    trial = begun.trial
    if not trial.told:
        st.success("There is none.", icon=":material/check:")
        return
    _ask_of_names(begun)
    st.dataframe(
        [
            {
                "what it is": "problem" if one.is_problem else "warning", "sheet": one.sheet, "row": one.row or None,
                "column": one.column, "what": one.what, "what to do": one.remedy,
            }
            for one in trial.told
        ],
        hide_index=True, placeholder="",
    )  # fmt: skip
    if trial.problems + trial.warnings > len(trial.told):
        st.caption(f"The first {len(trial.told):,}; `lodegraph import FILE --problems FILE` writes all.")
    if trial.bad_rows:
        st.download_button(
            "Rows with problems (CSV), to be mended", trial.bad_rows, "bad-rows.csv", "text/csv",
            icon=":material/download:", on_click="ignore", key="import-bad-rows",
        )  # fmt: skip


def _ask_of_names(begun: Begun) -> None:
    asked: dict[tuple[str, str, str], Told] = {}
    for one in begun.trial.told:
        if one.alike:
            asked.setdefault(one.alike, one)
    for (name, own_id, first_id), one in list(asked.items())[:MOST_ASKED]:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(escape(f"Row {one.row}: {one.what}"))
            key = f"import-{begun.number}-alike-{mark(name, own_id, first_id)}"
            st.button("They are one", key=f"{key}-one", on_click=say_that_two_are_one, args=(name, first_id))
            st.button("They are two", key=f"{key}-two", on_click=say_that_two_are_two, args=(first_id, own_id))
