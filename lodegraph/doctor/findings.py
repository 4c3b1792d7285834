"""All findings of `lodegraph doctor`, gathered in order: versions, settings, the graph, the machine."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from cypher.doctor import BECAUSE, GRAPH_CHECKS, Expected, Finding, State, examine, no_graph, not_tried, wrong
from cypher.engines.choose import serving
from cypher.engines.status import EngineStatus, read_engine_status
from cypher.errors import GraphError
from cypher.settings import GraphSettings
from loader.digest import digest
from loader.read import read_data_set
from lodegraph.doctor.configuration import check_configuration
from lodegraph.doctor.machine import check_disk, check_engine, check_port
from lodegraph.doctor.versions import check_versions
from lodegraph.shipped_records import find_shipped_records

CHECK_TIMEOUT = 45.0
"""Seconds that one check may take; reading statements are stopped earlier where the server honours that."""


def gather_findings(settings: GraphSettings, data: Path, port: int, tell: Callable[[str], None]) -> Iterator[Finding]:
    """All of them, in order; `tell` hears of the engine's start.

    The machine is looked at first, so that what the graph's start changes is still seen.
    """
    condition = read_engine_status(data) if settings.embedded else None
    machine = [check_port(port, data), check_disk(data, settings.embedded), check_engine(condition)]
    configuration = check_configuration(settings)
    yield check_versions(settings.embedded)
    yield configuration
    if configuration.state is State.WRONG:
        yield from not_tried(GRAPH_CHECKS, BECAUSE)
    else:
        yield from _examine_graph(settings, data, condition, tell)
    yield from machine


def _examine_graph(
    settings: GraphSettings, data: Path, condition: EngineStatus | None, tell: Callable[[str], None]
) -> Iterator[Finding]:
    """The graph's findings.

    The embedded engine is started as every command does; where it keeps no graph yet, that
    is tried in a temporary folder, so that nothing is left behind.
    """
    with ExitStack() as stack:
        if condition is not None and not condition.has_data:
            data = Path(stack.enter_context(TemporaryDirectory(prefix="lodegraph-")))
        try:
            writer = stack.enter_context(serving(settings, lambda: data, tell, writing=True))
            reader = stack.enter_context(serving(settings, lambda: data, tell, writing=False))
        except GraphError as error:
            yield from no_graph(error)
            return
        found = examine(writer, None if reader == writer else reader, _expect_records(settings))
        yield from limit_time(found)


def _expect_records(settings: GraphSettings) -> Expected:
    seeds = find_shipped_records()
    return Expected(settings.lodegraph_data_set, read_data_set(seeds).name, digest(seeds))


def limit_time(findings: Iterable[Finding], limit: float = CHECK_TIMEOUT) -> Iterator[Finding]:
    """The findings as they come, in bounded time, since a server that stops answering must not keep the report back.

    One that does not come in time is wrong, and the rest is not tried.
    """
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
