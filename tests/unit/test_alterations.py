"""What a reading would change comes back from the graph as it was written; what somebody else left is refused."""

import pytest

from ledger.alterations import Addition, Alteration, BadAlteration, Removal, Setting, read_alteration, write_alteration

PART = Addition({"type": "PART_OF", "from": "deal/a", "to": "deal/b", "role": "part"})
DEAL = Addition({"id": "deal/new", "name": "Étude “A”", "stage": "signed"})


@pytest.mark.parametrize(
    "alteration", [Setting("deal/x", {"stage": "signed"}), PART, DEAL, Removal("deal/a|FUNDS|b|c")]
)
def test_an_alteration_comes_back_as_it_was_written(alteration: Alteration) -> None:
    assert read_alteration(write_alteration(alteration)).written() == alteration.written()


def test_an_addition_is_a_relationship_or_a_node() -> None:
    assert (PART.is_link, DEAL.is_link) == (True, False)
    assert (DEAL.text("name"), DEAL.text("amount")) == ("Étude “A”", "")


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "1", "{}", '{"remove": ""}', '{"remove": 4}', '{"set": "deal/x"}', '{"set": "deal/x", "to": {}}',
        '{"add": "deal/x"}', '{"remove": "deal/x", "and": "more"}', "[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_alteration_is_refused(text: str) -> None:
    with pytest.raises(BadAlteration):
        read_alteration(text)
