"""A time told in the same words of a stake, an office, a listing and a paper: every saved query answers alike."""

from collections.abc import Callable, Iterator

import pytest

from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.saved import read_catalog, run
from loader.load import load
from tests.integration.graphs import opened, write_records
from tests.integration.servers import Server, wipe

CATALOG = read_catalog(built_in_model()).offered("small", Guide())
Ask = Callable[..., dict[str, str]]

TIMES = {
    "window": ("P5M/2025-06", None),
    "year": ("2025", None),
    "quarter": ("2020-01-01", "P3M/2025-06"),
    "month": ("2020-01-01", "2025-06"),
    "day": ("2020-01-01", "2025-06-15"),
}
"""By name, a beginning and an end as sources tell them."""


def time_of(name: str) -> str:
    since, until = TIMES[name]
    return f"since: {since}" + (f", until: {until}" if until else "")


def record(kind: str, name: str, more: str) -> str:
    return f"- {{id: {kind}/{name}, name: {name}, says: It is told., evidence: [paper:1], {more}}}\n"


def replaces(name: str, when: str) -> str:
    return f"{{type: SUPERSEDES, to: deal/{name}-replaced, date: {when}}}"


PARTIES = "{type: PARTY_TO, from: [country/AA, country/BB], role: signatory}"
PAPER = "instrument: framework, stage: signed, whose_money: not_stated"
OTHERS = "".join(
    record("company", name, f"kind: company, links: [{{type: OWNS, to: company/owned, key: {name}, {time_of(name)}}}]")
    + record("person", name, f"links: [{{type: SERVES, to: company/owned, office: chair, {time_of(name)}}}]")
    + record("measure", name, f"kind: sanctions, links: [{{type: TARGETS, to: company/owned, {time_of(name)}}}]")
    for name in TIMES
)
DEALS = "".join(
    record("deal", name, f"{PAPER}, {time_of(name)}, links: [{PARTIES}]")
    + record("deal", f"{name}-replaced", f"{PAPER}, since: {since}, links: [{PARTIES}]")
    for name, (since, _) in TIMES.items()
) + "".join(
    record("deal", f"{name}-new", f"{PAPER}, date: {until}, links: [{PARTIES}, {replaces(name, until)}]")
    for name, (_, until) in TIMES.items()
    if until
)


@pytest.fixture(scope="module")
def ask(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """By name, whether it held on a day, as a saved query has it."""
    folder = write_records(tmp_path_factory.mktemp("times"), deals=DEALS)
    owned = record("company", "owned", "kind: company")
    (folder / "others.yaml").write_text(owned + OTHERS, encoding="utf-8")
    wipe(engine)
    with opened(engine) as graph:
        load(graph, folder)

        def told(query: str, name: str, held: str, day: str, **only: str) -> dict[str, str]:
            node = {} if query == "agreements" else {"node": "company/owned"}
            shown = run(graph, CATALOG.get(query), {"as_of": day, **node}, "small").as_rows()
            rows = [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]
            return {row[name]: row[held] for row in rows if only.items() <= row.items()}

        yield told
    wipe(engine)


YES, OPEN = "yes", "not certain"
IN_FULL = {"quarter": YES, "month": YES, "day": YES}
ON_DAYS = {
    "2025-01-31": IN_FULL | {"year": OPEN},
    "2025-02-01": IN_FULL | {"year": OPEN, "window": OPEN},
    "2025-04-01": IN_FULL | {"year": OPEN, "window": OPEN, "quarter": OPEN},
    "2025-06-14": {"year": OPEN, "window": OPEN, "quarter": OPEN, "month": OPEN, "day": YES},
    "2025-06-15": {"year": OPEN, "window": OPEN, "quarter": OPEN, "month": OPEN, "day": OPEN},
    "2025-06-29": {"year": OPEN, "window": OPEN, "quarter": OPEN, "month": OPEN},
    "2025-06-30": {"year": OPEN, "window": YES, "quarter": OPEN, "month": OPEN},
    "2025-07-01": {"year": OPEN, "window": YES},
    "2025-12-31": {"year": YES, "window": YES},
}
"""By day, what held of what has an end, which may be the last day of it or the first without it."""
GONE = {"2025-06-15": {"day"}, "2025-06-30": {"quarter", "month"}}
"""By day, what does not hold where the end is the first day without it: of a listing, and of what is replaced."""


@pytest.mark.parametrize("day", ON_DAYS)
def test_stakes_offices_and_papers_hold_alike(ask: Ask, day: str) -> None:
    assert ask("owners", "from", "held_then", day) == ON_DAYS[day]
    assert ask("on-a-day", "who", "held_then", day, what="owns") == ON_DAYS[day]
    assert ask("on-a-day", "who", "held_then", day, what="serves") == ON_DAYS[day]
    papers = ask("agreements", "paper", "held_then", day)
    assert {name: papers[name] for name in TIMES if name in papers} == ON_DAYS[day]


@pytest.mark.parametrize("day", ON_DAYS)
def test_listings_and_papers_that_are_replaced_hold_alike(ask: Ask, day: str) -> None:
    expected = {name: held for name, held in ON_DAYS[day].items() if name not in GONE.get(day, set())}
    assert ask("measures", "measure", "listed_then", day) == expected
    assert ask("on-a-day", "who", "held_then", day, what="targets") == expected
    papers = ask("agreements", "paper", "held_then", day)
    assert {name: papers[f"{name}-replaced"] for name in TIMES if f"{name}-replaced" in papers} == expected
