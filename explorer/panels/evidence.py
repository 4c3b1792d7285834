"""Evidence as a reader sees it: which passages, of which articles, repeating whom; and where sources disagree."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from cypher.citing import NARROWED
from cypher.disagreements.on_items import WeighedDispute, read_disputes_of_claims
from cypher.evidence import CitedPassage, ClaimView, DisputeView, ReadingView, read_claims, read_disputes, read_passages
from cypher.results import GraphEdge, GraphNode
from explorer.markdown import escape, link_to_page
from explorer.panels.citations import cite, list_places
from explorer.panels.dispute_badges import UNDECIDED, format_rank, format_weight
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import name_data_set
from ledger.disputes import Weight, describe_disagreement
from ledger.evidence import spell_basis
from ledger.glossary import GLOSSARY, spell_term
from ledger.text import count_things, shorten

DISAGREEMENTS = "disagreements"
"""The place in the address of the page on which each dispute is shown in full."""
SHARED = (
    "A claim is what a source says, not what is settled. Below it stand the disagreements about the same node that "
    "rest on a passage of the claim, the weightiest first."
)
MOST_BESIDE_A_CLAIM = 3
"""Disagreements that are named below a claim; how many more there are is said."""

BEST_FIRST = (
    "The passage nearest to the origin stands first: one that says itself whose words it has before one of which we "
    "infer it, and a sentence before a whole line."
)
FROM_YOUR_FILES = "The words below a place are read from your own file of the article. Nobody else gets them."


def show_evidence(here: ShownGraph, thing: GraphNode | GraphEdge) -> None:
    """The paraphrase, what it rests on, and every disagreement about it."""
    if thing.properties.get("paraphrase"):
        st.markdown(escape(thing.properties["paraphrase"]))
    _show_support(thing)
    cited = thing.texts("evidence")
    passages = read_passages(here.graph, cited, here.data_set.name)
    _show_passages(here, passages)
    _say_missing("passages", set(cited) - {p.id for p in passages})
    _show_narrowed(here, thing, set(cited))
    show_disputes(here, thing.texts("disputes"))


def show_disputes(here: ShownGraph, ids: Iterable[str]) -> None:
    """Each dispute with all its readings, the weightiest dispute and the preferred readings first."""
    wanted = tuple(ids)
    disputes = read_disputes(here.graph, wanted, here.data_set.name)
    _say_missing("disputes", set(wanted) - {d.id for d in disputes})
    passages = read_by_id(here, [e for d in disputes for r in d.readings for e in r.evidence])
    for dispute in disputes:
        _show_dispute(here, dispute, passages)


def show_claims(here: ShownGraph, node_id: str) -> None:
    """What the sources say of a node: purposes, plans, weights, descriptions; each with the disagreements that rest on
    the same passages, so that none is taken for settled."""
    claims = read_claims(here.graph, node_id, here.data_set.name, here.model)
    if not claims:
        return
    passages = read_by_id(here, [e for c in claims for e in c.evidence])
    contested = read_disputes_of_claims(here.graph, node_id, here.data_set.name, here.model)
    st.markdown("**What the sources say of it**", help=SHARED)
    for claim in claims:
        _show_claim(here, claim, passages, contested.get(claim.id, ()))


def _say_missing(what: str, ids: set[str]) -> None:
    """What is named and not there is no evidence, and must not go without a word."""
    if ids:
        named = escape(shorten(", ".join(sorted(ids)), 200))
        st.caption(f":orange[{len(ids)} of the {what} that it names are not in the graph:] {named}")


def _show_support(thing: GraphNode | GraphEdge) -> None:
    articles, origins = len(thing.texts("articles")), len(thing.texts("origins"))
    basis = spell_basis(thing.properties.get("basis"))
    if not articles:
        st.caption(basis)
        return
    colour = "orange" if origins == 1 else "blue"
    st.markdown(
        f":gray-badge[{articles} {_inflect(articles, 'article')}] "
        f":{colour}-badge[{origins} {_inflect(origins, 'independent origin')}] :small[{basis}]",
        help=f"**Origins**: {GLOSSARY['origins']}\n\n**Basis**: {GLOSSARY['basis']}",
    )


def _show_passages(here: ShownGraph, passages: tuple[CitedPassage, ...]) -> None:
    if not passages:
        return
    first, *rest = order_passages(passages)
    st.markdown("**Evidence**", help="\n\n".join((BEST_FIRST, FROM_YOUR_FILES) if here.articles else (BEST_FIRST,)))
    st.markdown(_list_cited(here, [first]))
    if rest:
        with st.expander(f"{count_things(len(rest), 'passage')} more"):
            st.markdown(_list_cited(here, rest))


def _list_cited(here: ShownGraph, passages: Iterable[CitedPassage]) -> str:
    return "\n".join("- " + cite(here, p).replace("\n\n", "\n\n  ") for p in passages)


def order_passages(passages: Iterable[CitedPassage]) -> list[CitedPassage]:
    """The nearest to the origin first: what says itself whose words it has before what we infer, a sentence before a
    whole line; then as they stand in the articles."""
    return sorted(passages, key=lambda p: (p.origin_basis == "derived", p.sentence is None))


def _show_narrowed(here: ShownGraph, thing: GraphNode | GraphEdge, shown: set[str]) -> None:
    """The passages of single properties; those that are not shown for the whole, with their words."""
    named = {name: thing.texts(name) for name in thing.properties if name.endswith(NARROWED)}
    passages = read_by_id(here, [i for ids in named.values() for i in ids]) if named else {}
    for name, ids in named.items():
        places = list_places(here, ids, passages, without_words=shown)
        st.caption(f"Its {escape(name.removesuffix(NARROWED).replace('_', ' '))} rests on: " + places)


def _show_dispute(here: ShownGraph, dispute: DisputeView, passages: Mapping[str, CitedPassage]) -> None:
    """What is asked and what would change stands open; the readings too where it decides, else folded."""
    with st.container(border=True):
        st.markdown(format_dispute(dispute), help=f"**Weight**: {GLOSSARY['weight']}\n\n**Rank**: {GLOSSARY['rank']}")
        if dispute.weight is Weight.DECIDES:
            _show_readings(here, dispute, passages)
        else:
            with st.expander(count_things(len(dispute.readings), "reading")):
                _show_readings(here, dispute, passages)
        st.caption(link_to_dispute(here, dispute.id, "What would change, and all of it side by side"))


def _show_readings(here: ShownGraph, dispute: DisputeView, passages: Mapping[str, CitedPassage]) -> None:
    for reading in dispute.readings:
        st.markdown(_format_reading(reading))
        st.caption(escape(reading.reason) + "  \n" + list_places(here, reading.evidence, passages))


def format_dispute(dispute: DisputeView) -> str:
    """Who is at odds with whom, how much hangs on it, the question, and what would change."""
    who, kind = describe_disagreement(dispute.disagreement), spell_term(dispute.kind)
    would_change = f"  \n:small[Would change: {escape(dispute.would_change)}]" if dispute.would_change else ""
    undecided = f" {UNDECIDED}" if dispute.is_undecided else ""
    head = f":orange[:material/balance:] **{who}** {format_weight(dispute.weight)}{undecided} :small[({escape(kind)})]"
    return f"{head}  \n{escape(dispute.question)}{would_change}"


def _format_reading(reading: ReadingView) -> str:
    denies = "denied: " if reading.stance == "denies" else ""
    return f"{format_rank(reading.rank)} {denies}{escape(reading.says)}"


def _show_claim(
    here: ShownGraph, claim: ClaimView, passages: Mapping[str, CitedPassage], disputes: Sequence[WeighedDispute]
) -> None:
    who = f" — says {escape(', '.join(claim.said_by))}" if claim.said_by else ""
    st.markdown(f":gray-badge[{escape(claim.topic)}] {escape(claim.says)}{who}")
    places = list_places(here, claim.evidence, passages)
    if not disputes:
        st.caption(places)
        return
    told, rest = disputes[:MOST_BESIDE_A_CLAIM], disputes[MOST_BESIDE_A_CLAIM:]
    lines = [
        f":orange[:material/balance:] {format_weight(d.weight)} {link_to_dispute(here, d.id, d.question)}" for d in told
    ]
    lines += [f"and {len(rest)} more of no greater weight"] if rest else []
    st.caption("  \n".join((places, *lines)))


def link_to_dispute(here: ShownGraph, dispute: str, text: str) -> str:
    """A text as a link to the page on which a dispute is shown in full."""
    return link_to_page(text, DISAGREEMENTS, name_data_set(here, {"dispute": dispute}))


def read_by_id(here: ShownGraph, ids: list[str]) -> dict[str, CitedPassage]:
    """Some passages by their ids."""
    return {p.id: p for p in read_passages(here.graph, ids, here.data_set.name)}


def _inflect(number: int, word: str) -> str:
    return word if number == 1 else f"{word}s"
