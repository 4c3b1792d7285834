"""Of which minerals deals are by those inside which they lie and those inside them, read from the graph."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from cypher.internal import statement
from cypher.protocols import Reader
from ledger.deals import Deal
from ledger.minerals import find_told_apart, find_told_minerals


@dataclass(frozen=True)
class DealMinerals:
    """What some deals and those around them name.

    `told`: by deal that names no mineral, those of its nearest wholes that name some. `of_parts`: by deal, what each
    part of it that names some does, at any depth.
    """

    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    of_parts: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)

    def of(self, deal: Deal, insides: Mapping[str, frozenset[str]]) -> Deal:
        """The deal with what is told of its minerals; `insides`: by mineral, all that it is a kind of."""
        told = self.told.get(deal.id, frozenset())
        apart = find_told_apart(deal.minerals or told, self.of_parts.get(deal.id, ()), insides)
        return replace(deal, whole_minerals=told, told_apart=apart)


def read_minerals(
    graph: Reader,
    deals: Iterable[str],
    lies_in: Mapping[str, Collection[str]],
    named: Mapping[str, Collection[str]],
    data_set: str,
) -> DealMinerals:
    """`lies_in`: by deal, and by all that holds it, what it lies directly inside of; `named`: what these name."""
    told = {deal: found for deal in deals if (found := find_told_minerals(deal, lies_in, named))}
    asked = {"ids": sorted(deal for deal in deals if deal in told or named.get(deal)), "data_set": data_set}
    by_part: dict[str, dict[str, set[str]]] = {}
    for whole, part, mineral in graph.rows(statement("minerals-of-parts"), asked) if asked["ids"] else ():
        by_part.setdefault(str(whole), {}).setdefault(str(part), set()).add(str(mineral))
    of_parts = {whole: tuple(frozenset(m) for m in parts.values()) for whole, parts in by_part.items()}
    return DealMinerals(told, of_parts)
