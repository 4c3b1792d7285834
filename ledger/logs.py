"""What happened, when, to which data set: one line an event, as text or as JSON.

Every package writes its events to a logger below `lodegraph`, with the facts as `extra` fields. The driver's own log is
not shown: it holds query parameters.
"""

import json
import logging
import os
import traceback
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TextIO

ROOT = "lodegraph"
VERBOSE, FORMAT = "LODEGRAPH_VERBOSE", "LODEGRAPH_LOG_FORMAT"
_USUAL = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class LogFormat(StrEnum):
    """How an event is written."""

    TEXT = "text"
    JSON = "json"


def start_log(stream: TextIO, shape: LogFormat, *, verbose: bool) -> None:
    """From now on write events to a stream: warnings only, or with `verbose` all."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Json() if shape is LogFormat.JSON else _Text())
    events = logging.getLogger(ROOT)
    events.handlers = [handler]
    events.setLevel(logging.INFO if verbose else logging.WARNING)
    events.propagate = False
    driver = logging.getLogger("neo4j")
    driver.handlers = [logging.NullHandler()]
    driver.propagate = False


def log_from_environment(stream: TextIO, environment: Mapping[str, str] = os.environ) -> None:
    """The same in a process that was started by ours, which says how by the environment."""
    shape = LogFormat(environment.get(FORMAT) or LogFormat.TEXT)
    start_log(stream, shape, verbose=environment.get(VERBOSE) == "1")


def writes_json() -> bool:
    """Whether events are written as JSON lines."""
    return any(isinstance(h.formatter, _Json) for h in logging.getLogger(ROOT).handlers)


def take_over_logs(names: Sequence[str]) -> None:
    """Where events are JSON, write what these loggers of others say as JSON too: an error's kind and place, no values.

    An error's own words may hold text of a record, and any visitor can cause one.
    """
    if not writes_json():
        return
    for name in names:
        log = logging.getLogger(name)
        log.propagate = False
        log.handlers = list(logging.getLogger(ROOT).handlers)
        log.addFilter(_remove_values)


def list_loggers_of_others() -> list[str]:
    """The names of all loggers there are, without ours and the driver's."""
    others = (name for name in logging.root.manager.loggerDict if name.partition(".")[0] not in (ROOT, "neo4j"))
    return ["", *others]


def _remove_values(record: logging.LogRecord) -> bool:
    """Keep a warning's fixed words, and of its error the kind and the line that raised it."""
    if record.levelno < logging.WARNING:
        return False
    record.args = ()
    if record.exc_info and record.exc_info[1] is not None:
        kind, _, trace = record.exc_info
        last = traceback.extract_tb(trace)[-1:]
        record.error = kind.__name__ if kind else ""
        record.where = ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in last)
        record.msg = str(record.msg).splitlines()[0]
    record.exc_info = record.exc_text = record.stack_info = None
    return True


def export_log_settings(shape: LogFormat, *, verbose: bool) -> dict[str, str]:
    """The environment that tells a process of ours how to log."""
    return {FORMAT: str(shape), VERBOSE: "1" if verbose else "0"}


def _list_facts(record: logging.LogRecord) -> dict[str, object]:
    return {k: v for k, v in vars(record).items() if k not in _USUAL}


def _format_time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _name_part(record: logging.LogRecord) -> str:
    return record.name.removeprefix(f"{ROOT}.")


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        known = {"at": _format_time(record), "level": record.levelname.lower(), "part": _name_part(record)}
        return json.dumps(known | {"event": record.getMessage()} | _list_facts(record), ensure_ascii=False, default=str)


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        facts = " ".join(f"{k}={_quote(v)}" for k, v in _list_facts(record).items())
        head = f"{_format_time(record)} {record.levelname.lower()} {_name_part(record)}"
        return f"{head}: {record.getMessage()} {facts}".rstrip()


def _quote(value: object) -> str:
    """A value that may hold blanks or line ends, as one word."""
    text = str(value)
    return text if text.isprintable() and not {" ", '"', "="} & set(text) and text else json.dumps(text)
