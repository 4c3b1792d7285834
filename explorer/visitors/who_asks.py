"""What a request says of who asks."""

import ipaddress
import re

from starlette.requests import HTTPConnection
from starlette.types import Scope

LOG_IN_COOKIE = "_streamlit_user"
"""Streamlit's cookie of who has logged in; a long one goes on in `_streamlit_user_1` and so forth."""

_OF_LOG_IN = re.compile(rf"{LOG_IN_COOKIE}(_[0-9]+)?")


def log_in_of(scope: Scope) -> str:
    """The log-in that a request shows, unchecked: good for comparing only; empty where it shows none."""
    cookies = HTTPConnection(scope).cookies
    return "; ".join(f"{name}={cookies[name]}" for name in sorted(cookies) if _OF_LOG_IN.fullmatch(name))


def address_of(scope: Scope) -> str:
    """The visitor's address; the whole network where, as with IPv6, one connection has a network of its own."""
    host = str((scope.get("client") or ("unknown", 0))[0])
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else host


def with_headers(scope: Scope, headers: dict[str, str]) -> Scope:
    """The same request with headers of our own, and none by their names from elsewhere."""
    kept = [(name, value) for name, value in scope["headers"] if name.decode("latin-1").lower() not in headers]
    return {**scope, "headers": [*kept, *((k.encode(), v.encode()) for k, v in headers.items())]}
