"""Where the explorer listens: an address of this machine and a port."""

import errno
import socket
from dataclasses import dataclass

LOOPBACK = "127.0.0.1"
ALL_ADDRESSES = {"0.0.0.0": LOOPBACK, "::": "::1"}
"""How this machine itself reaches a server that listens on all addresses."""


class CannotListen(Exception):
    """Nothing can be served there; the message says why and what to do."""


@dataclass(frozen=True)
class ListenAddress:
    """An address of this machine, `0.0.0.0` or `::` for all of them, and a port."""

    host: str
    port: int

    @property
    def reachable(self) -> str:
        """The address by which this machine reaches it."""
        return ALL_ADDRESSES.get(self.host, self.host)

    @property
    def address(self) -> str:
        """The address of its pages, from this machine."""
        return f"http://[{self.reachable}]:{self.port}" if ":" in self.host else f"http://{self.reachable}:{self.port}"

    def check(self) -> None:
        """Raises CannotListen where one cannot listen."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except socket.gaierror:
                raise CannotListen(
                    f"--host {self.host} is no address: write one of this machine's, or 0.0.0.0"
                ) from None
            except OSError as error:
                raise CannotListen(self._explain(error)) from None

    def _explain(self, error: OSError) -> str:
        if error.errno == errno.EADDRINUSE:
            return f"port {self.port} of this machine is taken: stop what uses it, or choose another with --port"
        if error.errno == errno.EACCES:
            return f"port {self.port} is kept for the system's own services: choose one above 1023 with --port"
        return f"cannot listen on {self.host} ({error.strerror}): write one of this machine's addresses"


def is_port_free(port: int) -> bool:
    """Whether one can listen on a port of this machine."""
    try:
        ListenAddress(LOOPBACK, port).check()
    except CannotListen:
        return False
    return True
