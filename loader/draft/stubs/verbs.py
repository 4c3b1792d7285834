"""Which instrument and which stage the words of a sentence give: the method's tables, as far as words alone decide.

A guess for a draft: who writes the record reads the sentence. Rows are in the order in which they are tried.
"""

import re
from dataclasses import dataclass

from ledger.deals import Instrument, Stage
from ledger.found_amounts import FoundAmount


@dataclass(frozen=True)
class Guess:
    """A term, with the words that led to it."""

    term: str
    words: str


INSTRUMENTS: tuple[tuple[Instrument, str], ...] = (
    (Instrument.LETTER_OF_INTEREST, r"letters? of interest"),
    (Instrument.LETTER_OF_INTENT, r"letters? of intent"),
    (Instrument.GUARANTEE, r"guarantee[sd]?|surety|guaranteeing"),
    (Instrument.INSURANCE, r"insur(?:es?|ed|ance|ing)|reinsur\w+"),
    (Instrument.OPTION, r"option|right to buy|first refusal"),
    (Instrument.GRANT, r"grants?\b|will give|gave"),
    (Instrument.LOAN, r"loans?\b|lends?\b|lent\b|lending|credit line|credit facility"),
    (Instrument.OFFTAKE, r"off-?take|will take|takes? off|undertakes? to buy|agreed to (?:buy|sell|take)"),
    (Instrument.EQUITY, r"(?:bought|buys?|acquired?|takes?|took) (?:[\w.-]+ ){1,4}(?:of|stake)|equity|shares"),
    (Instrument.JOINT_VENTURE, r"joint venture"),
    (Instrument.MEMORANDUM, r"memorandum|memoranda"),
    (Instrument.FRAMEWORK, r"framework"),
    (Instrument.FINANCING, r"financing|finances?\b|pre-?pay\w*"),
    (Instrument.INVESTMENT, r"invest(?:s|ed|ment|ments|ing)?\b"),
    (Instrument.SUPPLY, r"suppl(?:y|ies)\b|deliver\w*|orders?\b"),
)  # fmt: skip
STAGES: tuple[tuple[Stage, str], ...] = (
    (Stage.CANCELLED, r"cancell?ed|called off|terminated|scrapped"),
    (Stage.WITHDRAWN, r"withdrawn|withdrew|taken back"),
    (Stage.NEGOTIATED, r"negotiations (?:are|were) (?:complete|concluded)"),
    (Stage.NEGOTIATING, r"in talks|is talking|are talking|in negotiations?|negotiating"),
    (Stage.LETTER_ISSUED, r"letters? of (?:interest|intent)"),
    (Stage.EXPLORING, r"is looking (?:at|for|into)|are looking (?:at|for|into)|explor(?:es|ing)|considers|considering"),
    (Stage.IN_DEFAULT, r"in default|in arrears|defaulted"),
    (Stage.DRAWN, r"drawn|drew|disbursed"),
    (Stage.FUNDED, r"has paid|was paid|were paid|financed\b"),
    (Stage.CLOSED, r"financial close|has closed|was closed|had closed"),
    (Stage.CONDITIONAL, r"conditional(?:ly)?|on condition|subject to"),
    (Stage.APPROVED, r"approved|approves"),
    (Stage.MOBILISED, r"mobili[sz]ed|drew in|crowded in"),
    (Stage.COMMITTED, r"committed|commits|invested|secured|has bought|have bought|bought|acquired|had put in"),
    (Stage.SIGNED, r"signed|signs\b"),
    (Stage.OFFERED, r"call for applications|opened a call|notice of funding"),
    (Stage.ANNOUNCED, r"announced|announces|unveiled|agreed|said (?:that )?(?:it|they) (?:will|would)"),
    (Stage.INTENDED, r"intends?\b|means to|plans to|hopes to"),
)  # fmt: skip
DENIED = re.compile(r"\b(?:not|no|never|neither|nor|yet to|without)\b[^,;.]{0,20}$", re.IGNORECASE)
"""What stands before a verb that is denied."""
BEHIND, BEFORE = 45, 30
"""Characters behind a figure and before it among which a word of an instrument is the figure's own."""


def guess_instrument(sentence: str, figure: FoundAmount, own: range, is_alone: bool) -> Guess | None:
    """The instrument of a figure: by the words right at it, then by all that are its own, which a sentence's only one
    shares with nobody."""
    behind = sentence[figure.end : min(own.stop, figure.end + BEHIND)].partition(",")[0]
    before = sentence[max(own.start, figure.start - BEFORE) : figure.start]
    own_words = sentence if is_alone else sentence[own.start : own.stop]
    return _first(INSTRUMENTS, behind) or _first(INSTRUMENTS, before) or _first(INSTRUMENTS, own_words)


def guess_stage(clause: str, sentence: str) -> Guess | None:
    """The stage that the verbs of a clause give, else those of its sentence; None where none of them does."""
    return _first(STAGES, clause) or _first(STAGES, sentence)


def list_stages(sentence: str) -> tuple[Guess, ...]:
    """All stages that a sentence tells, in the order of the table."""
    return tuple(g for row in STAGES if (g := _first((row,), sentence)))


def _first(rows: tuple[tuple[Instrument | Stage, str], ...], text: str) -> Guess | None:
    for term, words in rows:
        for found in re.finditer(rf"\b(?:{words})", text, re.IGNORECASE):
            if not DENIED.search(text[: found.start()]):
                return Guess(str(term), found[0])
    return None
