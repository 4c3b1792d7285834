"""Unit tests touch no network: opening a socket fails."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from pytest_socket import disable_socket, enable_socket

settings.register_profile("unit", deadline=None)
settings.load_profile("unit")


@pytest.fixture(autouse=True)
def no_socket() -> Iterator[None]:
    """Any network socket that a test opens raises SocketBlockedError.

    Unix sockets are let through: an event loop, which Streamlit's AppTest
    needs, is woken up by a pair of them that talks to itself only.
    """
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()
