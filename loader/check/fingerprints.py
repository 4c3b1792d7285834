"""Fingerprints that cannot be those of a cited text: zeros, the one of nothing, one text cited as two."""

from collections.abc import Iterator

from ledger.evidence import hash_passage
from loader.check.index import Index
from loader.records import Problem, Severity

ZEROS, OF_NOTHING = "0" * 64, hash_passage("")
NAMES_IT = "`lodegraph verify --articles DIR` names the right one"


def empty_fingerprints(index: Index) -> Iterator[Problem]:
    """Every passage whose fingerprint stands for no text, or for that of another passage of its article."""
    first: dict[tuple[str, str], str] = {}
    for passage in index.passages.values():
        where, field = index.nodes[passage.id], f"passages.{passage.id.rpartition('/')[2]}.sha256"
        if passage.sha256 == ZEROS:
            yield Problem(where, field, "is still a placeholder", NAMES_IT)
        elif passage.sha256 == OF_NOTHING:
            yield Problem(
                where, field, "is that of an empty text, which speaks for nothing", "cite the line that says it"
            )
        elif first.setdefault((passage.source, passage.sha256), passage.id) != passage.id:
            what = f"is the same as that of {first[passage.source, passage.sha256]}"
            yield Problem(where, field, what, f"{NAMES_IT}, unless the article says it twice", Severity.WARNING)
