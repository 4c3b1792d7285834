"""Knocking at an address without the driver: name, port, encryption and Bolt, step by step, each in bounded time."""

import socket
import ssl
from contextlib import closing
from enum import Enum, auto

from cypher.diagnosis.address import Address

TIMEOUT = 3.0
"""Seconds that each step may take."""
HELLO = bytes.fromhex("6060b017 000001ff 00080805 00000404 00000003")
"""Bolt's opening: who we are, and the versions that we offer."""


class Encryption(Enum):
    """How to speak: in the clear, or encrypted with the certificate taken as it is or checked."""

    NONE = auto()
    UNCHECKED = auto()
    CHECKED = auto()


class Heard(Enum):
    """What came back."""

    BOLT = auto()
    NO_VERSION = auto()
    WEB = auto()
    SOMETHING_ELSE = auto()
    SILENCE = auto()
    HANGING_UP = auto()
    NO_ENCRYPTION = auto()


def knock(address: Address, encryption: Encryption) -> Heard:
    """Say Bolt's hello and listen.

    Raises OSError when there is nobody to say it to: gaierror, ConnectionRefusedError, TimeoutError, or
    SSLCertVerificationError for a certificate that does not pass.
    """
    with closing(socket.create_connection((address.host, address.port), TIMEOUT)) as plain:
        if encryption is Encryption.NONE:
            return _greet(plain)
        try:
            secured = _context(encryption).wrap_socket(plain, server_hostname=address.host)
        except ssl.SSLCertVerificationError:
            raise
        except TimeoutError:
            return Heard.SILENCE
        except OSError:  # an alert, an end, or an answer in the clear
            return Heard.NO_ENCRYPTION
        with closing(secured):
            return _greet(secured)


def _context(encryption: Encryption) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if encryption is Encryption.UNCHECKED:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _greet(connection: socket.socket) -> Heard:
    try:
        connection.sendall(HELLO)
        said = connection.recv(4)
    except TimeoutError:
        return Heard.SILENCE
    except OSError:
        return Heard.HANGING_UP
    if not said:
        return Heard.HANGING_UP
    if said == b"HTTP":
        return Heard.WEB
    if said == bytes(4):
        return Heard.NO_VERSION
    return Heard.BOLT if said[:2] == bytes(2) or said[3] == 0xFF else Heard.SOMETHING_ELSE
