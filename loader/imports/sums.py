"""Rows that are sums of others: by what they are called, and by how little else they say."""

import re
from collections.abc import Mapping

SUMS = frozenset(
    (
        "total", "totals", "totale", "totales", "totaal", "totaux", "gesamt", "insgesamt", "subtotal", "subtotals",
        "subtotale", "sum", "sums", "summe", "summen", "zwischensumme", "gesamtsumme", "somme", "suma", "soma", "итого",
        "всего", "合计", "合計", "总计", "總計", "小计", "小計", "σ",
    )
)  # fmt: skip
BESIDE = frozenset(("grand", "general", "général", "overall", "sub", "sous", "all", "of", "the", "above", "and"))
"""Words that may stand beside one of these, so that the cell says nothing else."""
FIGURE = re.compile(r"(?:[A-Z]{3}|[A-Z]{0,2}[$€£¥])?\s*[0-9][0-9.,'’\s]*(?:[^\W\d_]{1,3}|[€£$%])?\s*")


def find_total(texts: Mapping[str, str], columns: int) -> str | None:
    """The heading under which a row says that it is a sum of others, of `columns` in all; None for a row that is none.

    A cell that says nothing else tells it, of a full row in the first column alone: elsewhere it may be a company, or
    how much is covered. One that begins or ends so tells it of a row with little or nothing but figures besides.
    """
    is_full = len(texts) == columns > 2
    for heading, text in list(texts.items())[: 1 if is_full else None]:
        words = re.findall(r"[^\W\d_]+", text.casefold())
        is_whole = bool(SUMS & set(words)) and set(words) <= SUMS | BESIDE and not re.search("[0-9]", text)
        if not is_whole and not SUMS & {*words[:1], *words[-1:]}:
            continue
        others = [other for at, other in texts.items() if at != heading]
        if is_whole or len(texts) <= max(2, columns // 2) or all(FIGURE.fullmatch(other) for other in others):
            return heading
    return None
