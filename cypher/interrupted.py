"""Ctrl-C in the middle of a request: what closing the connection then complains about must not hide it."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interruption_first() -> Iterator[None]:
    """Raise the interruption in place of an error that came up while it was under way."""
    try:
        yield
    except Exception as error:
        if interruption := _before(error):
            raise interruption from None
        raise


def _before(error: BaseException) -> KeyboardInterrupt | None:
    """The interruption that was being handled when the error, or one behind it, was raised."""
    behind = error.__cause__ or error.__context__
    while behind is not None and not isinstance(behind, KeyboardInterrupt):
        behind = behind.__cause__ or behind.__context__
    return behind
