"""What a deal lies inside of, at any depth."""

from collections.abc import Collection, Mapping


def find_wholes(deal: str, lies_in: Mapping[str, Collection[str]]) -> set[str]:
    """All wholes of a deal by what each lies directly inside of; itself among them where they lead back to it."""
    above, next_step = set[str](), set(lies_in.get(deal, ()))
    while next_step:
        above |= next_step
        next_step = {further for whole in next_step for further in lies_in.get(whole, ())} - above
    return above
