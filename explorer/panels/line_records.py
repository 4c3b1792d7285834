"""What rests on one line of an article, as far as it can be seen in the network with a link that leads there."""

from collections.abc import Iterable, Sequence

import streamlit as st

from cypher.citing import Citing
from cypher.evidence import CitedPassage
from explorer.markdown import escape
from explorer.panels.citations import format_words, tell_origin
from explorer.panels.network_links import link_to_network
from explorer.shown_graph import ShownGraph
from explorer.state.article_lines import Line
from ledger.ids import split_ends

MOST_RECORDS = 100
READING, CLAIM, DISPUTE = "claim/dispute/", "claim/", "dispute/"


def show_line_records(here: ShownGraph, line: Line | None) -> None:
    """The records of the line that the reader chose, sentence by sentence."""
    if line is None:
        st.markdown("**Click a line's number** for the records that rest on it.")
        return
    st.markdown(f"##### Line {escape(line.number)}")
    if not line.resting:
        st.markdown(format_reasons(line.reasons))
    for passage, records in line.resting:
        _show_resting(here, passage, records, differs=passage in line.differs)


def _show_resting(here: ShownGraph, passage: CitedPassage, records: Sequence[Citing], *, differs: bool) -> None:
    """A passage, whose words stand in the article beside it, with the records that rest on it."""
    place = f"Sentence {passage.sentence}" if passage.sentence else "The whole line"
    st.markdown(f"**{escape(place)}** :gray[{tell_origin(passage)}]")
    if differs:
        st.markdown(format_words(here, passage))
    ordered = sorted(records, key=_rank)
    st.markdown("\n".join(f"- {format_record(here, record)}" for record in ordered[:MOST_RECORDS]))
    if len(records) > MOST_RECORDS:
        st.caption(f"and {len(records) - MOST_RECORDS} more")


def _rank(record: Citing) -> int:
    """Things first, then disputes, what is said, and relationships."""
    if record.is_relationship:
        return 3
    return 2 if record.id.startswith(CLAIM) else 1 if record.id.startswith(DISPUTE) else 0


def format_record(here: ShownGraph, record: Citing) -> str:
    """What rests on a line, as a link to the network where it, or what it is about, can be seen there."""
    return _format_record(here, record) + format_narrowed(record.only_for)


def format_narrowed(properties: Sequence[str]) -> str:
    """Which properties alone rest on a line; nothing where all of a record does."""
    told = ", ".join(escape(name.replace("_", " ")) for name in properties)
    return f" :gray[(only its {told})]" if told else ""


def _format_record(here: ShownGraph, record: Citing) -> str:
    if ends := split_ends(record.id):
        return f"{link_to_network(here, record.name, record.id, ends)}: {escape(record.says)}"
    if record.id.startswith((CLAIM, DISPUTE)):
        kind = "Reading" if record.id.startswith(READING) else "Claim" if record.id.startswith(CLAIM) else "Dispute"
        about = ", ".join(link_to_network(here, name, node, (node,)) for node, name in record.about)
        return f"{kind}{f' about {about}' if about else ''}: {escape(record.says or record.name)}"
    return f"{link_to_network(here, record.name, record.id, (record.id,))}: {escape(record.says)}"


def format_reasons(reasons: Iterable[str]) -> str:
    """Why a line has no record."""
    told = "; ".join(escape(reason.rstrip(".")) for reason in reasons)
    return f":gray[*{told or 'No record rests on it'}.*]"
