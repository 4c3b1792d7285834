"""Which papers hold on a day, and who is a party then: the saved query against rows that were worked out by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.results import Value
from cypher.saved import choices, read_catalog, run
from loader.load import load
from tests.integration.graphs import opened, write_records
from tests.integration.servers import Server, wipe

CATALOG = read_catalog(built_in_model()).offered("small", Guide())
Ask = Callable[..., list[tuple[Value, ...]]]
PAPER = """
- id: deal/{name}
  name: {name}
  instrument: memorandum
  whose_money: not_stated
  says: They agreed.
  evidence: [paper:1]
"""
SIGNED = "  stage: signed\n"
BOTH = "  - {type: PARTY_TO, from: [country/AA, country/BB], role: signatory}\n"
PAPERS = (
    PAPER.format(name="first") + SIGNED + "  date: 2016-04-04\n  links:\n" + BOTH,
    PAPER.format(name="second") + SIGNED + "  date: 2022-06-22\n  links:\n" + BOTH
    + "  - {type: SUPERSEDES, to: deal/first, date: 2022-06-22}\n",
    PAPER.format(name="void") + SIGNED + "  date: 2015-01-01\n  links:\n" + BOTH,
    PAPER.format(name="instead") + "  stage: announced\n  date: 2015-02-01\n  links:\n" + BOTH
    + "  - {type: SUPERSEDES, to: deal/void}\n",
    PAPER.format(name="lapsed") + SIGNED + "  date: 2018-03-19\n  until: 2023-03-19\n  links:\n" + BOTH,
    PAPER.format(name="longer") + SIGNED + "  date: 2023-02\n  links:\n" + BOTH
    + "  - {type: EXTENDS, to: deal/lapsed, until: 2028}\n",
    PAPER.format(name="initialled") + "  stage: negotiated\n  date: 2019-01-01\n  links:\n" + BOTH,
    PAPER.format(name="declaration") + SIGNED + "  date: 2021-10-10\n  links:\n"
    "  - {type: PARTY_TO, from: country/AA, role: signatory, until: 2025-12-31}\n"
    "  - {type: PARTY_TO, from: country/BB, role: acceding_party, since: 2023-06}\n",
    PAPER.format(name="licence") + "  history:\n"
    "  - {stage: approved, date: 2022-06-06}\n"
    "  - {stage: cancelled, date: 2024-11-20}\n"
    "  - {stage: approved, date: 2025-02-11, reason: A court restored it.}\n"
    "  - {stage: cancelled, date: 2025-03-31}\n  links:\n"
    "  - {type: PARTY_TO, from: country/AA, role: holder, since: 2022-06-06, until: 2026-03-30}\n"
    "  - {type: PARTY_TO, from: country/BB, role: counterpart}\n",
    PAPER.format(name="called-off") + "  stage: cancelled\n  date: 2020-01-01\n  links:\n" + BOTH,
)  # fmt: skip


@pytest.fixture(scope="module")
def ask(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Paper, parties and whether it held then, by the values given."""
    folder = write_records(tmp_path_factory.mktemp("agreements"), deals="".join(PAPERS))
    wipe(engine)
    with opened(engine) as graph:
        load(graph, folder)

        def told(*columns: str, query: str = "agreements", **given: str) -> list[tuple[Value, ...]]:
            shown = run(graph, CATALOG.get(query), given, "small").as_rows()
            return [tuple(row[shown.columns.index(c)] for c in columns) for row in shown.rows]

        yield told
    wipe(engine)


def test_all_papers_are_told_with_when_and_by_what_they_ended(ask: Ask) -> None:
    assert ask("paper", "since", "until", "ended_by", "held_then") == [
        ("called-off", "2020-01-01", None, "", None),
        ("declaration", "2021-10-10", None, "", None),
        ("first", "2016-04-04", "2022-06-22", "second", None),
        ("initialled", "2019-01-01", None, "", None),
        ("instead", "2015-02-01", None, "", None),
        ("lapsed", "2018-03-19", "2028", "", None),
        ("licence", "2022-06-06", "2025-03-31", "", None),
        ("longer", "2023-02", None, "", None),
        ("second", "2022-06-22", None, "", None),
        ("void", "2015-01-01", None, "instead", None),
    ]


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2016-04-03", {}),
        ("2022-06-21", {"first": "yes", "lapsed": "yes", "declaration": "yes", "licence": "yes"}),
        ("2023-02-10", {"second": "yes", "lapsed": "yes", "declaration": "yes", "licence": "yes",
                        "longer": "not certain"}),
        ("2024-12-24", {"second": "yes", "lapsed": "yes", "declaration": "yes", "longer": "yes"}),
        ("2025-02-11", {"second": "yes", "lapsed": "yes", "declaration": "yes", "longer": "yes", "licence": "yes"}),
        ("2028-05-01", {"second": "yes", "lapsed": "not certain", "declaration": "yes", "longer": "yes"}),
    ],
)  # fmt: skip
def test_what_holds_on_a_day(ask: Ask, day: str, held: dict[str, str]) -> None:
    assert dict(ask("paper", "held_then", as_of=day)) == held


@pytest.mark.parametrize(
    ("day", "parties"),
    [
        ("2022", "Atlantis"),
        ("2023-06-15", "Atlantis; Borduria"),
        ("2026-01-01", "Borduria"),
        ("", "Atlantis; Borduria"),
    ],
)
def test_who_is_a_party_on_a_day(ask: Ask, day: str, parties: str) -> None:
    came = "Atlantis until 2025-12-31; Borduria since 2023-06"
    assert ask("parties", "came_and_went", node="deal/declaration", as_of=day) == [(parties, came)]


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2021-10-09", {}),
        ("2022-01-01", {"Atlantis": "not certain"}),
        ("2023-06-29", {"Atlantis": "not certain", "Borduria": "not certain"}),
        ("2024-01-01", {"Atlantis": "not certain", "Borduria": "yes"}),
        ("2025-12-31", {"Atlantis": "not certain", "Borduria": "yes"}),
        ("2026-01-01", {"Borduria": "yes"}),
    ],
)
def test_a_party_is_one_while_its_paper_holds(ask: Ask, day: str, held: dict[str, str]) -> None:
    """Of Atlantis no beginning is told; Borduria came in the course of a month."""
    told = ask("who", "held_then", query="on-a-day", node="deal/declaration", as_of=day)
    assert dict(told) == held


def test_nobody_is_a_party_to_a_paper_that_does_not_hold_whatever_its_own_time(ask: Ask) -> None:
    def held(day: str) -> list[tuple[Value, ...]]:
        return ask("who", "held_then", query="on-a-day", node="deal/licence", as_of=day)

    assert held("2024-11-19") == held("2025-02-11") == [("Atlantis", "yes")]
    assert held("2024-11-20") == held("2025-02-10") == held("2025-03-31") == []


def test_parties_and_papers_are_offered(engine: Server, ask: Ask) -> None:
    assert len(ask("paper", node="country/AA")) == len(PAPERS)
    node, *_ = CATALOG.get("agreements").parameters
    with opened(engine) as graph:
        offered = {c.value for c in choices(graph, node, "small")}
    assert {"country/AA", "country/BB", "deal/first"} <= offered


def test_an_extension_that_a_paper_called_off_extends_nothing(clean_graph: Server, tmp_path: Path) -> None:
    papers = (
        PAPER.format(name="short") + SIGNED + "  date: 2018-01-01\n  until: 2020-12-31\n  links:\n" + BOTH,
        PAPER.format(name="more") + SIGNED + "  date: 2019-01-01\n  links:\n" + BOTH
        + "  - {type: EXTENDS, to: deal/short, until: 2029}\n",
        PAPER.format(name="end") + SIGNED + "  date: 2019-06-01\n  links:\n" + BOTH
        + "  - {type: CANCELS, to: deal/more, date: 2019-06-01}\n",
    )  # fmt: skip
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path, deals="".join(papers)))
        shown = run(graph, CATALOG.get("agreements"), {"as_of": "2025-01-01"}, "small").as_rows()
    assert [row[shown.columns.index("paper")] for row in shown.rows] == ["end"]


def test_of_very_many_papers_a_question_about_a_day_says_at_which_it_did_not_look(
    clean_graph: Server, tmp_path: Path
) -> None:
    more = (
        "MATCH (p:Country {id: 'country/AA', data_set: 'small'}) UNWIND range(1, 5002) AS n WITH p, toString(n) AS n "
        "CREATE (p)-[:PARTY_TO {id: n, data_set: 'small'}]->(:Deal {id: 'deal/p' + n, name: 'Paper ' + n, "
        "instrument: 'memorandum', stage: 'signed', date: '2020-01-01', data_set: 'small'}) RETURN count(*) AS c"
    )
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
        graph.write(more, {})
        on_a_day = run(graph, CATALOG.get("agreements"), {"as_of": "2025-01-01"}, "small", max_rows=6_000)
        of_one = run(graph, CATALOG.get("agreements"), {"as_of": "2025-01-01", "node": "deal/p1"}, "small")
        first = run(graph, CATALOG.get("agreements"), {}, "small", max_rows=3).as_rows()
    (said,) = on_a_day.notes
    assert len(on_a_day.table.rows) == 5_000
    assert said.startswith("Not included: papers beyond the first 5,000 by name, which were not looked at")
    assert said.endswith(": Paper 997 (deal/p997), Paper 998 (deal/p998), Paper 999 (deal/p999).")
    assert of_one.notes == ()
    assert ([row[0] for row in first.rows], first.truncated) == (["Pact", "Paper 1", "Paper 10"], True)
