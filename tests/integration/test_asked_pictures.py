"""Filters and paths on the shipped records: what they come to was worked out from the records' files by hand."""

import pytest

from cypher.connection import Graph
from cypher.facets import Asked, Facet, read_asked, read_facets, sift
from cypher.model import Walk, built_in_model
from cypher.network import read_facts
from cypher.paths import Ground, Routes, find_common, find_routes, find_surroundings, types_of
from cypher.results import Subgraph
from cypher.status import current_data_set
from tests.integration.servers import Server

MODEL = built_in_model()
SET = "critical-minerals-2026"
FROM_500_MILLION = {
    "deal/defense-korea-zinc-conditional-debt", "deal/defense-korea-zinc-debt", "deal/defense-vulcan-debt",
    "deal/dfc-brazil-rare-earths", "deal/dfc-kazakhstan-tungsten", "deal/dfc-orion", "deal/dfc-orion-outside",
    "deal/dfc-total", "deal/doe-battery-recycling", "deal/exim-letters", "deal/exim-reko-diq", "deal/exim-vault-loan",
    "deal/korea-zinc-outside-debt", "deal/korea-zinc-outside-money", "deal/us-support-six-months",
    "deal/vulcan-outside-equity",
}  # fmt: skip
"""Up to 10 billion and up to 700 million may be so much; more than 1 billion and more than 30 billion are."""
APPROVED = {
    "deal/exim-6k-additive", "deal/exim-amaero", "deal/exim-empire-state-mines", "deal/exim-iperionx",
    "deal/exim-reko-diq", "deal/exim-vault-loan",
}  # fmt: skip


@pytest.fixture(scope="module")
def everything(graph: Graph) -> Subgraph:
    """All that says something of the world, with the relationships between."""
    from cypher.network import among

    assert current_data_set(graph).name == SET
    return among(graph, [n.id for n in read_facts(graph, SET, MODEL, 1_000).nodes], SET, MODEL)


def stay(graph: Graph, shown: Subgraph, *filters: tuple[str, str]) -> set[str]:
    """The nodes that pass some filters."""
    asked = [read_asked(*one) for one in filters]
    assert None not in asked
    sifted = sift(shown, read_facets(graph, shown, SET, MODEL), [a for a in asked if a is not None])
    return {n.id for n in shown.nodes} - sifted.left_out


def of(kind: str, ids: set[str]) -> set[str]:
    return {i for i in ids if i.startswith(f"{kind}/")}


def test_of_a_stage_only_its_deals_stay_and_who_is_tied_to_something(graph: Graph, everything: Subgraph) -> None:
    left = stay(graph, everything, ("stage", "approved"))
    assert of("deal", left) == APPROVED
    assert {"agency/exim", "country/US", "initiative/project-vault"} <= left
    assert "company/glencore" not in left  # its only deal is signed


def test_of_a_mineral_its_kinds_stay_too(graph: Graph, everything: Subgraph) -> None:
    left = stay(graph, everything, ("mineral", "mineral/rare-earths"))
    assert of("mineral", left) == {"mineral/rare-earths", "mineral/heavy-rare-earths", "mineral/light-rare-earths"}
    assert of("deal", left) == {
        "deal/exim-letter-rare-earths", "deal/doe-rare-earth-center", "deal/dfc-brazil-rare-earths"
    }  # fmt: skip
    assert of("project", left) == {"project/rare-earth-demonstration-center"}
    heavy = stay(graph, everything, ("mineral", "mineral/heavy-rare-earths"))
    assert of("deal", heavy) == {"deal/dfc-brazil-rare-earths"}


def test_a_figure_passes_where_it_may_lie_and_in_its_unit_alone(graph: Graph, everything: Subgraph) -> None:
    assert of("deal", stay(graph, everything, ("amount", "USD:500000000.."))) == FROM_500_MILLION
    assert of("deal", stay(graph, everything, ("amount", "tons:60000.."))) == {"deal/dfc-copper-us"}
    none = of("deal", stay(graph, everything, ("amount", "none")))
    assert {"deal/doe-loans", "deal/us-peru-framework"} <= none
    assert none.isdisjoint(FROM_500_MILLION)


def test_a_window_passes_in_every_month_in_which_it_may_lie(graph: Graph, everything: Subgraph) -> None:
    left = stay(graph, everything, ("date", "2025-09..2025-10"))
    assert of("deal", left) == {
        "deal/exim-letters", "deal/us-frameworks-earlier", "deal/us-support-six-months", "deal/doe-trace-ga",
        "deal/defense-alcoa-sojitz-equity", "deal/defense-ambler-equity",
    }  # fmt: skip
    before_it_began = of("deal", stay(graph, everything, ("date", "2025-08..2025-08")))
    assert "deal/us-frameworks-earlier" not in before_it_began
    assert "deal/us-support-six-months" in before_it_began


def test_filters_of_several_facets_must_all_pass(graph: Graph, everything: Subgraph) -> None:
    left = stay(graph, everything, ("stage", "approved"), ("amount", "USD:20000000..30000000"))
    assert of("deal", left) == {"deal/exim-6k-additive", "deal/exim-amaero", "deal/exim-vault-loan"}


def test_of_a_source_relationships_are_asked_and_their_ends_stay(graph: Graph, everything: Subgraph) -> None:
    facets = read_facets(graph, everything, SET, MODEL)
    for source in facets.names:
        if not source.startswith("source/"):
            continue
        out = sift(everything, facets, [Asked(Facet.SOURCE, frozenset({source}))]).left_out
        kept = [e for e in everything.edges if e.id not in out]
        assert all(source in e.texts("articles") for e in kept)
        assert {end for e in kept for end in (e.start, e.end)}.isdisjoint(out)
        assert all(source in n.texts("articles") for n in everything.nodes if n.id not in out and not any(
            n.id in (e.start, e.end) for e in kept))  # fmt: skip


def test_every_value_that_is_told_keeps_something(graph: Graph, everything: Subgraph) -> None:
    facets = read_facets(graph, everything, SET, MODEL)
    for facet, there in facets.values.items():
        for value in {v for values in there.values() for v in values}:
            out = sift(everything, facets, [Asked(facet, frozenset({value}))]).left_out
            assert {i for i, values in there.items() if value in values}.isdisjoint(out), (facet, value)


def ask(graph: Graph, *ends: str, by: tuple[Walk, ...] = (), longer: int = 0, **filters: str) -> Routes:
    asked = tuple(a for f, v in filters.items() if (a := read_asked(f, v)))
    return find_routes(Ground(graph, SET, MODEL, types_of(MODEL, by), asked), ends, longer)


def test_the_only_shortest_path_between_two_is_found(graph: Graph) -> None:
    found = ask(graph, "company/glencore", "initiative/project-vault")
    assert [r.nodes for r in found.routes] == [(
        "company/glencore", "deal/glencore-orion-memorandum", "initiative/us-drc-strategic-partnership", "country/US",
        "person/donald-trump", "initiative/project-vault",
    )]  # fmt: skip
    assert {n.id for n in found.subgraph.nodes} == set(found.routes[0].nodes)
    assert (found.cut, found.unjoined, found.crowded, found.is_cut) == ((), (), (), False)


def test_what_may_be_walked_decides_and_none_is_said(graph: Graph) -> None:
    assert [r.nodes for r in ask(graph, "agency/dfc", "agency/exim").routes] == [
        ("agency/dfc", "country/US", "agency/exim")
    ]
    by_money = ask(graph, "agency/dfc", "agency/exim", by=(Walk.MONEY,))
    assert (by_money.routes, by_money.unjoined) == ((), (("agency/dfc", "agency/exim"),))
    assert ask(graph, "company/glencore", "company/glencore").routes == ()


def test_a_filter_on_the_way_stops_what_it_does_not_let_through(graph: Graph) -> None:
    assert ask(graph, "company/glencore", "initiative/project-vault", stage="signed").routes
    assert not ask(graph, "company/glencore", "initiative/project-vault", stage="approved").routes


def test_longer_paths_come_after_the_shortest_and_pass_nobody_twice(graph: Graph) -> None:
    found = ask(graph, "agency/exim", "initiative/project-vault", longer=2)
    lengths = [r.length for r in found.routes]
    assert lengths == sorted(lengths)
    assert all(len(set(r.nodes)) == len(r.nodes) for r in found.routes)
    assert [r.nodes for r in found.routes if r.length == 2] == [
        ("agency/exim", "deal/exim-vault-loan", "initiative/project-vault"),
        ("agency/exim", "person/exim-chairman", "initiative/project-vault"),
    ]


def test_paths_of_three_nodes_join_every_two(graph: Graph) -> None:
    found = ask(graph, "agency/exim", "initiative/project-vault", "company/glencore")
    ends = {frozenset((r.nodes[0], r.nodes[-1])) for r in found.routes}
    assert ends == {
        frozenset(p) for p in (("agency/exim", "initiative/project-vault"), ("agency/exim", "company/glencore"),
                               ("initiative/project-vault", "company/glencore"))
    }  # fmt: skip


def test_common_neighbours_are_those_of_all(graph: Graph) -> None:
    anything = Ground(graph, SET, MODEL, tuple(t for types in MODEL.walks.values() for t in types))
    assert [r.nodes for r in find_common(anything, ("agency/exim", "agency/dfc")).routes] == [("country/US",)]
    assert [r.nodes for r in find_common(anything, ("country/PK", "country/US")).routes] == [
        ("event/critical-minerals-ministerial",)
    ]
    assert not find_common(anything, ("agency/exim", "agency/dfc", "country/US")).routes


def test_surroundings_are_told_by_steps(graph: Graph) -> None:
    anything = Ground(graph, SET, MODEL, tuple(t for types in MODEL.walks.values() for t in types))
    found = find_surroundings(anything, "company/glencore", 2)
    assert {n for n, step in found.steps.items() if step == 1} == {"deal/glencore-orion-memorandum"}
    assert {n for n, step in found.steps.items() if step == 2} == {
        "company/orion-consortium", "country/CD", "initiative/us-drc-strategic-partnership", "mineral/cobalt",
        "mineral/copper", "person/christopher-landau",
    }  # fmt: skip
    assert not found.is_cut


def test_an_unknown_end_is_no_error(server: Server, graph: Graph) -> None:
    assert server
    found = ask(graph, "company/nobody", "agency/exim")
    assert (found.routes, found.unjoined) == ((), (("company/nobody", "agency/exim"),))
