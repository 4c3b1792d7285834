"""Saved queries with one thing wrong in them: what was changed, from data, and the catalog that has it."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from cypher.saved import Catalog, SavedQuery

FILE = Path(__file__).parent / "query_mutations.yaml"


class Mutation(BaseModel):
    """In the text of this query, `of` was replaced by `by`; what a reader would then be told wrong is `says`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    query: str
    of: Annotated[str, Field(min_length=1)]
    by: str
    says: Annotated[str, Field(min_length=1)]

    def spoil(self, query: SavedQuery) -> SavedQuery:
        """The query with it. Its text has to be there once, so that one knows what was changed."""
        assert query.text.count(self.of) == 1, (
            f"{self.query}: '{self.of}' stands there {query.text.count(self.of)} times"
        )
        return query.model_copy(update={"text": query.text.replace(self.of, self.by)})

    def spoil_in(self, catalog: Catalog) -> Catalog:
        """The catalog in which that query has it."""
        return replace(catalog, queries=tuple(self.spoil(q) if q.id == self.query else q for q in catalog.queries))


MUTATIONS = TypeAdapter(list[Mutation]).validate_python(yaml.safe_load(FILE.read_text(encoding="utf-8")))
