"""What a program asks of disagreements with values of another type: the same kinds of errors as for a wrong name."""

from typing import Any, cast

import pytest

from cypher.errors import BadParameter, GraphError
from cypher.protocols import Reader
from lodegraph.library.disputes import get_dispute, list_weights

NO_GRAPH = cast(Reader, None)
"""Nothing is read of it."""


@pytest.mark.parametrize("strange", [3, None, ["decides", 3]])
def test_a_weight_that_is_no_text_is_refused_by_what_it_is(strange: Any) -> None:
    with pytest.raises(BadParameter, match="weight: name one or several"):
        list_weights(strange)


@pytest.mark.parametrize("several", ["decides", ["decides"], iter(["decides"])])
def test_one_weight_is_taken_as_a_text_or_in_a_list(several: Any) -> None:
    assert list_weights(several) == ("decides",)


@pytest.mark.parametrize("strange", [3, None])
def test_a_disagreement_is_asked_for_by_its_id_alone(strange: Any) -> None:
    with pytest.raises(GraphError, match="is asked for by its id"):
        get_dispute(NO_GRAPH, strange, "", cast(Any, None))


@pytest.mark.parametrize("strange", ["yesterday", "2025-01-01/2025-02-01", 2025, None])
def test_totals_are_as_of_a_day_alone(strange: Any) -> None:
    with pytest.raises(BadParameter, match="as_of: "):
        get_dispute(NO_GRAPH, "dispute/x", "", cast(Any, None), strange)
