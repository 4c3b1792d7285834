"""Words that mean something in Cypher by themselves: a name that is one of them could end a statement."""

_WORDS = """
    add all alter and any as asc ascending by call case collect constraint contains count create delete deny desc
    descending detach distinct do drop else end ends exists false finish for foreach from grant in index insert into is
    limit load mandatory match merge node not null of offset on optional or order relationship remove require return
    revoke scalar set show skip starts then true union unique unwind use using when where with xor yield
    """
RESERVED = frozenset(_WORDS.split())


def is_reserved(name: str) -> bool:
    """Whether a name is such a word, whatever its case.

    >>> is_reserved("Match"), is_reserved("Permit")
    (True, False)
    """
    return name.casefold() in RESERVED
