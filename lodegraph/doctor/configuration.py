"""What is set, as far as it concerns the graph; never a password."""

import os
from collections.abc import Mapping
from pathlib import Path

from cypher.diagnosis.address import read_address
from cypher.doctor import Check, Finding, from_error, note, ok, wrong
from cypher.errors import GraphError
from cypher.settings import GraphSettings

SHOWN_VARIABLES = (
    "NEO4J_URI",
    "NEO4J_USERNAME",
    "NEO4J_PASSWORD",
    "NEO4J_DATABASE",
    "NEO4J_READER_USERNAME",
    "NEO4J_READER_PASSWORD",
    "LODEGRAPH_DATA_SET",
    "SSL_CERT_FILE",
    "XDG_DATA_HOME",
)


def check_configuration(settings: GraphSettings, environment: Mapping[str, str] = os.environ) -> Finding:
    """Whether what is set fits together."""
    set_ = [name for name in SHOWN_VARIABLES if environment.get(name)]
    if settings.neo4j_uri is None:
        return _check_embedded(environment, set_)
    try:
        address = read_address(settings.neo4j_uri)
        _ = settings.reader
    except GraphError as error:
        return from_error(Check.CONFIGURATION, error)
    authority = environment.get("SSL_CERT_FILE")
    if address.checked and authority and not Path(authority).is_file():
        return wrong(
            Check.CONFIGURATION,
            f"SSL_CERT_FILE names {authority}, and there is no such file",
            "correct it, or leave it out to trust the authorities that this machine trusts",
        )
    if not environment.get("NEO4J_PASSWORD"):
        return note(
            Check.CONFIGURATION,
            f"{_list_settings(environment, set_)}; no NEO4J_PASSWORD",
            "set NEO4J_PASSWORD, unless the server lets everybody in",
        )
    return ok(Check.CONFIGURATION, _list_settings(environment, set_))


def _check_embedded(environment: Mapping[str, str], set_: list[str]) -> Finding:
    idle = [name for name in set_ if name.startswith("NEO4J_")]
    if idle:
        return note(
            Check.CONFIGURATION,
            f"{', '.join(idle)} without NEO4J_URI: not used, as the embedded engine serves",
            "set NEO4J_URI to use a server of your own",
        )
    told = f"; {_list_settings(environment, set_)}" if set_ else ""
    return ok(Check.CONFIGURATION, f"NEO4J_URI is not set: the embedded engine serves{told}")


def _list_settings(environment: Mapping[str, str], set_: list[str]) -> str:
    return ", ".join(f"{n} is set" if n.endswith("PASSWORD") else f"{n}={environment[n]}" for n in set_)
