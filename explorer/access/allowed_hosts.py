"""Under which names the explorer may be asked for.

A page of another site can let its own name lead to this machine (DNS rebinding) and would then be taken for one of
ours. An address in digits cannot be made to lead elsewhere, a name can: names are listed.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_NAME = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")


@dataclass(frozen=True)
class AllowedHosts:
    """The names that count, besides `localhost`; `any_address` lets in every address in digits, not loopback alone."""

    names: frozenset[str] = frozenset()
    any_address: bool = False

    def admit(self, host: str | None) -> bool:
        """Whether a request's `Host` header names this server, whatever its port."""
        name = read_host(host or "")
        if name is None:
            return False
        if name == "localhost" or name in self.names:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return self.any_address or address.is_loopback


def read_host(text: str) -> str | None:
    """The name or address in `name`, `name:port` or `[address]:port`, in small letters; None where it is none."""
    try:
        parts = urlsplit(f"//{text}")
        name, _port = parts.hostname, parts.port
    except ValueError:
        return None
    if name is None or parts.netloc != text or "@" in text:
        return None
    name = name.removesuffix(".")
    return name if ":" in name or _NAME.fullmatch(name) else None
