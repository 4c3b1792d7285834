"""The text of a query's file, made from what somebody filled in, and read back into it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from cypher.guard.tokens import INVISIBLE
from cypher.own.folder import ENDING, is_safe_name
from cypher.saved.places import HEADER_MARK, QueryFile, read_header, read_header_text, split_query
from cypher.saved.query import BadQuery
from ledger.names import plain_words

WIDTH = 110
MOST_OF_HEADER = 20_000
DEEPEST = 10
ORDER = ("id", "title", "question", "tags", "view", "how_to_read", "data_set", "parameters")
"""Fields in the order in which they are written; others follow."""
LONGEST_ID = 60


@dataclass(frozen=True)
class Draft:
    """What a query's file holds: the fields of its header, as YAML has them, and the Cypher. It need not be sound."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""

    @property
    def id(self) -> str:
        """The id, which is also the file's name; empty where none is said."""
        return str(self.fields.get("id") or "")


def make_id(title: str) -> str:
    """An id for a title: its plain words, joined by hyphens; `query` where it has none.

    >>> make_id("Who funds Reko Diq?")
    'who-funds-reko-diq'
    """
    words = "-".join(re.sub(r"[^a-z0-9]+", "-", word) for word in plain_words(title))
    plain = re.sub(r"-+", "-", words).strip("-")[:LONGEST_ID].strip("-")
    made = plain if plain[:1].isalpha() else f"query-{plain}".strip("-")
    return made if is_safe_name(f"{made}{ENDING}") else f"query-{made}"


def write_draft(draft: Draft) -> str:
    """The file: a line of YAML behind each `//`, then the Cypher. `read_draft` gives the same draft again."""
    known = {name: draft.fields[name] for name in ORDER if name in draft.fields}
    fields = {**known, **draft.fields}
    header = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=WIDTH)
    lines = [f"// {line}".rstrip(" ") for line in header.split("\n")[:-1]]
    body = draft.text.replace("\r\n", "\n").strip()
    apart = [""] if body.startswith("//") else []  # else the comment would be a part of the header
    return "\n".join([*lines, *apart, body]) + "\n"


def read_draft(name: str, text: str) -> Draft:
    """What stands in a file of that name. Raises BadQuery where its header is none."""
    file = split_query(Path(name), text)
    try:
        _check_shape(file)
        fields = read_header(file)
    except yaml.YAMLError as error:
        raise BadQuery(file.say_yaml(error)) from error
    except RecursionError:
        raise BadQuery(file.say("its header is nested too deep", 0)) from None
    if not isinstance(fields, dict) or not all(isinstance(key, str) for key in fields):
        raise BadQuery(file.say("begins with no header: see docs/queries.md", 0))
    return Draft(fields, file.text[file.header_length :].strip())


def _check_shape(file: QueryFile) -> None:
    """Refuse what takes without end to read: what is said once and named a million times, and brackets in brackets."""
    if file.header_length > MOST_OF_HEADER:
        raise BadQuery(file.say(f"its header has more than {MOST_OF_HEADER:,} characters", 0))
    depth = 0
    for event in yaml.parse(read_header_text(file), yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        mark = event.start_mark
        place = f"{file.path.name}:{mark.line + 1}:{mark.column + HEADER_MARK + 1}" if mark else file.path.name
        if isinstance(event, yaml.AliasEvent):
            raise BadQuery(f"{place}: its header refers to another part of itself", "write that part out")
        if depth > DEEPEST:
            raise BadQuery(f"{place}: its header is nested more than {DEEPEST} deep")


def find_invisible(value: Any, field_name: str = "") -> Iterator[str]:
    """The fields that hold a character that cannot be seen or turns the direction of what is read."""
    if isinstance(value, str) and any(unicodedata.category(sign) in INVISIBLE - {"Cn"} for sign in value):
        yield field_name
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from find_invisible(inner, field_name or str(key))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from find_invisible(inner, field_name)
