"""What can go wrong between us and a graph, in words for the person who meets it."""


class GraphError(Exception):
    """Anything that keeps us from the graph or from an answer."""


class EngineError(GraphError):
    """The embedded engine cannot be started or reached."""


class ServerUnreachable(GraphError):
    """No server answers at the address."""


class LoginRefused(GraphError):
    """The server does not accept the user or the password."""


class UnknownDatabase(GraphError):
    """The server has no database of that name."""


class QueryFailed(GraphError):
    """The server refused or gave up a statement."""


class NotAllowed(GraphError):
    """The user may not do that on this server."""


class TakenId(GraphError):
    """A node or relationship of somebody else has an id that a record needs."""
