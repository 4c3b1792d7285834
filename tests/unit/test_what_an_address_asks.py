"""What an address asks of a picture, and does not get, is told."""

from types import SimpleNamespace
from typing import Any

import pytest

from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.panels.notices import as_sentence
from explorer.state import stale_links

DRAWN = Subgraph(
    (GraphNode("country/AA", "Country", {}), GraphNode("deal/pact", "Deal", {})),
    (GraphEdge("country/AA|PARTY_TO|deal/pact|signatory", "PARTY_TO", "country/AA", "deal/pact", {}),),
)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(stale_links, "present", lambda graph, ids, *_: frozenset(ids))
    there = {n.id for n in DRAWN.nodes} | {e.id for e in DRAWN.edges}
    monkeypatch.setattr(stale_links, "list_ever_shown", lambda here, scene: there)
    return SimpleNamespace(
        graph=None, data_set=SimpleNamespace(name="mine"), model=built_in_model(), guide=SimpleNamespace(occasions=())
    )


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ({"hide": "country/BB"}, "it hides country/BB, which is not in this picture"),
        ({"pin": "country/BB"}, "it pins country/BB, which is not in this picture"),
        ({"at": "country/BB@1@2"}, "it places country/BB, which is not in this picture"),
        ({"log": "1~~hcountry/BB"}, "it hides country/BB, which is not in this picture"),
        ({"log": "1~~xcountry/AA"}, "“xcountry/AA” is no action of a log of this version"),
        ({"log": "9~~hcountry/AA"}, "“9~~hcountry/AA” is no action of a log of this version"),
        ({"log": "1~~lContry"}, "there is no kind of node Contry (did you mean Country?)"),
        ({"log": "1~~ecountry/AA~FUND"}, "there is no relationship type FUND (did you mean FUNDS?)"),
    ],
)
def test_what_an_address_names_in_vain_is_told(here: Any, address: Any, says: str) -> None:
    came = stale_links.open_address(here, address)
    assert came.notices == (says,)


def test_what_is_in_the_picture_is_not_told(here: Any) -> None:
    edge = "country/AA|PARTY_TO|deal/pact|signatory"
    address = {"hide": f"country/AA,{edge}", "pin": "deal/pact", "at": "deal/pact@1@2", "set": "mine"}
    assert stale_links.open_address(here, address).notices == ()


def test_many_are_told_in_part(here: Any) -> None:
    notices = stale_links.open_address(here, {"hide": ",".join(f"country/X{n}" for n in range(20))}).notices
    assert len(notices) == 9
    assert notices[-1] == "12 more things that it hides, pins or places are not in this picture"


def test_an_id_at_the_beginning_of_a_notice_stays_as_it_is() -> None:
    assert as_sentence("country/KE is not in this answer") == "country/KE is not in this answer"
    assert as_sentence("there is no country/KE") == "There is no country/KE"
