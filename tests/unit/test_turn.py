"""Taking the turn to write to a data set that is not there yet, while somebody else does the same."""

from collections.abc import Mapping
from typing import Any, cast

import pytest

from cypher.connection import Graph
from cypher.errors import TakenId
from loader.turn import NotOurTurn, Seen, Turn


class Late:
    """A graph in which somebody else made the data set in the same moment."""

    def write_if(self, proof: str, about: Mapping[str, Any], *_more: object) -> None:
        """Fail as a constraint does."""
        raise TakenId("an id that a record needs is taken: Duplicated key")


def test_who_makes_a_data_set_a_moment_too_late_waits_for_the_other() -> None:
    with pytest.raises(NotOurTurn):
        Turn(cast(Graph, Late()), "small", Seen()).take(state="loading")


def test_an_id_that_others_have_taken_is_told() -> None:
    with pytest.raises(TakenId):
        Turn(cast(Graph, Late()), "small", Seen(version="1", state="complete")).take(state="renewing")
