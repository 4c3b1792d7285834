"""Answers worked out by hand from records, as data: what is asked, and what has to be found."""

from functools import cached_property
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from cypher.saved import Catalog, QueryAnswer
from ledger.deals import Side, Stage
from tests.integration import worked_asks
from tests.shipped import CATALOG, SHIPPED

FOLDER = Path(__file__).parent / "answers_by_hand"
OURS = worked_asks.CATALOG
BY_SET = {"worked": OURS, "changed": OURS, "figures": OURS, "shipped": CATALOG}
"""By the name that a file uses for a data set: the catalog that is asked."""


class Sum(BaseModel):
    """One group of totals: what is added, each deal with its figure, or with its floor and ceiling (None: open)."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    unit: str
    stage: Stage
    side: Side
    added: dict[str, int | tuple[int, int | None]]
    inside: tuple[str, ...] = ()

    @cached_property
    def bounds(self) -> tuple[int, int | None]:
        """The sum of the floors and of the ceilings; None where one is open."""
        pairs = [x if isinstance(x, tuple) else (x, x) for x in self.added.values()]
        ceilings = [ceiling for _, ceiling in pairs if ceiling is not None]
        return sum(floor for floor, _ in pairs), sum(ceilings) if len(ceilings) == len(pairs) else None


class Answer(BaseModel):
    """What one question has to be answered: rows in order, by columns; a network's ids; or the groups of totals."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    of: str
    given: dict[str, str | int] = {}
    columns: tuple[str, ...] = ()
    rows: list[list[object]] | None = None
    links: frozenset[str] | None = None
    sums: list[Sum] | None = None
    left_out: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _expects_something(self) -> "Answer":
        if self.rows is None and self.links is None and self.sums is None:
            raise ValueError("an answer by hand has rows, links or sums")
        return self

    @property
    def data_set(self) -> str:
        """The name of the data set that is asked."""
        return SHIPPED.name if self.of == "shipped" else self.of

    def catalog(self) -> Catalog:
        """The catalog that is offered for it."""
        return BY_SET[self.of]

    def check(self, found: QueryAnswer) -> None:
        """Fail where what was found is other than what was worked out."""
        if self.rows is not None:
            assert [list(row) for row in worked_asks.rows(found, *self.columns)] == self.rows
        if self.links is not None:
            assert {e.id for e in found.subgraph.edges} == self.links
        if self.sums is not None:
            self._check_sums(found)
        for part in self.notes:
            assert any(part in note for note in found.notes), f"no note has: {part}"

    def _check_sums(self, found: QueryAnswer) -> None:
        assert found.totals is not None
        told = {
            (g.key.unit, g.key.stage, g.key.side): (
                {x.deal for x in g.added}, {x.deal for x in g.inside}, (g.interval.floor, g.interval.ceiling)
            )
            for g in found.totals.groups
        }  # fmt: skip
        wanted = {(s.unit, s.stage, s.side): (set(s.added), set(s.inside), s.bounds) for s in self.sums or ()}
        assert told == wanted
        assert {x.deal for x in found.totals.left_out} == self.left_out


class ByHand(BaseModel):
    """The answers of one query, and how they were worked out."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    query: str
    how: str
    answers: list[Answer]


def read_all() -> list[ByHand]:
    """Every file, in order of the queries' ids."""
    files = sorted(FOLDER.glob("*.yaml"))
    read = [ByHand.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in files]
    assert [b.query for b in read] == [path.stem for path in files], "a file is named after its query"
    return read
