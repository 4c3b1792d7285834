"""What may be drawn as one: parallel relationships as a line, leaves of one node as a mark; neither hides a dispute."""

from hypothesis import given
from hypothesis import strategies as st

from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.layout import lay_out
from explorer.render.leaf_bundles import FEWEST, find_bundle, find_bundles
from explorer.render.parallel_lines import find_lines, group_lines, name_lines
from explorer.render.picture import draw_picture
from ledger.deals import Stage

MODEL = built_in_model()
EVENT = GraphNode("event/talks", "Event", {"id": "event/talks", "name": "The Talks"})


TYPES = st.sampled_from(["FUNDS", "LEADS", "JOINS"])


def country(number: int, **properties: str) -> GraphNode:
    return GraphNode(f"country/{number}", "Country", {"name": f"Country {number}", **properties})


def tie(start: str, kind: str, end: str, **properties: str) -> GraphEdge:
    return GraphEdge(f"{start}|{kind}|{end}|{properties.get('role', 'x')}", kind, start, end, dict(properties))


def talks(count: int) -> Subgraph:
    countries = tuple(country(n) for n in range(count))
    return Subgraph((EVENT, *countries), tuple(tie(c.id, "ATTENDS", EVENT.id) for c in countries))


def test_leaves_of_one_kind_and_type_at_one_node_are_told_in_words() -> None:
    (bundle,) = find_bundles(talks(12))
    assert bundle.name(MODEL) == "12 countries"
    assert bundle.says("The Talks", MODEL) == "each attends The Talks"
    assert [n.id for n in bundle.members] == sorted(f"country/{n}" for n in range(12))
    assert find_bundle(talks(12), bundle.id) == bundle
    assert find_bundle(talks(12), "event/talks") is None


def test_who_has_another_neighbour_is_no_leaf_and_another_tie_is_another_bundle() -> None:
    more = (
        tie("country/0", "HOSTS", EVENT.id),
        tie("country/1", "HOSTS", EVENT.id),
        tie("country/2", "HOSTS", EVENT.id),
        tie("country/3", "JOINS", "initiative/pact"),
    )
    pact = GraphNode("initiative/pact", "Initiative", {"name": "The Pact"})
    grown = talks(12).with_(Subgraph((pact,), more))
    by_ties = {bundle.words(MODEL): len(bundle.members) for bundle in find_bundles(grown)}
    assert by_ties == {"attends": 8, "attends, hosts": 3}


def test_a_few_leaves_are_no_crowd() -> None:
    assert find_bundles(talks(FEWEST - 1)) == ()
    assert len(find_bundles(talks(FEWEST))) == 1


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), TYPES), max_size=25))
def test_every_leaf_is_in_one_bundle_at_most_and_none_of_them_has_a_second_neighbour(
    links: list[tuple[int, int, str]],
) -> None:
    nodes = tuple(country(n) for n in range(7))
    subgraph = Subgraph(nodes).with_(
        Subgraph(edges=tuple(tie(f"country/{a}", kind, f"country/{b}") for a, b, kind in links))
    )
    members = [n.id for bundle in find_bundles(subgraph) for n in bundle.members]
    assert len(members) == len(set(members))
    for bundle in find_bundles(subgraph):
        for member in bundle.members:
            ends = {end for e in subgraph.edges if member.id in (e.start, e.end) for end in (e.start, e.end)}
            assert ends == {member.id, bundle.hub}
    grouped = [e.id for some in group_lines(subgraph.edges).values() for e in some]
    assert len(grouped) == len(set(grouped))
    assert all(e.start != e.end for e in subgraph.edges if e.id in grouped)


def test_relationships_between_the_same_two_are_one_line_whichever_way_they_point() -> None:
    there = (
        tie("agency/a", "FUNDS", "deal/d"), tie("agency/a", "PARTY_TO", "deal/d"), tie("deal/d", "GOES_TO", "agency/a"),
        tie("agency/a", "FUNDS", "deal/other"), tie("deal/d", "PART_OF", "deal/d"),
    )  # fmt: skip
    line = name_lines("deal/d", "agency/a")
    assert {e.id for e in group_lines(there)[line]} == {e.id for e in there[:3]}
    assert list(group_lines(there)) == [line]
    assert find_lines(Subgraph(edges=there), line) == group_lines(there)[line]
    assert find_lines(Subgraph(edges=there), "agency/a") == find_lines(Subgraph(edges=there), None) == ()


def test_a_picture_tells_of_each_line_what_is_disputed_and_what_binds_nobody() -> None:
    deals = tuple(
        GraphNode(f"deal/{stage}", "Deal", {"name": stage, "stage": stage})
        for stage in (Stage.SIGNED, Stage.INTENDED, "no stage of ours")
    )
    bank = GraphNode("agency/bank", "Agency", {"name": "Bank"})
    ties = tuple(
        tie("agency/bank", kind, deal.id, **({"disputes_weigh": "decides"} if kind == "FUNDS" else {}))
        for deal in deals
        for kind in ("FUNDS", "PARTY_TO")
    )
    subgraph = Subgraph((bank, *deals), ties)
    told = draw_picture(subgraph, lay_out(subgraph), MODEL).payload()["edges"]
    assert {(e["to"], e["binds"]) for e in told} == {
        (f"deal/{Stage.SIGNED}", True), (f"deal/{Stage.INTENDED}", False), ("deal/no stage of ours", True)
    }  # fmt: skip
    assert {(e["kind"], e["disputed"]) for e in told} == {("FUNDS", "decides"), ("PARTY_TO", "")}
    assert {e["lines"] for e in told} == {name_lines("agency/bank", deal.id) for deal in deals}


def test_the_mark_of_leaves_stands_where_one_of_them_would() -> None:
    subgraph = talks(12)
    positions = lay_out(subgraph)
    (told,) = draw_picture(subgraph, positions, MODEL).payload()["bundles"]
    assert (told["x"], told["y"]) in {positions[i] for i in told["members"]}
    assert (told["hub"], told["plural"], told["inward"]) == (EVENT.id, "countries", True)
