"""Why nobody answers at an address, found by knocking there, in words for the person who set it."""

import socket
import ssl

from cypher.diagnosis.address import Address, read_address
from cypher.diagnosis.probe import TIMEOUT, Encryption, Heard, knock
from cypher.errors import ServerUnreachable

Reason = tuple[str, str]
WAIT = "start the server, wait until it is up, or correct NEO4J_URI"
OTHER_NAME, OTHER_IP = 62, 64
"""OpenSSL's numbers for a certificate of another name or address."""


def diagnose(uri: str) -> ServerUnreachable:
    """The error that says why `uri` cannot be used; takes a few seconds at most where nothing answers."""
    address = read_address(uri)
    try:
        heard = knock(address, _wanted(address))
    except ssl.SSLCertVerificationError as error:
        return ServerUnreachable(*_certificate(address, error))
    except OSError as error:
        return ServerUnreachable(*_nobody(address, error))
    return ServerUnreachable(*_answer(address, heard))


def unknown_bolt(uri: str) -> Reason:
    """What to say of a server with which we share no version of Bolt, or none that can do what we ask."""
    return (
        f"{uri} speaks no version of Bolt that this program can use: it is an older server, or another product",
        "use Neo4j 5.26 LTS or newer",
    )


def _wanted(address: Address) -> Encryption:
    if not address.encrypted:
        return Encryption.NONE
    return Encryption.CHECKED if address.checked else Encryption.UNCHECKED


def _nobody(address: Address, error: OSError) -> Reason:
    if isinstance(error, socket.gaierror):
        because = f"the name '{address.host}' is not known to this machine"
        return f"no graph answers at {address.uri} ({because})", "correct NEO4J_URI, or this machine's name service"
    if isinstance(error, TimeoutError):
        because = f"no connection within {TIMEOUT:.0f} s"
        return f"no graph answers at {address.uri} ({because})", f"{WAIT}; a firewall on the way can be the reason too"
    if isinstance(error, ConnectionRefusedError):
        return f"no graph answers at {address.uri} (nothing listens on port {address.port})", WAIT
    return f"no graph answers at {address.uri} ({error.strerror or error})", WAIT


def _certificate(address: Address, error: ssl.SSLCertVerificationError) -> Reason:
    because = error.verify_message.rstrip(".")
    if error.verify_code in (OTHER_NAME, OTHER_IP):
        return (
            f"the certificate of {address.uri} is not for '{address.host}' ({because})",
            f"write a name that it is for into NEO4J_URI, or use {address.by('+ssc')} if you trust that address: "
            "it encrypts without checking who answers",
        )
    return (
        f"the certificate of {address.uri} is not signed by an authority that this machine trusts ({because})",
        "set SSL_CERT_FILE to a file with the certificate of the authority that signed it, "
        f"or use {address.by('+ssc')} if you trust that address: it encrypts without checking who answers",
    )


def _answer(address: Address, heard: Heard) -> Reason:
    match heard:
        case Heard.WEB:
            return _web(address)
        case Heard.NO_VERSION:
            return unknown_bolt(address.uri)
        case Heard.SOMETHING_ELSE:
            return f"what listens at {address.uri} is no Bolt server", "correct the port in NEO4J_URI"
        case Heard.SILENCE:
            return (
                f"no graph answers at {address.uri} (the connection is taken, and nothing is said)",
                "restart the server if it hangs, or correct the port in NEO4J_URI",
            )
        case Heard.NO_ENCRYPTION:
            return _not_encrypted(address)
        case Heard.HANGING_UP:
            return _hanging_up(address)
        case Heard.BOLT:
            return _answers_after_all(address)


def _web(address: Address) -> Reason:
    return (
        f"{address.uri} names a port for web pages, and a graph is spoken to by Bolt",
        "correct the port in NEO4J_URI: Neo4j's for Bolt is 7687 if not set otherwise",
    )


def _not_encrypted(address: Address) -> Reason:
    heard = knock(address, Encryption.NONE)
    if heard is Heard.BOLT:
        return (
            f"{address.uri} asks for encryption, and the server has none",
            f"use {address.by('')}, or switch on TLS for Bolt at the server",
        )
    return _web(address) if heard is Heard.WEB else _starting(address)


def _hanging_up(address: Address) -> Reason:
    try:
        heard = knock(address, Encryption.UNCHECKED)
    except OSError:
        return _starting(address)
    if heard is not Heard.BOLT:
        return _starting(address)
    return (
        f"{address.uri} takes encrypted connections only",
        f"use {address.by('+s')}, or {address.by('+ssc')} if the server's certificate is one that it made itself",
    )


def _starting(address: Address) -> Reason:
    return (
        f"no graph answers at {address.uri} (whoever listens there hangs up at once)",
        "wait and try again if the server is still starting, as containers do that; else correct NEO4J_URI",
    )


def _answers_after_all(address: Address) -> Reason:
    if address.routed:
        return (
            f"{address.uri} answers, but the servers that it names for the database do not",
            f"use {address.direct}, or correct the addresses that the server advertises",
        )
    return f"the connection to {address.uri} broke off", "try again"
