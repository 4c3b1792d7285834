"""What can go wrong between us and a graph, in words for the person who meets it."""


class GraphError(Exception):
    """Anything that keeps us from the graph or from an answer: what is wrong where, and how to mend it."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what}: {remedy}" if remedy else what)
        self.what, self.remedy = what, remedy


class EngineError(GraphError):
    """The embedded engine cannot be started or reached."""


class BadSettings(GraphError):
    """The settings contradict each other, or one is missing."""


class ServerUnreachable(GraphError):
    """No server answers at the address."""


class NoAnswer(ServerUnreachable):
    """There is no connection, or it broke off; why is found by knocking at the address."""


class CommitUnheard(ServerUnreachable):
    """The connection broke off between a commit and its answer: whether it went through is not known."""


class BadAddress(ServerUnreachable):
    """The address cannot be one of a graph."""


class UnsupportedServer(GraphError):
    """The server is of a version or a product that we do not know."""


class LoginRefused(GraphError):
    """The server does not accept the user or the password."""


class UnknownDatabase(GraphError):
    """The server has no database of that name."""


class QueryFailed(GraphError):
    """The server refused or gave up a statement."""


class StillRunning(GraphError):
    """What somebody typed has not ended in time; the server may still be at it."""


class DiskFull(GraphError):
    """The server could not write, as its disk is full; what it had written before stays."""


class BadParameter(GraphError):
    """A value that a parameter does not take, or a parameter that a query does not have."""


class NoTypedReading(GraphError):
    """What somebody wrote is to be run, and this graph cannot be asked so by the guard."""


class TooManyRows(GraphError):
    """A statement has more rows than whoever needs all of them can take."""


class NotAllowed(GraphError):
    """The user may not do that on this server."""


class ReadOnlyDatabase(NotAllowed):
    """The database takes no writes, whoever writes."""


class TakenId(GraphError):
    """A node or relationship of somebody else has an id that a record needs."""
