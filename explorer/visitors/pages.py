"""The pages that are open now, whose they are, and which of them came in."""

import logging
from dataclasses import dataclass
from itertools import count
from threading import Lock

events = logging.getLogger("lodegraph.explorer")


@dataclass
class _Page:
    log_in: str
    visitor: str | None = None
    refused: bool = False


class Pages:
    """Counts a visitor's open pages. The server tells of pages that open and close, a page's script asks to come in.

    `limit` is how many pages of one visitor may be in at once, 0 for no limit. A page's log-in is what its browser
    showed when it connected, empty where it showed none.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._open: dict[str, _Page] = {}
        self._numbers = count(1)
        self._lock = Lock()

    def open(self, log_in: str = "") -> str:
        """A page has connected; returns its number."""
        with self._lock:
            number = str(next(self._numbers))
            self._open[number] = _Page(log_in)
        return number

    def close(self, number: str) -> None:
        """A page has gone; its place is free at once."""
        with self._lock:
            self._open.pop(number, None)

    def admit(self, number: str, visitor: str) -> bool:
        """Whether the page may show something; who is in once stays in until the page closes."""
        with self._lock:
            page = self._open.get(number)
            if page is None:
                return False
            if page.visitor == visitor:
                return True
            if self._is_full_for(visitor):
                self._note_refusal(page, visitor)
                return False
            events.info("page opened", extra={"visitor": visitor})
            page.visitor = visitor
            return True

    def leave(self, log_in: str) -> None:
        """Someone logs out: every page with that log-in is out, in other windows too."""
        with self._lock:
            for page in self._open.values():
                if log_in and page.log_in == log_in:
                    page.log_in, page.visitor = "", None

    def has_log_in(self, number: str) -> bool:
        """Whether the page came with a log-in that has not been ended since."""
        with self._lock:
            return number in self._open and self._open[number].log_in != ""

    def inside(self, log_in: str) -> bool:
        """Whether a page with that log-in is in now."""
        with self._lock:
            return any(p.visitor is not None and p.log_in == log_in != "" for p in self._open.values())

    def _is_full_for(self, visitor: str) -> bool:
        return self.limit > 0 and sum(p.visitor == visitor for p in self._open.values()) >= self.limit

    def _note_refusal(self, page: _Page, visitor: str) -> None:
        if not page.refused:
            events.warning("page refused", extra={"visitor": visitor, "pages": self.limit})
        page.refused = True
