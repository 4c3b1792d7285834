"""What the log says of one load: that it began, and how it ended; or that it was not begun."""

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from loader.consent import NeedsConsent

events = logging.getLogger("lodegraph.loader")


class LoadLog:
    """The events of one load; `about` says of what."""

    def __init__(self, about: Mapping[str, str]) -> None:
        self._about, self._began, self._is_begun = about, time.monotonic(), False

    def begin(self) -> None:
        """Nothing keeps the load from being done; said once, however often its turn is lost."""
        if not self._is_begun:
            self._is_begun = True
            events.info("load began", extra=dict(self._about))

    def finish(self, result: Mapping[str, int]) -> None:
        """It has come to its end, with this result."""
        seconds = round(time.monotonic() - self._began, 2)
        events.info("load finished", extra={**self._about, **result, "seconds": seconds})

    def stop(self, error: BaseException) -> None:
        """It ends without a result: for want of consent, which is no fault, or broken off."""
        if isinstance(error, NeedsConsent):
            numbers = {"would_remove": error.removed, "of_total": error.of_total}
            events.info("load not begun", extra={**self._about, "because": type(error).__name__, **numbers})
        else:
            events.error("load broken off", extra={**self._about, "because": type(error).__name__})


@contextmanager
def log_load(data_set: str, version: str) -> Iterator[LoadLog]:
    """The log of a load, which the block begins and finishes; an error that leaves the block is noted."""
    log = LoadLog({"data_set": data_set, "version": version})
    try:
        yield log
    except BaseException as error:
        log.stop(error)
        raise
