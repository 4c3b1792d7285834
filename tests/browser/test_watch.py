"""The watch over the pages sees what it must see: without this, its silence would prove nothing."""

from collections.abc import Callable

from playwright.sync_api import Browser

from tests.browser.watched_page import Watch


def complaints(chromium: Browser, html: str) -> str:
    """What the watch says of a page of that content."""
    watch = Watch()
    with chromium.new_context() as context:
        context.set_offline(True)  # the forbidden request is seen when it is tried; nothing leaves
        page = watch.over(context.new_page())
        page.set_content(html)
        page.wait_for_timeout(300)
    return "\n".join(watch.complaints)


def test_a_request_to_another_machine_is_seen(chromium: Browser) -> None:
    assert "http://192.0.2.1/x.png" in complaints(chromium, "<img src='http://192.0.2.1/x.png'>")


def test_errors_are_seen(chromium: Browser) -> None:
    assert "console: bad" in complaints(chromium, "<script>console.error('bad')</script>")
    assert "thrown" in complaints(chromium, "<script>throw new Error('thrown')</script>")


def test_a_quiet_page_gives_no_cause(chromium: Browser, open_page: Callable[[], object]) -> None:
    assert complaints(chromium, "<p>quiet</p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>") == ""
    open_page()
