"""A value that somebody typed or put into an address is repeated so that one sees which, never at any length."""

import pytest

from cypher.errors import BadParameter
from cypher.model import built_in_model
from cypher.saved import Parameter, ParameterType, UnknownQuery, read_catalog, read_given
from cypher.saved.labels import label_for
from ledger.text import LONGEST, shorten

LONG = "x" * 5_000
CATALOG = read_catalog(built_in_model())
NODE = Parameter(name="node", type=ParameterType.NODE, meaning="a node", labels=("Deal",))
DEPTH = Parameter(name="depth", type=ParameterType.INTEGER, meaning="how deep", default=1, at_least=1, at_most=3)


def test_a_value_is_cut_and_put_on_one_line() -> None:
    assert shorten("a\nb") == "a b"
    assert len(shorten(LONG)) == LONGEST


@pytest.mark.parametrize(
    ("parameters", "given"), [((DEPTH,), {"depth": LONG}), ((DEPTH,), {"depth": "9" * 4_000}), ((DEPTH,), {LONG: 1})]
)
def test_a_long_parameter_is_named_in_short(parameters: tuple[Parameter, ...], given: dict[str, str | int]) -> None:
    with pytest.raises(BadParameter) as refused:
        read_given(parameters, given)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize("node", [LONG, f"country/{LONG}"])
def test_a_long_id_is_named_in_short(node: str) -> None:
    with pytest.raises(BadParameter) as refused:
        label_for(NODE, node, built_in_model())
    assert len(str(refused.value)) < 300


def test_a_long_name_of_a_query_is_named_in_short() -> None:
    with pytest.raises(UnknownQuery) as refused:
        CATALOG.get(LONG)
    assert LONG not in str(refused.value)
