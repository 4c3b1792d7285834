"""Evidence as a reader sees it: which passages, of which articles, repeating whom; and where sources disagree."""

from collections.abc import Iterable, Mapping

import streamlit as st

from cypher.evidence import CitedPassage, ClaimView, DisputeView, ReadingView, read_claims, read_disputes, read_passages
from cypher.results import Value
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph

RANKS = {
    "preferred": ":green-badge[preferred]",
    "normal": ":gray-badge[normal]",
    "deprecated": ":red-badge[deprecated]",
}
BASIS = {
    "stated": "stated in so many words",
    "interpreted": "our reading of the words",
    "derived": "derived from other facts",
    "ours": "ours, not from the articles",
}


def show_evidence(here: ShownGraph, properties: Mapping[str, Value]) -> None:
    """The paraphrase, what it rests on, and every disagreement about it."""
    if properties.get("paraphrase"):
        st.markdown(escape(properties["paraphrase"]))
    _show_support(properties)
    _show_passages(read_passages(here.graph, properties.get("evidence", ()), here.data_set.name))
    show_disputes(here, properties.get("disputes", ()))


def show_disputes(here: ShownGraph, ids: Iterable[str]) -> None:
    """Each dispute with all its readings, the preferred ones first, each with its passages."""
    disputes = read_disputes(here.graph, ids, here.data_set.name)
    passages = _read_by_id(here, [e for d in disputes for r in d.readings for e in r.evidence])
    for dispute in disputes:
        _show_dispute(dispute, passages)


def show_claims(here: ShownGraph, node_id: str) -> None:
    """What the sources say of a node: purposes, plans, weights, descriptions."""
    claims = read_claims(here.graph, node_id, here.data_set.name)
    if not claims:
        return
    passages = _read_by_id(here, [e for c in claims for e in c.evidence])
    st.markdown("**What the sources say of it**")
    for claim in claims:
        _show_claim(claim, passages)


def _show_support(properties: Mapping[str, Value]) -> None:
    articles, origins = len(properties.get("articles", ())), len(properties.get("origins", ()))
    basis = BASIS.get(str(properties.get("basis")), "")
    if not articles:
        st.caption(basis)
        return
    colour = "orange" if origins == 1 else "blue"
    st.markdown(
        f":gray-badge[{articles} {_inflect(articles, 'article')}] "
        f":{colour}-badge[{origins} {_inflect(origins, 'independent origin')}] :small[{basis}]"
    )


def _show_passages(passages: tuple[CitedPassage, ...]) -> None:
    if passages:
        st.markdown("**Evidence**")
        st.markdown("\n".join(f"- {_cite(p)}" for p in passages))


def _cite(p: CitedPassage) -> str:
    same = p.origin == p.article
    whose = (
        "in its own words"
        if same
        else f"repeats *{escape(p.origin)}*" + (" (our inference)" if p.origin_basis == "derived" else "")
    )
    dated = f", {escape(p.date)}" if p.date else ""
    return f"**{escape(p.article)}**{dated}, {p.place}: {whose}"


def _show_dispute(dispute: DisputeView, passages: Mapping[str, CitedPassage]) -> None:
    with st.container(border=True):
        kind = escape(dispute.kind.replace("_", " "))
        st.markdown(f":orange[:material/balance:] **Sources differ** :small[({kind})]  \n{escape(dispute.question)}")
        for reading in dispute.readings:
            st.markdown(_format_reading(reading))
            st.caption(escape(reading.reason) + "  \n" + _list_places(reading.evidence, passages))


def _format_reading(reading: ReadingView) -> str:
    denies = "denied: " if reading.stance == "denies" else ""
    return f"{RANKS.get(reading.rank, '')} {denies}{escape(reading.says)}"


def _show_claim(claim: ClaimView, passages: Mapping[str, CitedPassage]) -> None:
    who = f" — says {escape(', '.join(claim.said_by))}" if claim.said_by else ""
    st.markdown(f":gray-badge[{escape(claim.topic)}] {escape(claim.says)}{who}")
    st.caption(_list_places(claim.evidence, passages))


def _list_places(ids: Iterable[str], passages: Mapping[str, CitedPassage]) -> str:
    return "; ".join(f"{escape(p.article)}, {p.place}" for i in ids if (p := passages.get(i)))


def _read_by_id(here: ShownGraph, ids: list[str]) -> dict[str, CitedPassage]:
    return {p.id: p for p in read_passages(here.graph, ids, here.data_set.name)}


def _inflect(number: int, word: str) -> str:
    return word if number == 1 else f"{word}s"
