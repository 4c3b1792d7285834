"""What no page may do: ask another machine for something, or write an error to the console."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
PROBE = re.compile(r"/(network|disagreements|queries|cypher|bring-in|about)/_stcore/(health|host-config)$")
"""Opened on a page other than the first, Streamlit looks for its server below that page before it looks above."""

HAS_A_HOST = {"http", "https", "ws", "wss", "ftp"}


class Watch:
    """Collects what goes wrong on pages, from the moment they are opened."""

    def __init__(self) -> None:
        self.complaints: list[str] = []

    def over(self, page: Page) -> Page:
        """Watch `page` too."""
        page.on("request", lambda request: self._address(request.url))
        page.on("websocket", lambda socket: self._address(socket.url))
        page.on("pageerror", lambda error: self.complaints.append(f"error in the page: {error}"))
        page.on("console", self._console)
        return page

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in HAS_A_HOST and parts.hostname not in LOOPBACK:
            self.complaints.append(f"request to another machine: {url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not PROBE.search(str(message.location.get("url", ""))):
            self.complaints.append(f"console: {message.text}")
