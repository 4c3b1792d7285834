"""What would be otherwise in the graph if a reading held, in words, and which nodes that names."""

from collections.abc import Iterator, Mapping
from typing import Any

from cypher.deals import DealBook
from cypher.model import Model
from ledger.alterations import Addition, Alteration, Removal, Setting
from ledger.glossary import spell_term
from ledger.ids import is_relationship_id
from ledger.supposed import Tie


def describe_change(change: Alteration, book: DealBook, model: Model) -> str:
    """A change on one line: `The loan: stage signed`, `not there: The mine is part of The programme`."""
    match change:
        case Setting():
            return f"{_name_thing(change.of, book, model)}: {', '.join(_spell_fields(change.fields))}"
        case Removal():
            return f"not there: {_name_thing(change.of, book, model)}"
        case Addition() if change.is_link:
            return f"there: {_say_link(Tie.of(change), book, model)}"
    return f"there: {change.text('name') or change.text('id')}"


def list_named(change: Alteration) -> tuple[str, ...]:
    """The ids of the nodes that a change names."""
    if isinstance(change, Addition):
        return tuple(filter(None, (change.text(name) for name in ("id", "from", "to"))))
    if is_relationship_id(change.of):
        link = Tie.parse(change.of)
        return link.start, link.end
    return (change.of,)


def _name_thing(thing: str, book: DealBook, model: Model) -> str:
    """A node by its name, a relationship by what it says."""
    return _say_link(Tie.parse(thing), book, model) if is_relationship_id(thing) else book.name(thing)


def _say_link(link: Tie, book: DealBook, model: Model) -> str:
    """A relationship in words, with its role where its type has several."""
    found = model.find_relationship_type(link.type)
    role = f", as {spell_term(link.role)}" if found and len(found.roles) > 1 and link.role else ""
    return f"{book.name(link.start)} {model.reads(link.type)} {book.name(link.end)}{role}"


def _spell_fields(fields: Mapping[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        if value is None:
            if fields.get(name.removesuffix("_of"), "") is not None or not name.endswith("_of"):
                yield f"no {spell_term(name)}"
            continue
        text = str(value)
        yield f"{spell_term(name)} {text if ' ' in text else spell_term(text)}"
