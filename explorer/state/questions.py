"""Questions that a reader comes back to: a saved query with its values, as text for an address, and lists of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from cypher.saved import SavedQuery

BETWEEN = "~"
"""Stands between questions in an address: what is written of one has no such sign but escaped."""
MOST_PINNED = 8
MOST_RECENT = 12
LONGEST = 400
"""Characters of one question in an address; a longer one is not pinned."""


@dataclass(frozen=True)
class Question:
    """A saved query by its id, with the values that are not empty, in the order in which they were given."""

    query: str
    given: tuple[tuple[str, str], ...] = ()

    def write(self) -> str:
        """As text that holds no `~`: `money-by-funder?funder=agency%2Fexim`."""
        values = urlencode(self.given).replace(BETWEEN, "%7E")
        return f"{self.query}?{values}" if values else self.query

    def make_address(self) -> dict[str, str]:
        """What the page of saved queries has in its address for it."""
        return {"query": self.query} | {f"p.{name}": value for name, value in self.given}


def make_question(query: SavedQuery, values: Mapping[str, object]) -> Question:
    """The question that a query is with some values, of which those that are its defaults need not be said."""
    usual = {p.name: str("" if p.default is None else p.default) for p in query.parameters}
    told = ((name, str(value)) for name, value in values.items())
    return Question(query.id, tuple((name, value) for name, value in told if value != usual.get(name)))


def read_questions(text: str, queries: Iterable[SavedQuery]) -> tuple[Question, ...]:
    """The questions of an address, each once; such as these queries do not have are left out."""
    known = {q.id: {p.name for p in q.parameters} for q in queries}
    found: dict[Question, None] = {}
    for part in text.split(BETWEEN)[:MOST_PINNED]:
        query, _, values = part.partition("?")
        if query in known and len(part) <= LONGEST:
            given = tuple((n, v) for n, v in parse_qsl(values, keep_blank_values=True) if n in known[query])
            found[Question(query, given)] = None
    return tuple(found)


def write_questions(questions: Iterable[Question]) -> str:
    """As an address holds them."""
    return BETWEEN.join(question.write() for question in questions)


def put_first(questions: Sequence[Question], question: Question, most: int) -> tuple[Question, ...]:
    """The list with one at its head, once, and no longer than so many."""
    return (question, *(q for q in questions if q != question))[:most]


def toggle(questions: Sequence[Question], question: Question) -> tuple[Question, ...]:
    """Without it where it is in the list, else with it at the end, while there is room."""
    if question in questions:
        return tuple(q for q in questions if q != question)
    has_room = len(questions) < MOST_PINNED and len(question.write()) <= LONGEST
    return (*questions, question) if has_room else tuple(questions)


def describe_question(question: Question, title: str) -> str:
    """The query's title, with the values in brackets."""
    values = ", ".join(value if value else f"any {name}" for name, value in question.given)
    return f"{title} ({values})" if values else title
