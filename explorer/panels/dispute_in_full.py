"""One dispute: what would change, its readings side by side, the totals under each, and what it touches."""

from collections.abc import Iterable, Iterator

import streamlit as st

from cypher.disagreements import ContestedClaim, DisputeInFull, FullReading, ListedDispute
from cypher.disagreements.words import describe_other_sums, describe_sort, list_moved, list_sum_changes
from explorer.markdown import escape
from explorer.panels.citations import link_place, list_places, tell_origin
from explorer.panels.dispute_badges import UNDECIDED, format_rank, format_weight
from explorer.panels.network_links import link_to_network
from explorer.shown_graph import ShownGraph
from ledger.dates import format_date
from ledger.glossary import GLOSSARY
from ledger.ids import split_ends
from ledger.text import count_things, shorten

NARROWEST = 250
"""Pixels that a reading needs beside another one."""
MOST_BESIDE = 3
"""Readings that stand side by side, where there is room; the others follow below."""
MOST_CHANGES = 4
"""Changes of a reading that are shown unfolded."""
LONGEST = 160
"""Characters of a reading that stand above its totals."""
TABLE_HEAD = "| Figure | As the graph shows it | As it would be |\n|---|---|---|"
HELP = "\n\n".join(f"**{word.capitalize()}**: {GLOSSARY[word]}" for word in ("weight", "disagreement", "rank"))


def show_in_full(here: ShownGraph, dispute: DisputeInFull, day: str | None = None) -> None:
    """Draw a dispute; `day`: that as of which its totals were read."""
    _show_head(dispute.listed)
    beside = max(1, min(MOST_BESIDE, len(dispute.readings)))
    with st.grid(beside, min_column_width=NARROWEST, key="dispute-readings"):
        for reading in dispute.readings:
            _show_reading(here, reading)
    _show_totals(dispute, day)
    _show_touched(here, dispute.listed)
    _show_claims(here, dispute.claims)
    st.caption(f"id: {escape(dispute.id)}")


def _show_head(dispute: ListedDispute) -> None:
    badges = [format_weight(dispute.weight), *(f":gray-badge[{escape(sort)}]" for sort in describe_sort(dispute))]
    badges += [UNDECIDED] if dispute.view.is_undecided else []
    st.markdown(" ".join(badges), help=HELP)
    st.markdown(f"#### {escape(dispute.question)}")
    if dispute.would_change:
        st.markdown(f":material/alt_route: **What would change:** {escape(dispute.would_change)}")
    if not dispute.readings:
        st.warning("It has no reading in these records.", icon=":material/error:")


def _show_reading(here: ShownGraph, reading: FullReading) -> None:
    with st.container(border=True, height="stretch"):
        st.markdown(_format_rank(reading))
        st.markdown(escape(reading.view.says))
        if reading.said_by:
            st.markdown(f":small[Says: {escape(', '.join(reading.said_by))}]")
        st.caption(f"**Why this rank:** {escape(reading.view.reason)}")
        st.caption("  \n".join(_format_evidence(here, reading)))
        if here.articles:
            st.caption(list_places(here, reading.view.evidence, {p.id: p for p in reading.passages}))
        if reading.changes:
            _show_changes(reading)


def _show_changes(reading: FullReading) -> None:
    """What would be otherwise in the graph; folded where it is long, so that the sums below stay in sight."""
    lines = "\n".join(f"- {escape(change)}" for change in reading.changes)
    if len(reading.changes) <= MOST_CHANGES:
        st.caption("**In the graph it would be otherwise:**\n\n" + lines)
        return
    with st.expander(f"{len(reading.changes)} things in the graph would be otherwise"):
        st.caption(lines)


def _format_rank(reading: FullReading) -> str:
    denies = " :red-badge[denied]" if reading.view.stance == "denies" else ""
    return format_rank(reading.view.rank) + denies


def _format_evidence(here: ShownGraph, reading: FullReading) -> Iterator[str]:
    """The passages by article, each article once, and whose words they repeat."""
    articles = dict.fromkeys((p.article, p.date) for p in reading.passages)
    told = dict.fromkeys(map(tell_origin, reading.passages))
    origins = count_things(len(reading.origins), "independent origin")
    yield f"**Rests on** {count_things(len(articles), 'article')}, {origins}:"
    for article, date in articles:
        passages = [p for p in reading.passages if (p.article, p.date) == (article, date)]
        dated = f", {format_date(date)}" if date else ""
        places = "; ".join(dict.fromkeys(link_place(here, p, p.place) for p in passages))
        whose = f", {' and '.join(dict.fromkeys(map(tell_origin, passages)))}" if len(told) > 1 else ""
        yield f"{escape(article + dated)}: {places}{whose}"
    if len(told) == 1:
        yield f":material/subdirectory_arrow_right: {next(iter(told))}"
    if missing := len(reading.view.evidence) - len({p.id for p in reading.passages}):
        yield f":orange[{count_things(missing, 'passage')} that it names are not in the graph]"


def _show_totals(dispute: DisputeInFull, day: str | None) -> None:
    st.markdown(
        "**Totals under each reading" + (f", as of {escape(format_date(day))}**" if day else "**"),
        help="The sums of the deals that it is about, as the graph shows them and as they would be. Only what differs.",
    )
    told = [(reading, reading.outcome) for reading in dispute.readings if reading.outcome is not None]
    for reading, outcome in told:
        if outcome.problem:
            what = f":orange[cannot be worked out: {escape(outcome.problem)}]"
        else:
            what = _format_sums(dispute, reading)
        st.markdown(f":gray[If this held:] {escape(shorten(reading.view.says, LONGEST))}\n\n" + what)
    if not told:
        st.markdown(":gray[Changes no sum: no reading would change a figure, a party or a stage of a deal.]")


def _format_sums(dispute: DisputeInFull, reading: FullReading) -> str:
    """The figures that would be others as a table, and the deals that would stand elsewhere below it."""
    rows = [
        f"| {escape(change.group)}, {escape(change.figure)} | {escape(change.before)} | **{escape(change.after)}** |"
        for change in list_sum_changes(dispute, reading)
    ]
    moved = [f"- {escape(line)}" for line in list_moved(dispute, reading)]
    parts = ["\n".join([TABLE_HEAD, *rows]) if rows else "", "\n".join(moved)]
    other = describe_other_sums(dispute, reading)
    if not any(parts):
        return f"Changes no sum of all these deals, but {other}." if other else "Changes no sum."
    return "\n\n".join(filter(None, (*parts, other and f"S{other[1:]}.")))


def _show_touched(here: ShownGraph, dispute: ListedDispute) -> None:
    lines = [f"- {escape(t.label)}: {link_to_network(here, t.name, t.id, [t.id])}" for t in dispute.subjects]
    lines += [f"- {line}" for line in _list_relationships(here, dispute)]
    if lines:
        st.markdown("**What it touches** :small[:gray[a click opens the network]]\n\n" + "\n".join(lines))


def _show_claims(here: ShownGraph, claims: Iterable[ContestedClaim]) -> None:
    """What is claimed of what it touches, and rests on the same passages: what a claim is of once, its claims below."""
    by_node: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        by_node.setdefault((claim.name, claim.node), []).append(claim.says)
    lines = []
    for (name, node), said in by_node.items():
        lines += [f"- {link_to_network(here, name, node, [node])}", *(f"    - {escape(says)}" for says in said)]
    if lines:
        st.markdown(
            "**What is claimed on the same passages**\n\n" + "\n".join(lines),
            help="Claims on what it touches that rest on a passage of one of its readings: not settled either.",
        )


def _list_relationships(here: ShownGraph, dispute: ListedDispute) -> Iterator[str]:
    there = {t.id: t for t in dispute.touches}
    for relationship in dispute.relationships:
        ends = split_ends(relationship) or ("", "")
        if not all(end in there for end in ends):
            yield f"Relationship: {escape(relationship)}"
            continue
        start, end = (there[i] for i in ends)
        reads = here.model.reads(relationship.split("|")[1])
        yield f"Relationship: {link_to_network(here, f'{start.name} {reads} {end.name}', relationship, ends)}"
