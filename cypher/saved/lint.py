"""Everything that is wrong with a query's file, with line and column, before anybody runs it."""

from collections.abc import Iterator
from pathlib import Path

from cypher.model import Model
from cypher.saved.cypher_words import NOISE
from cypher.saved.places import open_query
from cypher.saved.query import BadQuery, SavedQuery, read_query
from ledger.ids import is_node_id

ONE_SET = "{id} is of one data set: say which in the header, `data_set: NAME`, or make a parameter of it"


def lint_query(path: Path, model: Model) -> tuple[str, ...]:
    """What is to be mended in a file, each as `name:line:column: message`; nothing where all is well.

    Raises OSError for a file that cannot be read.
    """
    try:
        query = read_query(path, path.resolve().parent.name, model)
    except BadQuery as error:
        return (str(error),)
    return tuple(_find_lone_ids(path, query, model))


def _find_lone_ids(path: Path, query: SavedQuery, model: Model) -> Iterator[str]:
    """Ids in the text of a query that is offered for every data set, which may not have them."""
    if query.data_set is not None:
        return
    file = open_query(path)
    for noise in NOISE.finditer(file.text):
        named = noise.group()[1:-1]
        if noise.group()[0] in "'\"" and is_node_id(named) and model.find_label_of_id(named):
            yield file.say(ONE_SET.format(id=named), noise.start())
