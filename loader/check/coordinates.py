"""Coordinates that are no place on earth."""

from collections.abc import Iterator, Mapping

from cypher.results import Value
from loader.records import Node, Problem

FURTHEST = {"latitude": 90, "longitude": 180}


def misplaced(node: Node, properties: Mapping[str, Value]) -> Iterator[Problem]:
    """A latitude or longitude that there is not, or one without the other."""
    written = [name for name in FURTHEST if name in node.properties]
    for name in written:
        value, furthest = properties.get(name), FURTHEST[name]
        if value is not None and abs(value) > furthest:
            what = f"{node.properties[name]} of {node.id} is no {name}"
            remedy = f"write degrees from -{furthest} to {furthest}" + _say_swapped(name, properties)
            yield Problem(node.place_of(name), name, what, remedy)
    if len(written) == 1:
        (there,) = written
        (missing,) = FURTHEST.keys() - {there}
        remedy = f"write its {missing} too, or leave both out"
        yield Problem(node.place_of(there), there, f"{node.id} has a {there} and no {missing}", remedy)


def _say_swapped(name: str, properties: Mapping[str, Value]) -> str:
    """Whether the two fit if they change places."""
    latitude, longitude = (properties.get(n) for n in FURTHEST)
    if name != "latitude" or latitude is None or longitude is None:
        return ""
    return ", or let the two change places" if abs(latitude) <= 180 and abs(longitude) <= 90 else ""
