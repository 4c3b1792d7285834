"""The article and its line that an address of the page about the data names: `?article=source/x&line=12`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cypher.citing import read_articles
from explorer.shown_graph import ShownGraph
from ledger.nearest import did_you_mean, nearest, shown

ASKED = ("article", "line")
"""What the address may hold, beside the data set."""
NUMBER = re.compile(r"[1-9][0-9]{0,5}")


@dataclass(frozen=True)
class AskedLine:
    """An article's id and the number of a line, None where none is named; `is_there`: the data set has the article."""

    article: str | None = None
    line: int | None = None
    is_there: bool = False


def read_asked_line(here: ShownGraph, address: Mapping[str, str]) -> tuple[AskedLine, list[str]]:
    """What an address names of it, and what it names in vain. Raises what the graph raises."""
    article, line = (address.get(name) or None for name in ASKED)
    number = int(line) if line and NUMBER.fullmatch(line) else None
    notices = [] if line is None or number else [f"“{shown(line)}” is no number of a line"]
    if article is None:
        return AskedLine(), [*notices, *([f"line {number} is of no article: name one"] if number else [])]
    there = [a.id for a in read_articles(here.graph, here.data_set.name)]
    if article not in there:
        near = did_you_mean(nearest(article, there))
        return AskedLine(article), [*notices, f"there is no article {shown(article)} here{near}"]
    return AskedLine(article, number, is_there=True), notices
