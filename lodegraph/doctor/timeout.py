"""Findings about a graph in bounded time: a server that stops answering must not keep the report back."""

import queue
import threading
from collections.abc import Iterable, Iterator

from cypher.doctor import BECAUSE, GRAPH_CHECKS, Finding, not_tried, wrong

CHECK_TIMEOUT = 45.0
"""Seconds that one check may take; reading statements are stopped earlier where the server honours that."""


def limit_time(findings: Iterable[Finding], limit: float = CHECK_TIMEOUT) -> Iterator[Finding]:
    """The findings as they come; one that does not come in time is wrong, and the rest is not tried."""
    come: queue.Queue[Finding | BaseException | None] = queue.Queue()
    threading.Thread(target=_collect, args=(findings, come), daemon=True).start()
    for at, check in enumerate(GRAPH_CHECKS):
        try:
            found = come.get(timeout=limit)
        except queue.Empty:
            yield wrong(check, f"the server has not answered for {limit:.0f} s", "restart it if it hangs, or try again")
            yield from not_tried(GRAPH_CHECKS[at + 1 :], BECAUSE)
            return
        if isinstance(found, BaseException):
            raise found
        assert found is not None
        yield found


def _collect(findings: Iterable[Finding], come: "queue.Queue[Finding | BaseException | None]") -> None:
    try:
        for finding in findings:
            come.put(finding)
    except BaseException as error:  # whoever waits is to hear of it
        come.put(error)
