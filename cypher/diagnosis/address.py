"""The address of a server, as NEO4J_URI gives it, and what is wrong with one that cannot be."""

from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from cypher.errors import BadAddress

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
PORT = 7687
"""Where a server listens when the address names no port."""
CORRECT = "correct NEO4J_URI, for instance to neo4j://127.0.0.1:7687"


@dataclass(frozen=True)
class Address:
    """Where a server is and how to speak to it; `uri` is as it was given."""

    uri: str
    scheme: str
    host: str
    port: int

    @property
    def encrypted(self) -> bool:
        """Whether the connection is to be encrypted."""
        return "+" in self.scheme

    @property
    def checked(self) -> bool:
        """Whether the server's certificate is to be of an authority that this machine trusts."""
        return self.scheme.endswith("+s")

    @property
    def routed(self) -> bool:
        """Whether the server is asked which servers hold the database."""
        return self.scheme.startswith("neo4j")

    def by(self, encryption: str) -> str:
        """The same place by another kind of encryption: '', '+s' or '+ssc'."""
        return self.scheme.partition("+")[0] + encryption + self.uri[len(self.scheme) :]

    @property
    def direct(self) -> str:
        """The same place without asking it for other servers."""
        return self.scheme.replace("neo4j", "bolt") + self.uri[len(self.scheme) :]


def read_address(uri: str) -> Address:
    """The address that `uri` gives. Raises BadAddress; never repeats a password that stands in it."""
    if "@" in uri:
        raise BadAddress(
            "NEO4J_URI holds a user name or a password",
            "put them into NEO4J_USERNAME and NEO4J_PASSWORD, and only the address into NEO4J_URI",
        )
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise BadAddress(f"'{uri}' is not the address of a Bolt server ({error})", CORRECT) from None
    _refuse_scheme(uri, parts)
    if not host:
        raise BadAddress(f"'{uri}' names no host", CORRECT)
    if ending := uri.partition(parts.netloc)[2].partition("?")[0].strip("/"):
        raise BadAddress(
            f"'{uri}' goes on after the port",
            f"leave '{ending}' out of NEO4J_URI; the name of a database goes into NEO4J_DATABASE",
        )
    return Address(uri, parts.scheme, host, port or PORT)


def _refuse_scheme(uri: str, parts: SplitResult) -> None:
    if parts.scheme in SCHEMES:
        return
    if parts.scheme in ("http", "https"):
        raise BadAddress(
            f"'{uri}' is the address of web pages, and a graph is spoken to by Bolt",
            f"set NEO4J_URI to bolt://{parts.hostname}:{PORT}, or to the port that the server has for Bolt",
        )
    known = ", ".join(f"{name}://" for name in SCHEMES)
    raise BadAddress(f"'{uri}' is not the address of a Bolt server, which starts with one of {known}", CORRECT)
