"""Everything that is wrong with a query's file, with line and column, before anybody runs it."""

import re
from collections.abc import Iterator
from pathlib import Path

from cypher.guard.check import check_typed
from cypher.guard.refusal import Refused
from cypher.model import Model
from cypher.saved.cypher_words import NOISE
from cypher.saved.places import QueryFile, open_query
from cypher.saved.query import BadQuery, SavedQuery, read_query
from ledger.ids import is_node_id

PLACES = re.compile(r"\{\{[^{}]*\}\}")
ONE_SET = "{id} is of one data set: say which in the header, `data_set: NAME`, or make a parameter of it"


def lint_query(path: Path, model: Model) -> tuple[str, ...]:
    """What is to be mended in a file, each as `name:line:column: message`; nothing where all is well.

    Raises OSError for a file that cannot be read.
    """
    try:
        query = read_query(path, model)
    except BadQuery as error:
        return (str(error),)
    return (*find_refusal(open_query(path)), *_find_lone_ids(path, query, model))


def find_refusal(file: QueryFile) -> Iterator[str]:
    """What the guard of typed statements would refuse. Header and places are blanked, so that all keeps its place."""
    header, body = file.text[: file.header_length], file.text[file.header_length :]
    named = PLACES.sub(lambda place: "`" + "_" * (len(place.group()) - 2) + "`", body)
    try:
        check_typed(re.sub(r"[^\n]", " ", header) + named)
    except Refused as refused:
        yield f"{file.path.name}:{max(1, refused.line)}:{max(1, refused.column)}: {refused.because}"


def _find_lone_ids(path: Path, query: SavedQuery, model: Model) -> Iterator[str]:
    """Ids in the text of a query that is offered for every data set, which may not have them."""
    if query.data_set is not None:
        return
    file = open_query(path)
    for noise in NOISE.finditer(file.text):
        named = noise.group()[1:-1]
        if noise.group()[0] in "'\"" and is_node_id(named) and model.find_label_of_id(named):
            yield file.say(ONE_SET.format(id=named), noise.start())
