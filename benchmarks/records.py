"""Records of any number, as JSON Lines that pass the check: deals with funders, parties, places and minerals."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

PASSAGES = 500
COUNTRIES = 190
COMPANIES = 3_000
MINERALS = 30
LINKS_OF_A_DEAL = 6
LARGE, HUB = 98_000, 20_000
"""Relationships of a large set, and of one hub."""


def write_large(folder: Path, relationships: int = LARGE, word: str = "signed") -> Path:
    """About so many relationships, spread over many nodes; `word` is in what each deal says."""
    deals = (relationships - 2 * PASSAGES) // LINKS_OF_A_DEAL
    return _write(folder, "large", (_deal(n, word) for n in range(deals)))


def write_hub(folder: Path, relationships: int = HUB, word: str = "signed") -> Path:
    """So many deals, all of which one country signed; `word` is in what each deal says."""
    return _write(folder, "hub", (_deal(n, word, [_party("country/C0")]) for n in range(relationships)))


def _write(folder: Path, name: str, deals: Iterable[dict[str, Any]]) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "data_set.yaml").write_text(f"name: {name}\ntitle: A made-up set\n", encoding="utf-8")
    ours = {"says": "made up", "basis": "ours"}
    sources = [{"id": "source/paper", "name": "The Paper", "kind": "article", **ours}]
    _write_lines(folder / "a-sources.jsonl", sources)
    _write_lines(folder / "b-passages.jsonl", [{"source": "source/paper", "passages": list(_passages())}])
    _write_lines(folder / "c-parties.jsonl", _parties())
    _write_lines(folder / "d-deals.jsonl", deals)
    return folder


def _write_lines(path: Path, records: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)


def _passages() -> Iterator[dict[str, Any]]:
    return ({"cite": str(n), "origin": "source/paper", "sha256": f"{n:064x}"} for n in range(1, PASSAGES + 1))


def _cited(n: int) -> dict[str, Any]:
    return {"evidence": [f"paper:{n % PASSAGES + 1}"]}


def _parties() -> Iterator[dict[str, Any]]:
    kinds: dict[str, tuple[str, int, dict[str, str]]] = {
        "country/C": ("Land", COUNTRIES, {}),
        "company/c": ("Firm", COMPANIES, {"kind": "company"}),
        "mineral/m": ("Ore", MINERALS, {"kind": "mineral"}),
    }
    for kind, (word, count, more) in kinds.items():
        for n in range(count):
            yield {"id": f"{kind}{n}", "name": f"{word} {n}", "says": "is one", **more, **_cited(n)}


def _deal(n: int, word: str, links: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    about = {"instrument": "loan", "stage": "signed", "whose_money": "private", "amount": f"USD {n + 1}"}
    return {
        "id": f"deal/d{n}", "name": f"Deal {n}", **about, "says": f"they {word} number {n}", **_cited(n),
        "links": _links(n) if links is None else links,
    }  # fmt: skip


def _links(n: int) -> list[dict[str, Any]]:
    countries = [f"country/C{(n * step + step) % COUNTRIES}" for step in (1, 7)]
    return [
        {"type": "FUNDS", "from": f"company/c{n % COMPANIES}"},
        _party(f"country/C{n % COUNTRIES}"),
        _party(f"company/c{(n * 13 + 1) % COMPANIES}"),
        {"type": "GOES_TO", "to": countries[0], "role": "recipient"},
        {"type": "LOCATED_IN", "to": countries[1], "role": "location"},
        {"type": "COVERS", "to": f"mineral/m{n % MINERALS}", "role": "mineral"},
    ]


def _party(party: str) -> dict[str, Any]:
    return {"type": "PARTY_TO", "from": party, "role": "signatory"}
