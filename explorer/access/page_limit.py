"""The limit of pages that a visitor may have open: which are open now, whose they are, and which of them came in."""

import logging
import os
from dataclasses import dataclass
from functools import cache
from itertools import count
from threading import Lock

from explorer.access.settings import Serving, read_serving

events = logging.getLogger("lodegraph.explorer")


@dataclass
class _OpenPage:
    log_in: str
    visitor: str | None = None
    refused: bool = False


class OpenPages:
    """Counts a visitor's open pages. The server tells of pages that open and close, a page's script asks to come in.

    `limit` is how many pages of one visitor may be in at once, 0 for no limit. A page's log-in is what its browser
    showed when it connected, empty where it showed none.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._open: dict[str, _OpenPage] = {}
        self._numbers = count(1)
        self._lock = Lock()

    def open(self, log_in: str = "") -> str:
        """A page has connected; returns its number."""
        with self._lock:
            number = str(next(self._numbers))
            self._open[number] = _OpenPage(log_in)
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

    def has_admitted(self, log_in: str) -> bool:
        """Whether a page with that log-in is in now."""
        with self._lock:
            return any(p.visitor is not None and p.log_in == log_in != "" for p in self._open.values())

    def _is_full_for(self, visitor: str) -> bool:
        return self.limit > 0 and sum(p.visitor == visitor for p in self._open.values()) >= self.limit

    def _note_refusal(self, page: _OpenPage, visitor: str) -> None:
        if not page.refused:
            events.warning("page refused", extra={"visitor": visitor, "pages": self.limit})
        page.refused = True


@dataclass(frozen=True)
class Access:
    """How the explorer serves, and the pages that are open: what all visitors of one process share.

    Streamlit runs the pages' script anew for each of them.
    """

    serving: Serving
    open_pages: OpenPages


@cache
def get_access() -> Access:
    """The access rules of this process, as its environment has them; raises BadSetting."""
    serving = read_serving(os.environ)
    return Access(serving, OpenPages(serving.page_limit))
