"""The catalog of saved queries, read from their files and checked as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cypher.errors import GraphError
from cypher.guide import Guide
from cypher.model import Model
from cypher.saved.categories import rank_category
from cypher.saved.query import BadQuery, SavedQuery, read_query
from ledger.nearest import did_you_mean, nearest, shown

FOLDER = Path(__file__).resolve().parent.parent / "queries"


class UnknownQuery(GraphError):
    """An id that no saved query has."""


@dataclass(frozen=True)
class BrokenQuery:
    """A file of the reader's own folder that holds no query to be run: its name, and what is to be mended where."""

    file: str
    problem: str


@dataclass(frozen=True)
class Catalog:
    """Saved queries in the order of their categories and by title, and the model that they were held against.

    `elsewhere`: by id, the only data set for which a query makes sense that is not offered for this one.
    `broken`: own queries that cannot be run, and why.
    """

    queries: tuple[SavedQuery, ...]
    model: Model
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    broken: tuple[BrokenQuery, ...] = ()

    def get(self, query_id: str) -> SavedQuery:
        """The query of that id; raises UnknownQuery that lists the ids, or names the data set that has it."""
        found = next((q for q in self.queries if q.id == query_id), None)
        if found is None and query_id in self.elsewhere:
            raise UnknownQuery(f"the saved query '{query_id}' is for the data set '{self.elsewhere[query_id]}' only")
        broken = next((b for b in self.broken if b.file == f"{query_id}.cypher"), None)
        if found is None and broken is not None:
            raise UnknownQuery(f"your own query '{query_id}' is broken: {broken.problem}")
        if found is None:
            ids = [q.id for q in self.queries]
            meant = did_you_mean(nearest(query_id, ids))
            raise UnknownQuery(f"there is no saved query '{shown(query_id)}'{meant}: there are {', '.join(ids)}")
        return found

    def offered(self, data_set: str, guide: Guide) -> "Catalog":
        """The queries that make sense for a data set, with the values that it starts from."""
        queries = (
            q.with_defaults(guide.defaults.get(q.id, {})) for q in self.queries if q.data_set in (None, data_set)
        )
        elsewhere = {q.id: q.data_set for q in self.queries if q.data_set not in (None, data_set)}
        return replace(self, queries=tuple(queries), elsewhere={**self.elsewhere, **elsewhere})

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories that have queries, in their order."""
        return tuple(dict.fromkeys(q.category for q in self.queries))


def read_catalog(model: Model, folder: Path = FOLDER) -> Catalog:
    """Read every query below `folder` and hold it against a model.

    Raises BadQuery on the first file that breaks a rule or repeats an id.
    """
    queries: dict[str, SavedQuery] = {}
    for path in sorted(folder.glob("*/*.cypher")):
        query = read_query(path, model)
        if query.id in queries:
            raise BadQuery(f"{path.name}: the id {query.id} stands already under {queries[query.id].category}")
        queries[query.id] = query
    return Catalog(tuple(sorted(queries.values(), key=lambda q: (rank_category(q.category), q.title))), model)
