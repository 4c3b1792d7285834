"""Ctrl-C stays Ctrl-C, whatever closing a connection complains about afterwards."""

import pytest
from neo4j.exceptions import ClientError, ServiceUnavailable

from cypher.driver_errors import translate_errors
from cypher.errors import GraphError


@pytest.mark.parametrize(
    "complaint", [ClientError("BEGIN not expected"), ServiceUnavailable("gone"), OSError("closed")]
)
def test_an_error_after_an_interruption_does_not_hide_it(complaint: Exception) -> None:
    with pytest.raises(KeyboardInterrupt), translate_errors("bolt://here", "neo4j"):
        interrupted_then(complaint)


def test_an_error_by_itself_is_explained() -> None:
    with pytest.raises(GraphError, match="bolt://here"), translate_errors("bolt://here", "neo4j"):
        raise ServiceUnavailable("gone")


def test_an_error_raised_from_another_one_is_followed_to_the_interruption() -> None:
    def complain() -> None:
        try:
            interrupted_then(OSError("closed"))
        except OSError as error:
            raise ServiceUnavailable("gone") from error

    with pytest.raises(KeyboardInterrupt), translate_errors("bolt://here", "neo4j"):
        complain()


def interrupted_then(complaint: Exception) -> None:
    """Press Ctrl-C, and complain while closing."""
    try:
        raise KeyboardInterrupt
    finally:
        raise complaint
