"""The log: what happened, when, to which data set, on lines that a program can read; no secret in it."""

import io
import json
import logging
from collections.abc import Iterator
from datetime import datetime

import pytest

from ledger.logs import LogFormat, export_log_settings, log_from_environment, start_log, take_over_logs


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Loggers as they were."""
    loggers = [logging.getLogger(name) for name in ("lodegraph", "neo4j", "other")]
    kept = [(log, log.handlers, log.level, log.propagate) for log in loggers]
    yield
    for log, handlers, level, propagate in kept:
        log.handlers, log.propagate = handlers, propagate
        log.setLevel(level)


def written(shape: LogFormat, *, verbose: bool) -> str:
    """What is written of an event and a warning."""
    stream = io.StringIO()
    start_log(stream, shape, verbose=verbose)
    log = logging.getLogger("lodegraph.loader")
    log.info("load finished", extra={"data_set": "a set\nof two lines", "nodes_created": 3})
    log.warning("looked odd")
    return stream.getvalue()


def test_an_event_is_one_line_of_json_with_its_time_in_utc() -> None:
    finished, odd = (json.loads(line) for line in written(LogFormat.JSON, verbose=True).splitlines())
    assert datetime.fromisoformat(finished.pop("at")).utcoffset() is not None
    assert finished == {
        "level": "info", "part": "loader", "event": "load finished",
        "data_set": "a set\nof two lines", "nodes_created": 3,
    }  # fmt: skip
    assert (odd["level"], odd["event"]) == ("warning", "looked odd")


def test_text_keeps_an_event_on_one_line_whatever_a_name_holds() -> None:
    finished, odd = written(LogFormat.TEXT, verbose=True).splitlines()
    assert finished.endswith('info loader: load finished data_set="a set\\nof two lines" nodes_created=3')
    assert odd.endswith("warning loader: looked odd")


def test_only_warnings_are_written_unless_asked() -> None:
    (line,) = written(LogFormat.TEXT, verbose=False).splitlines()
    assert line.endswith("warning loader: looked odd")


def test_the_drivers_own_log_which_holds_query_parameters_is_never_written(capsys: pytest.CaptureFixture[str]) -> None:
    stream = io.StringIO()
    start_log(stream, LogFormat.TEXT, verbose=True)
    logging.getLogger("neo4j.io").warning("C: RUN {'funder': 'agency/secret'}")
    assert stream.getvalue() == "" == capsys.readouterr().err


@pytest.mark.parametrize("shape", LogFormat)
@pytest.mark.parametrize("verbose", [True, False])
def test_a_process_of_ours_logs_as_it_is_told(shape: LogFormat, verbose: bool) -> None:
    ours, theirs = io.StringIO(), io.StringIO()
    start_log(ours, shape, verbose=verbose)
    logging.getLogger("lodegraph.explorer").info("page drawn")
    log_from_environment(theirs, export_log_settings(shape, verbose=verbose))
    logging.getLogger("lodegraph.explorer").info("page drawn")
    assert bool(ours.getvalue()) is bool(theirs.getvalue()) is verbose
    assert ours.getvalue().startswith("{") is theirs.getvalue().startswith("{")


def test_an_error_of_another_library_is_one_line_without_a_record_s_text() -> None:
    stream = io.StringIO()
    start_log(stream, LogFormat.JSON, verbose=False)
    take_over_logs(["other"])
    try:
        raise ValueError("text of a record")
    except ValueError as error:
        logging.getLogger("other").error("Uncaught app execution", exc_info=error)
    (line,) = stream.getvalue().splitlines()
    said = json.loads(line)
    assert "text of a record" not in line and "\x1b" not in line
    assert (said["event"], said["error"]) == ("Uncaught app execution", "ValueError")
    assert said["where"].startswith("test_logs.py:")
