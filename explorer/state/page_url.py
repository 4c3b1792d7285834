"""The log and what is selected, in a page's address: plain ids, nothing that is run.

Whatever does not fit is left out, so that an old or mangled address still opens; `unread_parts` tells what that was.
Addresses of earlier versions have lists instead of a log; they open as ever, and are written as a log from then on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from urllib.parse import urlencode

from explorer.state.action import Action
from explorer.state.action_values import read_values
from explorer.state.actions import (
    Add,
    Expand,
    Hide,
    HideLabel,
    HideType,
    Move,
    Pin,
)
from explorer.state.canvas_news import MOST_CHOSEN, read_selection
from explorer.state.log import MOST_ENTRIES, Log, write_down
from explorer.state.log_text import join_texts, read_log, split_texts, write_log
from explorer.state.viewport import VIEW, is_viewport

SEPARATOR = ","
NUMBER = re.compile(r"[0-9]{1,4}")
POINT = re.compile(r"([^@]+)@(-?[0-9]{1,6})@(-?[0-9]{1,6})")
MOST = 400
MOST_ALSO = 60
"""Of several that are selected an address names so many besides the one that leads."""
STEP_KINDS: Mapping[str, type[Action]] = {"add": Add, "expand": Expand}
LISTS: Mapping[str, type[Action]] = {"hide": Hide, "no": HideLabel, "without": HideType, "pin": Pin}
"""The lists of earlier versions, each with what it does to its parts."""
CUT = "of"
"""Of how many actions an address's log holds the first ones, where all would make it too long."""
LONGEST = 7_000
"""Characters of an address behind its question mark: servers and proxies take some 8,000, browsers more."""
KEYS = ("node", "also", "log", CUT, VIEW, "steps", "at", *LISTS)
"""All that a network's address may hold, beside the data set."""


def read_actions(query: Mapping[str, str]) -> Iterator[Action]:
    """What an address tells to be done: its log, and the lists of an earlier version after it."""
    return chain(read_log(query.get("log", "")).actions, _read_lists(query))


def read_log_of(query: Mapping[str, str]) -> Log:
    """The log that an address tells."""
    return write_down(read_actions(query))


def read_selected(query: Mapping[str, str]) -> str | None:
    """The node or relationship that an address selects."""
    return query.get("node") or None


def read_chosen(query: Mapping[str, str]) -> tuple[str, ...]:
    """All that an address selects, where that is several; what leads is the last."""
    lead = query.get("node")
    also = split_texts(query["also"])[:MOST_CHOSEN] if query.get("also") else ()
    return read_selection(lead, (*also, lead))[1]


def write_url(log: Log, selected: str | None, chosen: Sequence[str] = ()) -> dict[str, str]:
    """The address of a log's actions in force and what is selected; what is empty is left out."""
    also = join_texts([item for item in chosen if item != selected][:MOST_ALSO]) if selected in chosen else ""
    address = {"node": selected or "", "also": also, "log": write_log(log)}
    return {name: value for name, value in address.items() if value}


def bound_url(log: Log, selected: str | None, chosen: Sequence[str] = ()) -> dict[str, str]:
    """The same, as much of it as an address bears: what is selected besides gives way first, then the last actions; it
    says then of how many it has the first, and `is_cut` tells such a one."""
    whole = write_url(log, selected, chosen)
    if _fits(whole):
        return whole
    lead = {"node": selected} if selected and len(urlencode({"node": selected})) <= LONGEST // 2 else {}
    alone = write_url(log, lead.get("node"))
    if _fits(alone):
        return alone
    fitting, too_many = 0, log.at
    while too_many - fitting > 1:
        middle = (fitting + too_many) // 2
        fitting, too_many = (middle, too_many) if _fits(_cut(log, middle, lead)) else (fitting, middle)
    return _cut(log, fitting, lead)


def is_cut(address: Mapping[str, str]) -> bool:
    """Whether an address holds but the first actions of a longer log."""
    return CUT in address


def read_length(query: Mapping[str, str]) -> int | None:
    """How many actions the log had that an address holds the first ones of; None where it holds all."""
    told = query.get(CUT, "")
    return int(told) if NUMBER.fullmatch(told) else None


def unread_parts(query: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What cannot be read in the log and lists of an address: what it should be, and what stands there."""
    for part in read_log(query.get("log", "")).unread:
        yield "action of a log of this version", part
    for part in _split(query.get("steps", "")):
        if _read_step(part) is None:
            yield "step (they begin with add: or expand:)", part
    for key, kind in LISTS.items():
        for part in _split(query.get(key, "")):
            if read_values(kind, [part]) is None:
                yield "id or name", part
    for part in _split(query.get("at", "")):
        if _read_move(part) is None:
            yield "place of a node", part
    if is_cut(query) and read_length(query) is None:
        yield "number of changes", query[CUT]
    if VIEW in query and not is_viewport(query[VIEW]):
        yield "place to look at of this version (zoom and middle)", query[VIEW]


def cut_lists(query: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Which parts of an address are longer than is read, and how much of them was."""
    if read_log(query.get("log", "")).is_cut:
        yield "log", MOST_ENTRIES
    for key in ("steps", "at", *LISTS):
        if query.get(key, "").count(SEPARATOR) >= MOST:
            yield key, MOST


def _cut(log: Log, at: int, lead: Mapping[str, str]) -> dict[str, str]:
    first = write_log(log.go_to(at))
    return {**lead, **({"log": first} if first else {}), CUT: str(log.at)}


def _fits(address: Mapping[str, str]) -> bool:
    return len(urlencode(address)) <= LONGEST


def _read_lists(query: Mapping[str, str]) -> Iterator[Action]:
    """The actions that come to what the lists of an earlier version say."""
    read: list[Action | None] = [_read_step(part) for part in _split(query.get("steps", ""))]
    for key, kind in LISTS.items():
        read += [read_values(kind, [part]) for part in _split(query.get(key, ""))]
    read += [_read_move(part) for part in _split(query.get("at", ""))]
    return (action for action in read if action is not None)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(SEPARATOR) if part)[:MOST]


def _read_step(part: str) -> Action | None:
    kind, _, node = part.partition(":")
    return read_values(STEP_KINDS.get(kind), [node]) if node else None


def _read_move(text: str) -> Action | None:
    point = POINT.fullmatch(text)
    return read_values(Move, point.groups()) if point else None
