"""Which minerals a part names, held against those of the whole inside which its figure lies."""

from collections import defaultdict
from collections.abc import Iterator

from ledger.minerals import find_telling, widen
from loader.check.index import Index
from loader.check.wholes import find_wholes, list_nearest_wholes
from loader.records import Problem, Severity


def strange_minerals(index: Index) -> Iterator[Problem]:
    """Every mineral of a part that its nearest wholes, where they name any, neither name nor a kind or group of it."""
    named = defaultdict[str, set[str]](set)
    links = [link for link in index.deal_links if link.type == "COVERS"]
    for link in links:
        named[link.start].add(link.end)
    lies_in, insides = list_nearest_wholes(index), _list_insides(index)
    for link in (link for link in links if link.start in lies_in):
        telling = find_telling(link.start, lies_in, {**named, link.start: ()})
        of = set[str]().union(*(named[whole] for whole in telling))
        fits = widen([link.end], insides) & of or link.end in widen(of, insides)
        if of and not fits:
            wholes = " and ".join(sorted(telling))
            what = f"{link.start} covers {link.end}, and {wholes}, inside which it lies, only {', '.join(sorted(of))}"
            remedy = "name it at the whole too, or take one of the links out"
            yield Problem(link.place_of(link.end), "COVERS", what, remedy, Severity.WARNING)


def _list_insides(index: Index) -> dict[str, frozenset[str]]:
    """By mineral, all groups that it is a kind of."""
    groups: dict[str, list[str]] = {}
    for link in index.lying:
        if link.type == "KIND_OF":
            groups.setdefault(link.start, []).append(link.end)
    return {mineral: frozenset(find_wholes(mineral, groups)) for mineral in groups}
