"""The terms of a deal, written as we write them."""

from collections.abc import Iterator

from cypher.model.labels import LABELS
from cypher.model.properties import INTEREST, TENOR
from cypher.results import Value
from ledger.durations import BadDuration, Duration, write_duration
from ledger.interest import BadInterest, Interest
from loader.records import Problem, Spot

WITH_TERMS = tuple(n.kind for n in LABELS if n.property(INTEREST.name))


def spell_terms(properties: dict[str, Value], owner: str, spot: Spot) -> Iterator[Problem]:
    """Write interest and tenor in one form; what cannot be read is told and taken out."""
    if owner.partition("/")[0] not in WITH_TERMS:
        return
    for field in (INTEREST.name, TENOR.name):
        text = properties.get(field)
        if not isinstance(text, str) or not text.strip():
            continue
        try:
            properties[field] = _spell(field, text)
        except (BadInterest, BadDuration) as error:
            yield Problem(spot.at(field).where, field, f"{error.what} in {owner}", error.remedy)
            del properties[field]


def _spell(field: str, text: str) -> str:
    if field == INTEREST.name:
        return str(Interest.parse(text))
    written = write_duration(text.strip())
    Duration.parse(written)
    return written
