"""Names as people type them: without case, accents, signs, and letters that only look otherwise."""

import unicodedata
from collections.abc import Iterator

LOOKALIKES = str.maketrans("аеорсхуіѕԁһⅼοαν", "aeopcxyisdhloav")
"""Cyrillic and Greek letters that look like Latin ones."""
STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
"""Letters with an accent that Unicode does not take apart."""
SMALL = frozenset(("the", "of", "and", "for", "de", "la", "le", "du", "des", "on", "in", "to", "a", "an"))
"""Words that initials pass over."""
SHORT = 3
"""A word of no more letters, all capital, stands whole in initials: the US Trade Representative is the USTR."""


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared; the same for every Unicode form of it."""
    plain = (text.casefold() if text.isascii() else _without_accents(text)).replace("&", " and ")
    kept = (c if _is_part_of_word(c) else " " for c in plain if c not in "'’ʼ.")
    return tuple("".join(kept).split())


def all_initials(text: str) -> Iterator[str]:
    """The abbreviations that a name has of itself: the first letters of its words, with and without small ones."""
    words = [(word, plain_words(word)) for word in text.replace("-", " ").replace("/", " ").split()]
    telling = [(written, plain[0]) for written, plain in words if plain and plain[0] not in SMALL]
    every = [(written, plain[0]) for written, plain in words if plain]
    found = {"".join(word[0] for _, word in some) for some in (telling, every)}
    found.add("".join(word if _is_abbreviation(written) else word[0] for written, word in telling))
    return (initials for initials in sorted(found) if len(initials) > 1 and len(telling) > 1)


def exchanged(word: str) -> tuple[str, ...]:
    """What three letters may be meant for, with two neighbours exchanged; nothing for longer or shorter words."""
    return (word[1] + word[0] + word[2], word[0] + word[2] + word[1]) if len(word) == 3 else ()


def steps_between(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or exchanged with their neighbour; 3 for three and more."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before, last = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > 2:
            return 3
        before, last = last, row
    return min(last[-1], 3)


def _without_accents(text: str) -> str:
    """In small letters; what small letters may be taken apart into is taken apart again."""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in small if not unicodedata.combining(c)).translate(LOOKALIKES).translate(STROKES)


def _is_part_of_word(letter: str) -> bool:
    """Vowel signs too: in many scripts a word is not letters alone."""
    return letter.isalnum() or unicodedata.category(letter).startswith("M")


def _is_abbreviation(written: str) -> bool:
    bare = written.replace(".", "").strip("(),;:")
    return 1 < len(bare) <= SHORT and bare.isupper()
