"""What can go wrong in the library alone, beside what the graph itself refuses."""

from cypher.errors import GraphError


class WrongView(GraphError):
    """A saved query that was asked for something that it does not give."""


class UnknownName(GraphError):
    """A label, relationship type or node that is not there."""


class TooMuch(GraphError):
    """An answer that would have to be cut, where only a whole one is of use."""


class GraphClosed(GraphError):
    """A graph that was asked after it had been closed."""


class NotTyped(GraphError):
    """A graph that takes no statements of one's own, as it is reached in another way."""
