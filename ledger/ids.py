"""Ids: readable strings that never depend on an engine.

A node's id is its kind and a name, `country/GN` or `passage/uni/9`. A
relationship's id is made of what it connects, `start|TYPE|end|role`, with a
key at its end where several stand between the same two: `…|role|key`.
"""

import re

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
NODE_ID = re.compile(r"[a-z][a-z_]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)+")


class BadId(ValueError):
    """An id that is not of the form `kind/name`."""


def check_node_id(text: str) -> str:
    """Return `text` when it is a node id, else raise BadId that says what an id looks like."""
    if not NODE_ID.fullmatch(text):
        raise BadId(f"'{text}' is not an id: write kind/name, such as country/XX or deal/a-loan")
    return text


def is_node_id(text: str) -> bool:
    """Whether `text` has the form of a node id."""
    return NODE_ID.fullmatch(text) is not None


def split_kind(node_id: str) -> str:
    """The part of a node id before the first slash: its kind."""
    return node_id.partition("/")[0]


def make_relationship_id(start: str, type_: str, end: str, role: str, key: str = "") -> str:
    """The id of a relationship; two roles, or two keys of one role, between the same nodes are two relationships."""
    return f"{start}|{type_}|{end}|{role}" + (f"|{key}" if key else "")


def is_key(text: str) -> bool:
    """Whether `text` may stand as the key at the end of a relationship's id."""
    return KEY.fullmatch(text) is not None


def split_ends(relationship: str) -> tuple[str, str] | None:
    """The ids of a relationship's start and end, which its id names; None for an id that is none of ours."""
    if not is_relationship_id(relationship):
        return None
    start, _, end, *_ = relationship.split("|")
    return start, end


def is_relationship_id(text: str) -> bool:
    """Whether `text` names a relationship rather than a node."""
    return text.count("|") in (3, 4)
