"""Which of many things reach one another: strongly connected components, by two walks and without recursion."""

from collections.abc import Collection, Mapping


def find_cycles(steps: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The things in circles, each of which reaches all of its circle; a circle comes before those that it leads to.

    Kosaraju's way, so that the time grows with the number of steps, not with the number of pairs.
    """
    back: dict[str, list[str]] = {thing: [] for thing in steps}
    for thing, leads_to in steps.items():
        for other in leads_to:
            back[other].append(thing)
    met: set[str] = set()
    last_left_first = [t for start in steps for t in _walk_in_depth(start, steps, met)][::-1]
    placed: set[str] = set()
    return [circle for start in last_left_first if (circle := _walk_in_depth(start, back, placed))]


def _walk_in_depth(start: str, steps: Mapping[str, Collection[str]], met: set[str]) -> list[str]:
    """What a walk in depth reaches from `start` and has not met, in the order in which it is left for good."""
    if start in met:
        return []
    met.add(start)
    left, way = [], [(start, iter(steps[start]))]
    while way:
        here, ahead = way[-1]
        onward = next((thing for thing in ahead if thing not in met), None)
        if onward is None:
            left.append(here)
            way.pop()
        else:
            met.add(onward)
            way.append((onward, iter(steps[onward])))
    return left
