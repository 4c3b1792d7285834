"""Deals as a reading would have them: their fields must fit one another as those of a deal's own record do."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cypher.model.properties import AMOUNT
from loader.check.figures_beside import wrong_figures_beside
from loader.check.index import Index
from loader.check.measured_as import wrongly_measured
from loader.check.money_of import misnamed_money
from loader.check.terms import impossible_terms
from loader.records import Node, Problem, Spot

UNDER = "under this reading, "
OF_ONE_DEAL: tuple[Callable[[Index], Iterator[Problem]], ...] = (
    misnamed_money,
    wrongly_measured,
    wrong_figures_beside,
    impossible_terms,
)
"""The checks of a whole set that look at the fields of each deal alone."""


def misfitting_fields(
    of: str, typed: Mapping[str, Any], spot: Spot, index: Index, without: Collection[str] = ()
) -> Iterator[Problem]:
    """What would not fit in a deal if it had these values and not those fields, and fits as it is."""
    deal = index.deals.get(of)
    if deal is None:
        return
    before = {(p.field, p.what) for p in misfitting_deal(deal, spot, index)}
    supposed = replace(deal, properties=suppose_fields(deal.properties, typed, without))
    for problem in misfitting_deal(supposed, spot, index):
        if (problem.field, problem.what) not in before:
            yield problem


def misfitting_deal(deal: Node, spot: Spot, index: Index) -> Iterator[Problem]:
    """What does not fit in a deal that a reading supposes, told at the change."""
    for problem in _check(deal, index):
        yield replace(problem, where=spot.at(problem.field).where, what=f"{UNDER}{problem.what}")


def _check(deal: Node, index: Index) -> Iterator[Problem]:
    alone = replace(index, deals={deal.id: deal})
    for check in OF_ONE_DEAL:
        yield from check(alone)


def list_properties_of(field: str) -> frozenset[str]:
    """The properties in which a field of a record is kept."""
    return frozenset(p.name for p in AMOUNT) if field == "amount" else frozenset({field})


def suppose_fields(held: Mapping[str, Any], typed: Mapping[str, Any], without: Collection[str]) -> dict[str, Any]:
    """The properties with other values; a figure takes the place of the whole figure that was there."""
    gone = frozenset[str]().union(*map(list_properties_of, without))
    figure = list_properties_of("amount")
    replaced = figure if figure & typed.keys() else frozenset()
    kept = {name: value for name, value in held.items() if name not in gone | replaced}
    return {**kept, **typed}
