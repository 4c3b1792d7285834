"""An answer card: everything that the answer rests on is there, nothing of the records becomes more than text."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from cypher.disagreements.on_items import WeighedDispute
from cypher.evidence import CitedPassage, DisputeView, ReadingView
from cypher.model import built_in_model
from cypher.rests_on import RestsOn
from cypher.results import GraphEdge, GraphNode, Subgraph, Table
from cypher.saved import QueryAnswer, SavedQuery
from cypher.status import DataSetState
from explorer.render.answer_card import list_limits, pick_columns, write_card
from explorer.render.card_evidence import number_passages
from explorer.render.card_style import STYLE
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from explorer.render.still_picture import write_svg
from ledger.disputes import Disagreement, Weight
from tests.unit.test_canvas_export import HOSTILE

MODEL = built_in_model()
DAY = date(2026, 11, 27)
DECIDES = "dispute/size"
SHA = "ab" * 32
PASSAGE = CitedPassage(
    "passage/paper/3", "The Paper", "The Paper", "2026-02-04", 3, 2, "The desk", "release", "derived", sha256=SHA
)
READING = ReadingView("claim/a", "It is ten.", "preferred", "affirms", "Nearer.", (PASSAGE.id,))
DISPUTE = DisputeView(
    DECIDES, "How large is it?", "amount", (READING,),
    Weight.DECIDES, "The sum would be another.", Disagreement.SOURCES_DIFFER,
)  # fmt: skip
DETAIL = replace(DISPUTE, id="dispute/style", question="How is it spelt?", weight=Weight.DETAIL, would_change="")
BANK = GraphNode(
    "agency/bank", "Agency", {"name": "The Bank", "evidence": ["passage/gone"], "articles": ["source/paper"]}
)
LOAN = GraphNode(
    "deal/loan", "Deal",
    {
        "name": "Loan", "stage": "approved", "whose_money": "not_stated", "amount_value": 10, "amount_unit": "USD",
        "amount_qualifier": "about", "evidence": [PASSAGE.id], "articles": ["source/paper"], "origins": ["source/desk"],
        "paraphrase": "The bank lends ten.", "basis": "stated", "disputes": [DECIDES],
    },
)  # fmt: skip
FUNDS = GraphEdge("agency/bank|FUNDS|deal/loan|lender", "FUNDS", BANK.id, LOAN.id, {"role": "lender"})
KNOWN = RestsOn(
    things=Subgraph((BANK, LOAN), (FUNDS,)),
    passages={PASSAGE.id: (PASSAGE,)},
    disputes=(DISPUTE, DETAIL),
    about={LOAN.id: (WeighedDispute(DECIDES, "How large is it?", Weight.DECIDES),)},
    asked=("the funder The Bank (agency/bank)",),
    data_set=DataSetState("mine", "My records", "v7", "complete", "2026-11-01", "package"),
)


def answer(view: str = "network", table: Table | None = None, **texts: str) -> QueryAnswer:
    told = {"title": "Who lends?", "question": "Who lends to whom?", "text": "MATCH (n) RETURN n"} | texts
    query = SavedQuery(id="q", category="c", view=view, model=MODEL, **told)  # type: ignore[arg-type]
    shown = Table(("a", "r", "b"), ((BANK, FUNDS, LOAN),)) if table is None else table
    return QueryAnswer(
        table=shown, subgraph=KNOWN.things, model=MODEL, query=query, parameters={}, data_set="mine",
        notes=("Not included: the rest.",),
    )  # fmt: skip


def as_words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "|", page.split("</style>")[1]))


@pytest.fixture(scope="module")
def card() -> str:
    return write_card(answer(), KNOWN, DAY)


def test_a_card_says_what_was_asked_of_which_records_and_when(card: str) -> None:
    words = as_words(card)
    for told in ("Who lends?", "Who lends to whom?", "the funder The Bank (agency/bank)", "27 November 2026"):
        assert f"{told}" in words
    assert "My records (mine), version v7, loaded 2026-11-01" in words
    assert "MATCH (n) RETURN n;" in words


def test_a_card_has_every_passage_with_place_fingerprint_and_whose_words(card: str) -> None:
    words = as_words(card)
    assert f"[1]||line 3, sentence 2||repeats the release The desk (our inference)||{SHA}|" in words
    assert "The Paper, 4 February 2026" in words
    assert "Loan · Deal||about USD 10||The bank lends ten.|" in words.replace("|||", "||")
    assert "1 article, 1 independent origin; stated in so many words |[1]|" in words.replace("||", "|")
    assert "[passage/gone: not in the graph]" in words
    assert "The Bank — funds (lender) — Loan" in words


def test_disagreements_stand_by_weight_with_their_readings(card: str) -> None:
    words = as_words(card)
    assert "2 disagreements: 1 decides, 1 detail." in words
    assert words.index("How large is it?") < words.index("How is it spelt?")
    assert "What would change: The sum would be another." in words
    assert "preferred|: It is ten. |Nearer." in words


def test_a_card_says_of_which_disagreement_nobody_prefers_a_reading(card: str) -> None:
    open_one = replace(DISPUTE, readings=(replace(READING, rank="normal"),))
    assert "none preferred" not in card
    words = as_words(write_card(answer(), replace(KNOWN, disputes=(open_one, DETAIL)), DAY))
    assert words.count("sources differ · none preferred") == 1
    assert "normal|: It is ten." in words


def test_a_card_says_what_is_not_known() -> None:
    cut = replace(answer(table=Table(("a",), ((BANK,),), truncated=True)), unfinished="A load is going on.")
    told = list_limits(cut, replace(KNOWN, untraced=2))
    assert told[0] == "A load is going on."
    assert "The answer was cut: these are its first 1 rows, and there are more." in told
    assert "Not included: the rest." in told
    assert "Of 1 deal, 1 without a word on whose money it is." in told
    assert "Of 2 records with passages, 1 rest on one origin only." in told
    assert "Cited and not in the graph: passage/gone." in told
    assert any(line.startswith("Rows that name no record by id: 2.") for line in told)
    assert not any("how far they have come" in line for line in told)


def test_a_card_without_its_evidence_says_so() -> None:
    assert "What this answer rests on was not read for this page" in as_words(write_card(answer(), None, DAY))


def test_an_empty_answer_is_a_card_too() -> None:
    empty = replace(answer(table=Table(("a",), ())), subgraph=Subgraph())
    assert "Nothing was found." in as_words(write_card(empty, RestsOn(), DAY))


def test_the_table_leaves_out_what_stands_elsewhere_and_keeps_what_does_not() -> None:
    table = Table(
        ("who", "amount", "value", "unit", "who_id", "claim_id", "says", "empty"),
        (("A", "about USD 10", 10, "USD", "country/AA", "claim/a", "It does.", None),),
    )
    assert pick_columns(table, "table").columns == ("who", "amount", "claim_id", "says")
    assert pick_columns(table, "network").columns == ("who", "amount", "claim_id")
    bare = Table(("value", "unit"), ((10, "USD"),))
    assert pick_columns(bare, "table") == bare


def test_passages_are_numbered_by_article_and_line() -> None:
    other = replace(PASSAGE, id="passage/a/9", article="A", line=9)
    early = replace(PASSAGE, id="passage/paper/1", line=1)
    known = replace(KNOWN, passages={p.id: (p,) for p in (PASSAGE, early, other)})
    assert number_passages(known) == {"passage/a/9": 1, "passage/paper/1": 2, PASSAGE.id: 3}


class Page(HTMLParser):
    """The elements of a page with their attributes, as a browser would make them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def dangers(self) -> list[tuple[str, str]]:
        """Elements and attributes by which a page runs or loads something, or leads somewhere."""
        bad = {"script", "img", "iframe", "object", "embed", "link", "base", "form", "foreignobject", "use", "image"}
        found = [(tag, "") for tag, _ in self.elements if tag in bad]
        for tag, given in self.elements:
            found += [(tag, name) for name in given if name.startswith("on") or name in ("src", "srcset", "style")]
            links = (given.get("href"), given.get("xlink:href"))
            found += [(tag, link) for link in links if link is not None and not re.fullmatch(r"#p\d+", link)]
        return found


@pytest.fixture(scope="module")
def hostile() -> str:
    return write_hostile_card()


def write_hostile_card() -> str:
    """A card in which every text of question, records, evidence and disputes is hostile."""
    told = {"evidence": list(HOSTILE), "disputes": list(HOSTILE), "articles": ["a"], "origins": ["o"]}
    nodes = tuple(
        GraphNode(f"deal/{t}", "Deal", {"name": t, "stage": t, "paraphrase": t, "amount_unit": t, "basis": t, **told})
        for t in HOSTILE
    )
    edges = tuple(GraphEdge(f"{n.id}|{n.name}", n.name, n.id, nodes[0].id, {"role": n.name}) for n in nodes)
    every = Subgraph(nodes, edges)
    passages = {t: (CitedPassage(t, t, t, t, 3, None, t, t, t, sha256=t),) for t in HOSTILE}
    reading = tuple(ReadingView(t, t, t, t, t, HOSTILE) for t in HOSTILE)
    known = RestsOn(
        things=every,
        passages=passages,
        disputes=tuple(DisputeView(t, t, t, reading, would_change=t) for t in HOSTILE),
        asked=HOSTILE,
        data_set=DataSetState(*HOSTILE),
    )
    rows = Table((*HOSTILE[:3], "b"), tuple((t, t, [t], {"x": t}) for t in HOSTILE))
    made = answer(title=HOSTILE[0], question=HOSTILE[1], text=f"RETURN '{HOSTILE[4]}' AS x")
    networks = write_card(replace(made, subgraph=every, table=rows, notes=HOSTILE, unfinished=HOSTILE[1]), known, DAY)
    tables = write_card(replace(answer("table"), table=rows), known, DAY)
    return networks.replace("</main>", tables.split("<main>")[1].split("</main>")[0] + "</main>")


def test_nothing_of_the_records_runs_loads_or_leads_anywhere(hostile: str) -> None:
    assert Page(hostile).dangers() == []
    assert hostile.count("<style>") == hostile.count("<main>") == 1
    assert "\u202e" not in hostile


def test_the_same_text_unescaped_would_be_noticed() -> None:
    assert all(Page(text).dangers() for text in HOSTILE[:3])
    assert Page(HOSTILE[4]).dangers()


def test_the_policy_allows_the_one_style_and_nothing_else(hostile: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', hostile)
    allowed = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    assert f"<style>{STYLE}</style>" in hostile
    assert not re.search(r"url\(|@import|https?:", STYLE)


def test_a_still_picture_has_a_mark_a_caption_and_a_line_for_everything() -> None:
    shown = KNOWN.things
    svg = write_svg(draw_picture(shown, lay_out(shown), MODEL), "Who lends")
    root = ElementTree.fromstring(svg)
    captions = [t.text for t in root.iter("text") if t.get("class") == "caption"]
    assert {"The Bank", "Loan", "about USD 10"} <= set(captions)
    assert len([p for p in root.iter("path") if p.get("class") == "line"]) == 1
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    for text in root.iter("text"):
        assert left < float(text.attrib["x"]) < left + width
        assert top < float(text.attrib["y"]) < top + height
    (line,) = (p for p in root.iter("path") if p.get("class") == "line")
    ends = [float(n) for n in re.findall(r"-?[0-9.]+", line.attrib["d"])]
    bank, loan = (lay_out(shown)[n.id] for n in shown.nodes)
    assert abs(ends[0] - bank[0]) + abs(ends[1] - bank[1]) < abs(ends[0] - loan[0]) + abs(ends[1] - loan[1])


def test_parallel_lines_and_loops_are_drawn_apart() -> None:
    again = replace(FUNDS, id="agency/bank|FUNDS|deal/loan|insurer")
    loop = GraphEdge("deal/loan|PART_OF|deal/loan|part", "PART_OF", LOAN.id, LOAN.id, {"role": "part"})
    shown = Subgraph((BANK, LOAN), (FUNDS, again, loop))
    root = ElementTree.fromstring(write_svg(draw_picture(shown, lay_out(shown), MODEL), "t"))
    lines = [p.attrib["d"] for p in root.iter("path") if p.get("class") == "line"]
    assert len(lines) == len(set(lines)) == 2
    assert len([c for c in root.iter("circle") if c.get("class") == "line"]) == 1
