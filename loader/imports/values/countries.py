"""Countries as people name them, by their code; a name that two countries share is nobody's."""

from collections.abc import Iterable

from ledger.alpha3 import find_by_three
from ledger.countries import find_code, find_usual_name, is_country_code
from ledger.names import plain_words
from loader.imports.values.unreadable import Unreadable

SHARED = {"congo": ("CD", "CG"), "korea": ("KR", "KP")}
"""Names that two countries go by, and their codes."""

DOUBTFUL = {
    "NA": "'NA' may be the code of Namibia, or say that there is none",
    "NAM": "'NAM' may be the letters of Namibia, or North America",
}
"""Letters of a country that lists also write for something else."""


def read_country(text: str, as_typed: bool = False) -> str:
    """The two letters of the country. `as_typed`: it is the cell's own text, of which nobody has said what it is.
    Raises Unreadable that tells the nearest name."""
    plain = " ".join(plain_words(text))
    if plain in SHARED:
        raise Unreadable(f"'{text}' may be {_name(SHARED[plain])}", "say which in the mapping, under `values`")
    if text in DOUBTFUL and as_typed:
        remedy = f"say which in the mapping: `values: {{{text}: NA}}`, or `{{{text}: nothing}}`"
        raise Unreadable(DOUBTFUL[text], remedy)
    if text.isupper() and len(text) == 2 and is_country_code(text) and find_usual_name(text):
        return text
    code = find_code(text) or find_by_three(text)
    if code is None:
        remedy = "say its two letters in the mapping, under `values`"
        raise Unreadable(f"'{text}' is no country's name that is known", remedy)
    return code


def _name(codes: Iterable[str]) -> str:
    return " or ".join(f"{code} ({find_usual_name(code)})" for code in codes)
