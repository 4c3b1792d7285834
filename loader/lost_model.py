"""A set that was loaded with a model of its own, and whose `model.yaml` is no longer there."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cypher.errors import GraphError
from cypher.internal import statement
from cypher.model import Extension
from cypher.model.extend import model_of
from cypher.protocols import Reader
from loader.read.files import MODEL
from loader.records import Problem, Where

MOST_NAMED = 6
NOTHING = Extension().to_text()
"""What a graph holds of a set that adds nothing to the model."""


def find_lost_model(graph: Reader, data_set: str, folder: Path) -> Iterator[Problem]:
    """The problem, where the graph knows such a model of the set and the folder has none; none where it is silent."""
    if (folder / MODEL).is_file():
        return
    with suppress(GraphError):
        rows = graph.rows(statement("model-of-a-data-set"), {"data_set": data_set})
        if rows and rows[0][0] not in (None, "", NOTHING):
            added = sorted(model_of(str(rows[0][0])).added)
            named = ", ".join(added[:MOST_NAMED]) + (" and more" if len(added) > MOST_NAMED else "")
            own = "a model of its own" + (f" ({named})" if named else "")
            what = f"'{data_set}' was loaded with {own}, and this file is missing"
            remedy = f"put {MODEL} back; where it went on purpose, no record may need what it added"
            yield Problem(Where(MODEL, 1), "model", what, remedy)
