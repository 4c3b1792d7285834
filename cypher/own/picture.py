"""A picture as an own query: its nodes and relationships by their ids, to be found again in the records of any day."""

import re
from collections.abc import Iterable

from cypher.errors import GraphError
from cypher.guard.tokens import MOST_CHARACTERS, MOST_TOKENS
from cypher.internal import statement
from cypher.own.draft import Draft, make_id

LISTS = re.compile(r"\$(?:ids|ties)\b")
FEWEST_TOKENS_BESIDE = 200
"""Of a statement, those that are not ids; an id takes two, with its comma."""
QUESTION = "What do the records hold of the things in this picture, and of what ties them?"
HOW_TO_READ = (
    "A picture that was kept: these nodes and relationships and no others. What has left the records since is missing "
    "here, and what came is not added."
)


class TooLarge(GraphError):
    """A picture that no own query can hold."""


def draft_picture(title: str, nodes: Iterable[str], relationships: Iterable[str]) -> Draft:
    """The query of a picture, by the ids of its nodes and relationships; `title`: the reader's, from which its id is
    made. Raises TooLarge where typed Cypher may not be as long."""
    ids, ties = sorted(set(nodes)), sorted(set(relationships))
    text = _write_text(ids, ties)
    if len(text) > MOST_CHARACTERS or 2 * len(ids) + 2 * len(ties) + FEWEST_TOKENS_BESIDE > MOST_TOKENS:
        raise TooLarge(
            f"this picture has {len(ids):,} nodes and {len(ties):,} relationships, and a query of {MOST_CHARACTERS:,} "
            "characters cannot name them all",
            "hide or filter what need not be in it, or save a scene file, which holds more",
        )
    fields = {
        "id": make_id(title),
        "title": title,
        "question": QUESTION,
        "view": "network",
        "how_to_read": HOW_TO_READ,
    }
    return Draft(fields, text)


def _write_text(ids: list[str], ties: list[str]) -> str:
    """The statement with its lists written out, so that the file needs no parameter but the data set."""
    lists = {"$ids": _write_list(ids), "$ties": _write_list(ties)}
    return LISTS.sub(lambda found: lists[found[0]], statement("things-of-a-picture"))


def _write_list(texts: list[str]) -> str:
    return "[" + ", ".join(map(_quote, texts)) + "]"


def _quote(text: str) -> str:
    """As a string of Cypher; what ends one early is escaped."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    return f"'{escaped}'"
