"""Unit tests touch no network: opening a socket fails."""

import pytest


@pytest.fixture(autouse=True)
def no_socket(socket_disabled: None) -> None:
    """Any socket that a test opens raises SocketBlockedError."""
