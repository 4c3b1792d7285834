"""What a record holds that stands apart in a graph: its claims and readings, who says them, and links told by it alone.

It waits in a temporary file, so that a large set needs no memory.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from cypher.results import Value
from loader.expand.disputes import CONCERNS, SUBJECT
from loader.rows import Row

SCHEMA = """
    create table claims (owner text, id text, properties text);
    create table owners (claim text primary key, owner text);
    create table told (thing text, type text, other text);
    create table inherited (number integer primary key, owner text, row text);
"""
INDEXES = """
    create index claims_of on claims (owner);
    create index told_of on told (thing, type);
    create index inherited_of on inherited (owner);
"""
SAID_BY, ABOUT, READING_OF = "SAID_BY", "ABOUT", "READING_OF"


def is_of_the_evidence(row: Row) -> bool:
    """Whether a relationship is written by the loader for a claim, dispute or passage, and by no record."""
    return "basis" not in row.properties


def is_inherited(row: Row) -> bool:
    """Whether a relationship can only be written in the record of an end: it cites nothing, and says what that does."""
    p = row.properties
    return "paraphrase" in p and not p.get("evidence") and p.get("basis") != "ours"


class Attached:
    """Looks up by a thing's id what belongs into its record."""

    def __init__(self, held: sqlite3.Connection) -> None:
        self._held = held

    def claims_of(self, owner: str) -> Iterator[tuple[str, dict[str, Value]]]:
        """The claims, readings and steps of a node or dispute: the key of each, and its properties."""
        found = self._held.execute("select id, properties from claims where owner = ? order by id", (owner,))
        for claim, properties in found:
            yield claim.removeprefix(f"claim/{owner}/"), json.loads(properties)

    def speakers_of(self, claim: str) -> list[str]:
        """Who says a claim."""
        return self._others(claim, SAID_BY)

    def concerned_by(self, dispute: str) -> list[str]:
        """The nodes that a dispute is about."""
        return self._others(dispute, CONCERNS)

    def links_of(self, node: str, says: str) -> Iterator[tuple[str, str, str, str, dict[str, Value]]]:
        """Links that only this record can tell, each once: id, type, start, end and properties."""
        found = self._held.execute("select number, row from inherited where owner = ? order by row", (node,)).fetchall()
        for number, text in found:
            link = json.loads(text)
            if link[-1].get("paraphrase") == says:
                self._held.execute("delete from inherited where row = (select row from inherited where number = ?)",
                                   (number,))  # fmt: skip
                yield tuple(link)

    def _others(self, thing: str, type_: str) -> list[str]:
        text = "select other from told where thing = ? and type = ? order by rowid"
        return [other for (other,) in self._held.execute(text, (thing, type_))]


@contextmanager
def attach(nodes: Iterable[Row], relationships: Iterable[Row]) -> Iterator[Attached]:
    """What belongs into the records of others, for the length of a block."""
    held = sqlite3.connect("")  # a temporary file, which goes with the connection
    try:
        held.executescript(SCHEMA)
        held.executemany("insert or ignore into owners values (?, ?)", _owners(relationships))
        held.executemany("insert into told values (?, ?, ?)", _told(relationships))
        held.executemany("insert into inherited (owner, row) values (?, ?)", _inherited(relationships))
        held.executemany(
            "insert into claims select owner, ?1, ?2 from owners where claim = ?1",
            ((r.id, _dump(r.properties)) for r in nodes if r.group[0] == "Claim"),
        )
        held.executescript(INDEXES)
        yield Attached(held)
    finally:
        held.close()


def _owners(relationships: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Each claim with the node or dispute in whose record it stands: the one that its id names."""
    for row in relationships:
        if row.group[0] in (ABOUT, READING_OF) and row.start.startswith(f"claim/{row.end}/"):
            yield row.start, row.end


def _told(relationships: Iterable[Row]) -> Iterator[tuple[str, str, str]]:
    for row in relationships:
        subject = row.group[0] == CONCERNS and row.properties.get("role") == SUBJECT
        if row.group[0] == SAID_BY or subject:
            yield row.start, row.group[0], row.end


def _inherited(relationships: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for row in relationships:
        if is_inherited(row):
            text = _dump((row.id, row.group[0], row.start, row.end, row.properties))
            yield from ((end, text) for end in dict.fromkeys((row.start, row.end)))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
