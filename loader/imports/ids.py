"""Ids of what rows name: the same for every spelling that differs by case, accents or signs alone."""

import hashlib

from cypher.model.declarations import NodeType
from ledger.ids import is_node_id
from ledger.names import plain_words

LONGEST = 60
HASHED = 8


def slug(text: str) -> str:
    """A name as the end of an id: small letters, digits and dashes; with a hash where it has others, or is long.

    >>> slug("Tres Hermanas Litio"), slug("Étain de Bretagne")
    ('tres-hermanas-litio', 'etain-de-bretagne')
    """
    words = "-".join(plain_words(text))
    kept = "".join(c for c in words if c == "-" or (c.isascii() and c.isalnum())).strip("-")
    if kept == words and 0 < len(kept) <= LONGEST:
        return kept
    digest = hashlib.sha256(words.encode() if words else text.encode()).hexdigest()[:HASHED]
    return f"{kept[: LONGEST - HASHED].strip('-')}-{digest}".lstrip("-")


def make_id(label: NodeType, text: str) -> str:
    """The id of a thing of a label by its name, or by what tells it apart; an id of that label is one already."""
    return text if is_node_id(text) and text.startswith(f"{label.kind}/") else f"{label.kind}/{slug(text)}"
