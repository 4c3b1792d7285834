"""Which things of a part of the graph the filters leave out, and because of which facet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from cypher.facets.asked import Asked
from cypher.facets.facet import OF_EVIDENCE, Facet
from cypher.facets.read import Facets
from cypher.results import Subgraph


@dataclass(frozen=True)
class Sifted:
    """`by_facet`: what each facet leaves out by itself, nodes and relationships; `loose`: nodes that no filter asks
    about, and that all they were tied to are left out."""

    by_facet: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()

    @property
    def left_out(self) -> frozenset[str]:
        """The ids of all nodes and relationships that are left out."""
        return frozenset(chain(self.loose, *self.by_facet.values()))

    def because_of(self, item: str) -> tuple[Facet, ...]:
        """The facets that leave a thing out by itself."""
        return tuple(facet for facet, ids in self.by_facet.items() if item in ids)


def sift(shown: Subgraph, facets: Facets, filters: Iterable[Asked]) -> Sifted:
    """What passes every filter stays, and what no filter asks about as long as it is tied to something that stays.

    Of dates and of evidence relationships are asked as well. Of evidence, a node that does not pass stays as the end of
    one that does.
    """
    asked = tuple(filters)
    if not asked:
        return Sifted()
    failed = {a.facet: _fail(facets, a) for a in asked}
    strict = frozenset(chain.from_iterable(ids for facet, ids in failed.items() if facet not in OF_EVIDENCE))
    weak = frozenset(chain.from_iterable(ids for facet, ids in failed.items() if facet in OF_EVIDENCE))
    kept = [e for e in shown.edges if e.id not in weak and strict.isdisjoint((e.id, e.start, e.end))]
    held = frozenset(end for e in kept for end in (e.start, e.end))
    out = {facet: ids - held if facet in OF_EVIDENCE else ids for facet, ids in failed.items()}
    questioned = frozenset(chain.from_iterable(facets.values.get(a.facet, {}) for a in asked))
    tied = frozenset(end for e in shown.edges for end in (e.start, e.end))
    loose = (tied - held) & {n.id for n in shown.nodes} - questioned
    return Sifted(out, loose)


def find_stops(shown: Subgraph, facets: Facets, filters: Iterable[Asked]) -> frozenset[str]:
    """The nodes and relationships through which a path does not go under these filters: of evidence, relationships."""
    ties = frozenset(e.id for e in shown.edges)
    failed = ((_fail(facets, asked), asked.facet in OF_EVIDENCE) for asked in filters)
    return frozenset(chain.from_iterable(ids & ties if of_evidence else ids for ids, of_evidence in failed))


def _fail(facets: Facets, asked: Asked) -> frozenset[str]:
    there = facets.values.get(asked.facet, {})
    return frozenset(i for i, values in there.items() if not _fits(facets, asked, i, values))


def _fits(facets: Facets, asked: Asked, item: str, values: frozenset[str]) -> bool:
    if asked.facet is Facet.AMOUNT:
        told = facets.amounts.get(item)
        return asked.with_none if told is None else bool(asked.unit) and asked.fits_amount(*told)
    if asked.facet is Facet.DATE:
        days = facets.days.get(item)
        return asked.with_none if days is None else bool(asked.first or asked.last) and asked.fits_days(*days)
    return asked.fits_value(values)
