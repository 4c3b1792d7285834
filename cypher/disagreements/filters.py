"""Which disputes are asked for: by weight, kind, what they touch, what they rest on, and words."""

from collections.abc import Iterable
from dataclasses import dataclass

from cypher.disagreements.listed import ListedDispute
from ledger.disputes import Weight
from ledger.names import plain_words

NOT_WEIGHED = "not_weighed"
"""How a filter calls disputes that nobody weighed."""
WEIGHT_TERMS = (*(str(weight) for weight in Weight), NOT_WEIGHED)


@dataclass(frozen=True)
class DisputeFilter:
    """What a dispute must have to be shown; what is empty asks for nothing.

    `weights`: any of these, terms of `Weight` or `not_weighed`. `about`: id of a node that it touches, itself or by a
    relationship. `mineral`, `agency`: ids of what it touches, itself or by a deal. `source`: id of an article that a
    reading rests on. `words`: all of them stand in the question or a reading, each at least as the beginning of a word.
    """

    weights: tuple[str, ...] = ()
    kind: str = ""
    about: str = ""
    mineral: str = ""
    agency: str = ""
    source: str = ""
    words: str = ""

    def __bool__(self) -> bool:
        return self != DisputeFilter()

    def fits(self, dispute: ListedDispute) -> bool:
        """Whether a dispute has all that is asked for."""
        return (
            (not self.weights or name_weight(dispute.weight) in self.weights)
            and self.kind in ("", dispute.kind)
            and (not self.about or any(t.id == self.about for t in dispute.touches))
            and (not self.mineral or self.mineral in dict(dispute.minerals))
            and (not self.agency or self.agency in dict(dispute.agencies))
            and (not self.source or self.source in dict(dispute.sources))
            and has_words(dispute, self.words)
        )


def pick_disputes(disputes: Iterable[ListedDispute], asked: DisputeFilter) -> tuple[ListedDispute, ...]:
    """Those that have all that is asked for, in their order."""
    return tuple(dispute for dispute in disputes if asked.fits(dispute))


def name_weight(weight: Weight | None) -> str:
    """The term of a weight, also of none."""
    return NOT_WEIGHED if weight is None else str(weight)


def has_words(dispute: ListedDispute, words: str) -> bool:
    """Whether all words stand in the question or a reading, without regard to case, accents and Unicode form."""
    sought = plain_words(words)
    if not sought:
        return True
    there = plain_words(" ".join((dispute.question, *(reading.says for reading in dispute.readings))))
    return all(any(word.startswith(wanted) for word in there) for wanted in sought)
