"""ISO codes of countries: are they any, is each given once, and is it the code of the country that has it?"""

from collections.abc import Iterator

from ledger.countries import find_code, find_usual_name, is_country_code, suggest_code
from loader.check.index import Index
from loader.records import Problem, Severity

FIELD = "iso_alpha2"


def wrong_codes(index: Index) -> Iterator[Problem]:
    """What is no ISO 3166-1 code, what two countries have, and what is another country's."""
    first: dict[str, str] = {}
    names = dict(index.names.get("Country", [])[::-1])
    for node, code in index.iso_codes.items():
        where = index.places_of_codes[node]
        if not is_country_code(code):
            instead = suggest_code(code) or find_code(names.get(node, ""))
            remedy = (
                f"write {instead}, the code of {find_usual_name(instead)}" if instead else "write two capital letters"
            )
            yield Problem(where, FIELD, f"'{code}' is no country's code by ISO 3166", remedy)
            continue
        if code in first:
            what = f"{node} has the code of {first[code]}, {code}"
            yield Problem(where, FIELD, what, "make them one record, or correct a code")
        first.setdefault(code, node)
        known = find_code(names.get(node, ""))
        if known and known != code:
            what = f"{node}, '{names[node]}', has the code of {find_usual_name(code) or 'users'}, {code}"
            yield Problem(where, FIELD, what, f"is {known} meant?", Severity.WARNING)
