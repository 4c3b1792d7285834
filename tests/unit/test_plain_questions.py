"""Questions in plain words: what is recognised, what they are read as, and that no text makes reading fail."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.asking import Asking, ask
from cypher.asking.dates import find_dates
from cypher.asking.names import Fit, Names
from cypher.asking.patterns import Patterns
from cypher.asking.reading import say_back
from cypher.asking.stems import GROUPS, sense, stem
from cypher.asking.words import split_words
from cypher.model import built_in_model
from cypher.saved import BadQuery, Parameter, read_catalog, resolve
from cypher.saved.query import read_query
from cypher.search.rank import Named
from ledger.countries import is_country_code
from ledger.demonyms import DEMONYMS, list_demonyms

MODEL = built_in_model()
CATALOG = read_catalog(MODEL)
NODES = (
    Named("country/AR", "Country", "Argentina"),
    Named("country/KR", "Country", "Republic of Korea"),
    Named("country/US", "Country", "United States", ("US",)),
    Named("agency/export-bank", "Agency", "Export Bank of Borduria", ("XBANK",)),
    Named("company/quarry", "Company", "Quarry Brothers", (), ("Moles",)),
    Named("company/tin-works", "Company", "Tin Works"),
    Named("initiative/deep-vault", "Initiative", "Deep Vault", ("Vault",)),
    Named("mineral/tin", "Mineral", "Tin"),
    Named("mineral/rare-earths", "Mineral", "Rare earths"),
    Named("deal/vault-loan", "Deal", "Bank loan for Deep Vault"),
    Named("person/anna-stone", "Person", "Anna Stone"),
    Named("event/metals-meeting", "Event", "2026 Metals Meeting"),
    Named("source/paper", "Source", "The Paper"),
)


def offer_all(parameter: Parameter, label: str) -> frozenset[str]:
    """Every node has an answer."""
    return frozenset(node.id for node in NODES if node.label == label)


ASKING = Asking(
    CATALOG, Patterns(CATALOG.queries), Names(NODES), offer_all, {node.id: node.name for node in NODES}, "2026"
)


def read(text: str) -> tuple[str, dict[str, str]] | None:
    """The best reading of a question: its query and values."""
    best = ask(ASKING, text).best
    return None if best is None else (best.query.id, dict(best.values))


@pytest.mark.parametrize(
    ("text", "query", "values"),
    [
        ("How much has XBANK committed?", "money-by-funder", {"funder": "agency/export-bank"}),
        ("xbank money as of June 2025", "money-by-funder", {"funder": "agency/export-bank", "as_of": "2025-06"}),
        ("what did the Quarry Brothers get", "money-to-a-company", {"company": "company/quarry"}),
        ("money for Moles", "money-to-a-company", {"company": "company/quarry"}),
        ("who owns quarry brothrs?", "owners", {"node": "company/quarry"}),
        ("Argentine partners", "country-partners", {"country": "country/AR"}),
        ("South Korea's partners with its agencies", "country-partners", {"country": "country/KR", "agencies": "yes"}),
        ("deals on rare earth without its kinds", "mineral-deals", {"mineral": "mineral/rare-earths", "kinds": "no"}),
        ("history of the vault loan", "history-of-a-deal", {"deal": "deal/vault-loan"}),
        ("what happened 2–4 Feb 2026", "between-two-days", {"days": "2026-02-02/2026-02-04"}),
        ("where do the sources disagree", "open-disputes", {}),
        ("who was absent from the 2026 Metals Meeting", "dealt-and-not-there", {"event": "event/metals-meeting"}),
        ("which deals have no sum", "what-is-missing", {"lacking": "amount"}),
        ("list all OWNS relationships", "relationships-of-a-type", {"type": "OWNS"}),
        (
            "how is Deep Vault connected with Anna Stone in 3 steps",
            "connections",
            {"from": "initiative/deep-vault", "to": "person/anna-stone", "hops": "3"},
        ),
        (
            "money flow to Quarry Brothers from XBANK",
            "linked-by-money",
            {"from": "agency/export-bank", "to": "company/quarry"},
        ),
    ],
)  # fmt: skip
def test_a_question_is_read_as_a_query_with_its_values(text: str, query: str, values: dict[str, str]) -> None:
    assert read(text) == (query, values)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "???",
        "What is the price of tin today?",
        "who does not own Quarry Brothers",  # its opposite is what `owners` answers
        "deals on tin before June 2025",  # no query takes all days before one
        "partners of Argentina and of Quarry Brothers",  # the country is one name of two
        "deals on unobtainium",
    ],
)
def test_what_no_query_answers_has_no_best_reading(text: str) -> None:
    assert read(text) is None


def test_a_question_that_is_not_understood_tells_what_was_recognised_and_what_there_is() -> None:
    readings = ask(ASKING, "is tin poisonous for Argentinians in 2026")
    assert readings.best is None
    assert [one.meant[0] for one in readings.recognised] == [
        ("Tin", "Mineral", "mineral/tin"), ("Argentina", "Country", "country/AR"), ("2026", "date", "2026"),
    ]  # fmt: skip
    assert readings.categories == CATALOG.categories
    assert all(reading.ignored for reading in readings.others)


def test_a_reading_is_said_back_with_every_value_by_name_and_what_is_ignored() -> None:
    readings = ask(ASKING, "tell me how much XBANK put in, as of 2025, roughly")
    assert readings.best is not None
    assert readings.best.said == (
        "Money by agency and stage — whose money: Export Bank of Borduria (agency/export-bank); "
        "as of the day: 31 December 2025"
    )
    assert readings.best.ignored == ("roughly",)


def test_a_slip_is_mended_and_told() -> None:
    assert ask(ASKING, "partners of Argentinia").corrected == (("argentinia", "argentina"),)


def test_the_longest_name_is_meant_and_us_is_a_country_only_where_nobody_asks_for_themselves() -> None:
    def named(text: str) -> list[str]:
        return [m.meant[0].id for m in ASKING.names.mentions(split_words(text), deals=False)]

    assert named("tin works and tin") == ["company/tin-works", "mineral/tin"]
    assert named("tell us of us agencies") == ["country/US"]
    assert ASKING.names.mentions(split_words("the stone"), deals=True)[0].fit is Fit.PART


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 2026-02-04", "2026-02-04"),
        ("February 4th, 2026", "2026-02-04"),
        ("the 4th of February", "2026-02-04"),
        ("in Q4 2025", "P3M/2025-12"),
        ("between 2 and 4 February 2026", "2026-02-02/2026-02-04"),
        ("from June 2025 to 15 Aug 2025", "2025-06/2025-08-15"),
        ("January to March 2026", "2026-01/2026-03"),
        ("2025-06-01/2025-08-15", "2025-06-01/2025-08-15"),
        ("during 2025", "2025"),
    ],
)
def test_dates_are_read_as_precise_as_they_are_told(text: str, days: str) -> None:
    assert [told.as_days for told in find_dates(text, "2026")] == [days]


@pytest.mark.parametrize("text", ["31 February 2026", "2026-13-40", "4 February 2026 to 2 February 2026", "in may we"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert [told for told in find_dates(text, None) if told.as_days != "2026"] == []


WORDS = sorted({word for q in CATALOG.queries for one in q.asked_as for word in one.asks.split()})
PIECES = st.sampled_from(
    [*WORDS, *(node.name for node in NODES), "2026-02-04", "P9Y/2026", "x" * 600, "🜨", "\x00", "'"]
)
"""Words of wordings, names, dates, and what nobody asks."""


@given(st.one_of(st.text(max_size=700), st.lists(PIECES, max_size=30).map(" ".join)))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_what_is_said_back_is_what_would_run(text: str) -> None:
    readings = ask(ASKING, text)
    assert len(readings.asked) <= 500
    assert len(readings.all) <= 3
    for reading in readings.all:
        values = resolve(reading.query.parameters, reading.values)  # raises where it could not run
        assert say_back(reading.query, reading.values, ASKING.called) == reading.said
        assert all(reading.values[name] in ASKING.called for name in reading.values if values[name] in ASKING.called)
    assert ask(ASKING, text) == readings


@given(st.text(max_size=40))
def test_a_stem_is_the_same_for_ever_and_its_own_sense(word: str) -> None:
    assert sense(word) == sense(word)
    assert len(stem(word)) <= len(word) or word.endswith("ies")


def test_adjectives_are_of_countries_and_only_congolese_is_of_two() -> None:
    said = [word for code in DEMONYMS for word in list_demonyms(code)]
    assert all(is_country_code(code) for code in DEMONYMS)
    assert {word for word in said if said.count(word) > 1} == {"Congolese"}
    assert list_demonyms("ZZ") == ()


def test_no_word_stands_for_two_senses() -> None:
    words = [stem(word) for group in GROUPS for word in {stem(word): word for word in group.split()}.values()]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_a_wording_that_names_no_parameter_is_refused_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "minerals"
    folder.mkdir()
    file = folder / "mine.cypher"
    head = "// id: mine\n// title: Mine\n// question: What?\n// view: table\n// asked_as:\n"
    body = "MATCH (m:Mineral {data_set: $data_set}) RETURN m.id AS id ORDER BY id\n"
    for wording, problem in (
        ("what of {mineral}", "names mineral, which is no parameter"),
        ("x" * 121, "120 characters"),
    ):
        file.write_text(f"{head}//   - {wording}\n{body}", encoding="utf-8")
        with pytest.raises(BadQuery, match=problem) as refused:
            read_query(file, MODEL)
        assert str(refused.value).startswith("mine.cypher:")


def test_every_shipped_query_has_wordings_that_are_read_as_it() -> None:
    for query in CATALOG.queries:
        assert query.asked_as, query.id
