"""What one record stands for: nodes, relationships and claims, and who lends its evidence to whom."""

import pytest

from cypher.model import built_in_model
from loader.expand import expand
from loader.records import Link, Node, Problem, RawRecord, Where

WHERE = Where("records.yaml", 7)
COUNTRY: dict[str, object] = {"id": "country/AA", "name": "Atlantis", "says": "Takes part.", "evidence": ["paper:1"]}
TALKS: dict[str, object] = {"type": "ATTENDS", "to": "event/talks", "role": "participant"}


def expanded(fields: dict[str, object]) -> list[Node | Link | Problem]:
    return list(expand(RawRecord(WHERE, fields), built_in_model()))


def links(*written: dict[str, object], **more: object) -> list[Link | Problem]:
    return [item for item in expanded(COUNTRY | {"links": list(written)} | more) if not isinstance(item, Node)]


def one_link(**more: object) -> Link:
    (link,) = links(TALKS | more)
    assert isinstance(link, Link), link
    return link


def refused(**more: object) -> str:
    (problem,) = links({k: v for k, v in (TALKS | more).items() if v is not None})
    assert isinstance(problem, Problem), problem
    return str(problem)


def test_a_record_is_the_missing_end_of_its_links() -> None:
    assert one_link().id == "country/AA|ATTENDS|event/talks|participant"
    (link,) = links({"type": "PARTY_TO", "from": "agency/bank", "role": "signatory"})
    assert isinstance(link, Link)
    assert (link.start, link.end) == ("agency/bank", "country/AA")


def test_a_list_of_ends_stands_for_one_link_each() -> None:
    found = links(TALKS | {"to": ["event/talks", "event/more-talks"]})
    assert [x.end for x in found if isinstance(x, Link)] == ["event/talks", "event/more-talks"]


def test_a_link_by_itself_may_name_lists_at_both_ends() -> None:
    ends = {"from": ["country/AA", "country/BB"], "to": ["event/x", "event/y"]}
    found = expanded(TALKS | ends | {"says": "Take part.", "evidence": ["paper:1"]})
    assert len({x.id for x in found if isinstance(x, Link)}) == 4


def test_a_link_rests_on_its_record_until_it_says_otherwise() -> None:
    assert one_link().properties["paraphrase"] == "Takes part."
    assert one_link().citations == ("paper:1",)
    own = one_link(says="Sat there.", evidence=["paper:9"])
    assert (own.properties["paraphrase"], own.citations) == ("Sat there.", ("paper:9",))


def test_a_role_may_be_left_out_only_where_there_is_one() -> None:
    (link,) = links({"type": "AGENCY_OF", "from": "agency/bank"})
    assert isinstance(link, Link)
    assert link.role == "public_body"
    assert links({"type": "ATTENDS", "to": "event/talks"})[0].role == ""  # type: ignore[union-attr]


def test_links_that_nobody_could_place_or_verify_are_refused() -> None:
    both = refused(**{"from": "country/BB"})
    assert both == "records.yaml:7: links.ATTENDS: names both ends; leave out the one that is country/AA"
    assert "links.ATTENDS: names no other end; write `from:` or `to:` with an id" in refused(to=None)
    assert "names no other end" in refused(to=[])
    assert "has says without evidence, or evidence without says; write both or neither" in refused(says="Sat there.")
    assert "write both or neither" in refused(evidence=["paper:1"])
    assert "write both or neither" in refused(evidence=["paper:1"], basis="ours")


def test_a_link_of_ours_says_why_and_needs_no_evidence() -> None:
    link = one_link(says="Follows from its name.", basis="ours")
    assert (link.citations, link.properties["basis"]) == ((), "ours")


def test_an_amount_becomes_value_unit_and_qualifier() -> None:
    node = expanded(COUNTRY | {"id": "deal/x", "amount": "up to USD 10 billion"})[0]
    assert isinstance(node, Node)
    found = {k: v for k, v in node.properties.items() if k.startswith("amount")}
    assert found == {"amount_value": "10000000000", "amount_unit": "USD", "amount_qualifier": "up_to"}


def test_a_claim_is_a_node_about_its_owner_with_its_speakers_and_passages() -> None:
    claim = {"key": "goal", "topic": "purpose", "says": "To help.", "evidence": ["paper:1", "paper:2.1"]}
    node, *found = expanded(COUNTRY | {"claims": [claim | {"by": ["agency/bank"]}]})[1:]
    assert isinstance(node, Node)
    assert (node.id, node.citations) == ("claim/country/AA/goal", ("paper:1", "paper:2.1"))
    assert {(x.type, x.end) for x in found if isinstance(x, Link)} == {
        ("ABOUT", "country/AA"),
        ("SAID_BY", "agency/bank"),
        ("RESTS_ON", "passage/paper/1"),
        ("RESTS_ON", "passage/paper/2.1"),
    }


def test_a_dispute_is_its_question_with_a_claim_for_each_reading() -> None:
    reading = {"key": "ten", "says": "Ten.", "rank": "preferred", "reason": "closest", "evidence": ["paper:1"]}
    rival = reading | {"key": "eleven", "rank": "normal", "stance": "denies"}
    concerns = ["event/talks", "country/AA|ATTENDS|event/talks|participant"]
    record = {"id": "dispute/n", "question": "How many?", "kind": "number", "concerns": concerns}
    items = expanded(record | {"readings": [reading, rival]})
    nodes = {n.id: n.properties for n in items if isinstance(n, Node)}
    assert nodes["dispute/n"]["concerned_relationships"] == concerns[1:]
    assert nodes["claim/dispute/n/eleven"]["stance"] == "denies"
    tied = {(x.start, x.type, x.end) for x in items if isinstance(x, Link)}
    assert ("dispute/n", "CONCERNS", "event/talks") in tied
    assert ("claim/dispute/n/ten", "READING_OF", "dispute/n") in tied


READING: dict[str, object] = {"key": "a", "says": "A.", "rank": "preferred", "reason": "R.", "evidence": ["paper:1"]}
DISPUTE: dict[str, object] = {"id": "dispute/n", "question": "What?", "kind": "number", "concerns": ["event/talks"]}


def disputed(*changes: dict[str, object], **more: object) -> list[Node | Link | Problem]:
    rival = READING | {"key": "b", "rank": "normal", "evidence": ["paper:2"], "changes": list(changes)}
    return expanded(DISPUTE | {"readings": [READING, rival]} | more)


def test_a_disputed_relationship_leads_to_both_its_ends_that_are_facts() -> None:
    attends = "country/AA|ATTENDS|event/talks|participant"
    issued = "source/note|ISSUED_BY|agency/bank|issuer"
    items = disputed(concerns=["event/talks", attends, issued])
    ends = {x.end: x.role for x in items if isinstance(x, Link) and x.type == "CONCERNS"}
    assert ends == {"event/talks": "subject", "country/AA": "end", "agency/bank": "end"}


def test_a_dispute_says_what_hangs_on_it_and_who_is_at_odds() -> None:
    (dispute,) = [n for n in disputed(weight="decides", would_change="The sum.") if n.id == "dispute/n"]  # type: ignore[union-attr]
    assert isinstance(dispute, Node)
    told = {name: dispute.properties[name] for name in ("weight", "would_change", "disagreement")}
    assert told == {"weight": "decides", "would_change": "The sum.", "disagreement": "source_at_odds"}


def test_what_a_reading_would_change_is_kept_as_the_record_of_it_would_be() -> None:
    changes = (
        {"set": "deal/x", "to": {"amount": "up to 1.6 billion USD", "stage": "signed"}},
        {"add": {"type": "PART_OF", "from": "deal/a", "to": "deal/b"}},
        {"remove": "deal/y"},
        {"add": {"type": "PART_OF", "from": ["deal/c", "deal/d"], "to": "deal/b"}},
    )
    (claim,) = [n for n in disputed(*changes) if isinstance(n, Node) and n.id == "claim/dispute/n/b"]
    assert claim.properties["changes"] == [
        '{"set": "deal/x", "to": {"amount": "up to USD 1.6 billion", "stage": "signed"}}',
        '{"add": {"type": "PART_OF", "from": "deal/a", "to": "deal/b", "role": "part"}}',
        '{"remove": "deal/y"}',
        '{"add": {"type": "PART_OF", "from": "deal/c", "to": "deal/b", "role": "part"}}',
        '{"add": {"type": "PART_OF", "from": "deal/d", "to": "deal/b", "role": "part"}}',
    ]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"set": "deal/x"}, "has `set` with neither `to` nor `without`"),
        ({"remove": "deal/x", "to": {"stage": "signed"}}, "or one of these without `set`"),
        ({"remove": "deal/x", "add": {"type": "FUNDS"}}, "says not one thing"),
        ({"drop": "deal/x"}, "is no field"),
    ],
)
def test_what_is_no_change_is_told(change: dict[str, object], what: str) -> None:
    assert what in " ".join(str(p) for p in disputed(change) if isinstance(p, Problem))


DEAL: dict[str, object] = {"id": "deal/x", "name": "X", "says": "Lent.", "evidence": ["paper:1"], "instrument": "loan"}


def test_the_former_names_of_fields_are_still_read() -> None:
    today = {"stage": "approved", "whose_money": "private", "evidence_for": {"stage": ["paper:2"]}}
    before = {"rung": "approved", "funder_type": "private", "evidence_for": {"rung": ["paper:2"]}}
    assert expanded(DEAL | before) == expanded(DEAL | today)
    (node,) = expanded(DEAL | before)
    assert isinstance(node, Node)
    assert (node.properties["stage"], node.properties["stage_evidence"]) == ("approved", ["paper:2"])


def test_a_field_under_both_names_is_a_problem_at_its_line() -> None:
    fields = DEAL | {"stage": "approved", "rung": "signed"}
    (problem,) = expand(RawRecord(WHERE, fields, {("rung",): 9}), built_in_model())
    assert str(problem) == "records.yaml:9: rung: is written beside stage, its name today; keep stage alone"
