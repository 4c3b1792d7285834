"""Ctrl-C at a bad moment: it is heard in the end, and nothing is lost to it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def raise_interrupt_first() -> Iterator[None]:
    """Raise the interruption in place of an error that came up while it was under way, as when a connection closes."""
    try:
        yield
    except Exception as error:
        if interruption := _before(error):
            raise interruption from None
        raise


@contextmanager
def defer_interrupt() -> Iterator[None]:
    """Hold Ctrl-C back until the block has ended, where that can be done: in the main thread."""
    heard = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(heard):
        yield
        return
    held: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda number, frame: held.append((number, frame)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)
        if held:
            heard(*held[0])


def _before(error: BaseException) -> KeyboardInterrupt | None:
    """The interruption that was being handled when the error, or one behind it, was raised."""
    behind = error.__cause__ or error.__context__
    while behind is not None and not isinstance(behind, KeyboardInterrupt):
        behind = behind.__cause__ or behind.__context__
    return behind
