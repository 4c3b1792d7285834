"""Unit tests touch no network: opening a socket fails."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from pytest_socket import disable_socket, enable_socket

from loader.new_set import name_set, write_new_set

INVENTED = Path(__file__).parent / "invented"

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


@pytest.fixture
def tin_notes(tmp_path: Path) -> Path:
    """A new set, as `lodegraph new` makes it, with the two invented articles beside its example."""
    folder = tmp_path / "Tin Notes"
    write_new_set(folder, name_set(folder))
    for article in INVENTED.glob("*.txt"):
        shutil.copy(article, folder / "articles")
    return folder
