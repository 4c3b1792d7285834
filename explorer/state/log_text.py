"""A log as the compact text that stands in an address: `1~~eagency/exim~FUNDS~out~~hcompany/glencore`.

The first part is the version of the form. Every other one is an action: its letter, then its fields and what
it is done to besides, with `~` between.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.state.action import Action
from explorer.state.action_values import read_values, write_values
from explorer.state.actions import (
    BY_LETTER,
)
from explorer.state.log import MOST_ENTRIES, Log

VERSION = "1"
BETWEEN, BESIDE = "~~", "~"
ESCAPES = {"%": "%25", BESIDE: "%7E"}
EMPTY = "%"
"""Stands for an empty field, which would look like the end of an action."""


@dataclass(frozen=True)
class ReadLog:
    """A log as a text tells it, with what could not be read of it, and whether it was longer than is read."""

    actions: tuple[Action, ...] = ()
    unread: tuple[str, ...] = ()
    is_cut: bool = False


def write_log(log: Log) -> str:
    """The actions in force as text."""
    return write_actions(log.done)


def write_actions(actions: Sequence[Action]) -> str:
    """Some actions as text; empty where there are none."""
    return BETWEEN.join((VERSION, *map(_write_action, actions))) if actions else ""


def read_log(text: str) -> ReadLog:
    """What a text tells; what does not fit is left out, and told."""
    if not text:
        return ReadLog()
    version, *parts = text.split(BETWEEN, MOST_ENTRIES + 1)
    if version != VERSION:
        return ReadLog(unread=(text,))
    read = [(part, _read_action(part)) for part in parts[:MOST_ENTRIES]]
    actions = tuple(action for _, action in read if action is not None)
    return ReadLog(actions, tuple(part for part, action in read if action is None), len(parts) > MOST_ENTRIES)


def join_texts(texts: Sequence[str]) -> str:
    """Some texts as one, in the same signs as a log."""
    return BESIDE.join(map(_escape, texts))


def split_texts(text: str) -> tuple[str, ...]:
    """What `join_texts` joined."""
    return tuple(_unescape(part) for part in text.split(BESIDE))


def _write_action(action: Action) -> str:
    told = write_values(action)
    return action.letter + BESIDE.join(_escape(value) or EMPTY for value in told)


def _read_action(part: str) -> Action | None:
    letter, rest = part[:1], part[1:]
    return read_values(BY_LETTER.get(letter), [_unescape(value) for value in rest.split(BESIDE)] if rest else [])


def _escape(text: str) -> str:
    return "".join(ESCAPES.get(sign, sign) for sign in text)


def _unescape(text: str) -> str:
    if text == EMPTY:
        return ""
    for sign, written in reversed(ESCAPES.items()):
        text = text.replace(written, sign)
    return text
