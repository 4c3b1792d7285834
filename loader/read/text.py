"""Texts as they are kept: one Unicode form, plain blanks, and nothing that a reader cannot see."""

import unicodedata

JOINERS = "\u200c\u200d"
"""Shape letters in Arabic, Persian and Indic writing; in others they are invisible differences."""
FIRST_JOINED = 0x0590
"""From here on begin the scripts that use joiners; Latin, Greek and Cyrillic stand before."""
UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Fillers that count as letters or marks and show nothing."""


class BadText(ValueError):
    """A text with a character that nobody can see or that is no character."""


def keep(text: str) -> str:
    """The text in NFC with plain blanks; raises BadText for what is invisible, a control or half a character."""
    if text.isascii() and text.isprintable():
        return text
    kept = unicodedata.normalize("NFC", text)
    for place, character in enumerate(kept):
        if _is_hidden(character) and not (character in JOINERS and _joins(kept, place)):
            raise BadText(f"holds U+{ord(character):04X}, {_told(character)}")
    return "".join(" " if unicodedata.category(c) == "Zs" else c for c in kept)


def _is_hidden(character: str) -> bool:
    if character in UNSEEN:
        return True
    if character in "\t\n\r":
        return False
    kind = unicodedata.category(character)
    return kind in ("Cc", "Cf", "Cs", "Zl", "Zp") or (kind == "Cn" and ord(character) & 0xFFFE == 0xFFFE)


def _joins(text: str, place: int) -> bool:
    around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return len(around) == 2 and all(ord(c) >= FIRST_JOINED for c in around)


def _told(character: str) -> str:
    match unicodedata.category(character):
        case "Cs":
            return "which is half a character"
        case "Cc":
            return "which is a control character"
        case "Cn":
            return "which is no character"
    return f"which shows nothing ({unicodedata.name(character, 'no name').lower()})"
