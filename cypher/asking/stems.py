"""Words without their endings, and words that mean the same to whoever asks."""

GROUPS = (
    "money cash dollar buck",
    "fund finance financing financier bankroll sponsor subsidise subsidize subsidy underwrite",
    "get got receive obtain recipient",
    "give gave given grant",
    "pay paid payer",
    "spend spent",
    "lend lent lender loan borrow",
    "hold held",
    "say said told",
    "go went gone",
    "meet met meeting",
    "lead led leader",
    "agreement pact accord treaty",
    "memorandum memoranda memo mou",
    "article newspaper story outlet media press",
    "dispute disagree contradict conflict clash discrepancy inconsistency inconsistent controversial contested contest",
    "owner shareholder proprietor ownership",
    "company firm business corporation enterprise",
    "missing lacking lack gap incomplete",
    "unnamed anonymous nameless unidentified undisclosed",
    "total sum overall altogether combined aggregate",
    "ton tonne tonnage",
    "sign ink signatory signature",
    "connected connection link tie related relation",
    "people person persons individual",
    "happen occur",
    "timeline chronology chronological",
    "promise pledge vow",
    "plan intend intention intended",
    "purpose goal aim objective",
    "attend participate attendance",
    "country nation countries",
    "twice double duplicate",
    "notice solicitation tender",
    "sanction embargo blacklist blacklisted",
    "ceiling cap maximum",
    "floor minimum",
    "breakdown itemise itemize composition",
    "partner ally counterpart",
    "overview summary summarise summarize",
    "place location",
    "neighbour neighbor",
    "copy repeat parrot",
    "unique exclusive exclusively solely",
    "describe portray depict characterise characterize",
    "stage phase",
    "involved engaged active",
    "mine produce extract miner producer",
    "report coverage",
    "absent skip skipped absentee",
    "begin start",
    "name mention",
    "develop evolve",
    "amount value worth",
    "each every",
    "not no without wasnt isnt didnt doesnt dont cannot never havent hasnt werent arent wont",
    "invest investment investor",
    "bind binding commit",
    "purchase buy bought",
)
"""Each group's words are read as its first one; only where no saved query parts them."""


def stem(word: str) -> str:
    """A word without the endings of English: `funds`, `funded` and `funding` are one."""
    if not word.isascii() or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending, least in (("ment", 10), ("ing", 6), ("ed", 5)):
        if word.endswith(ending) and len(word) >= least:
            word = _undouble(word[: -len(ending)])
            break
    if word.endswith(("tion", "sion")) and len(word) >= 9:
        word = word[:-3]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _undouble(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiosl" else word


def sense(word: str) -> str:
    """The stem that stands for a word and for all that mean the same."""
    short = stem(word)
    return SENSES.get(short, short)


SENSES = {stem(word): stem(group.split()[0]) for group in GROUPS for word in group.split()}
