"""Of which minerals the figures of wholes and parts are.

A part that names none is of what its whole names, whose figure it lies in; a whole of which a part names others is in
full of those alone that all such parts have.
"""

from collections.abc import Collection, Iterable, Mapping

from ledger.wholes import find_wholes


def find_telling(
    deal: str, lies_in: Mapping[str, Collection[str]], named: Mapping[str, Collection[str]]
) -> frozenset[str]:
    """The nearest wholes of a deal that name minerals, which tell of what it is; none where it names some itself.

    `lies_in`: by deal, what it lies directly inside of. `named`: by deal, the minerals that it names itself.
    """
    if named.get(deal):
        return frozenset()
    met, found, waiting = {deal}, set[str](), list(lies_in.get(deal, ()))
    while waiting:
        whole = waiting.pop()
        if whole not in met:
            met.add(whole)
            if named.get(whole):
                found.add(whole)
            else:
                waiting += lies_in.get(whole, ())
    around = set[str]().union(*(find_wholes(whole, lies_in) - {whole} for whole in found))
    return frozenset(found - around)


def find_told_minerals(
    deal: str, lies_in: Mapping[str, Collection[str]], named: Mapping[str, Collection[str]]
) -> frozenset[str]:
    """The minerals that the nearest wholes of a deal name for it; none where it names some itself."""
    return frozenset[str]().union(*(named[whole] for whole in find_telling(deal, lies_in, named)))


def find_told_apart(
    of: Collection[str], parts: Iterable[Collection[str]], insides: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """Of the minerals of a whole, and of what they are kinds of, those that some part does not have among its own.

    A figure is in full of a mineral only where nothing inside it is known to be of others. `parts`: what each part of
    it at any depth names. `insides`: by mineral, all that it is a kind of.
    """
    wide = widen(of, insides)
    return frozenset[str]().union(*(wide - widen(part, insides) for part in parts if part))


def widen(minerals: Collection[str], insides: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Some minerals, and all that they are kinds of."""
    return frozenset(minerals).union(*(insides.get(mineral, frozenset()) for mineral in minerals))
