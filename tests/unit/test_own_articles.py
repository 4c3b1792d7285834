"""The reader's own articles: words only where they are those that were cited, and else why not, without any."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cypher.evidence import CitedPassage
from explorer.markdown import escape
from explorer.own_articles import OwnArticles, find_problem
from explorer.panels.citations import cite, format_words, list_places
from ledger.articles import BadArticle, NoSuchPlace
from tests.unit.articles import CITED, HOSTILE, LENDS, TWICE, passage, shown, write_article


def test_the_words_are_those_of_the_cited_line_or_sentence(tmp_path: Path) -> None:
    own = OwnArticles(write_article(tmp_path))
    assert [own.quote(p).words for p in CITED] == [LENDS, TWICE, HOSTILE]
    assert [find_problem(own, p) for p in CITED] == [None] * 3


@pytest.mark.parametrize(
    ("cited", "says"),
    [
        (passage(3, 1, TWICE), "your the-paper.txt has another text there than the one that was cited; the text that "
         "was cited stands at 3.2"),
        (passage(3, 1, "Gone."), "your the-paper.txt has another text there than the one that was cited"),
        (passage(9, None, LENDS), "the-paper.txt ends with line 5"),
        (passage(3, 7, LENDS), "line 3 of the-paper.txt ends with sentence 2"),
        (passage(3, 1, LENDS, "no-paper"), "there is no no-paper.txt in the folder of your articles"),
        (passage(3, 1, LENDS, None), "the records name no file of this article"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_its_words_are_not(tmp_path: Path, cited: CitedPassage, says: str) -> None:
    here = shown(write_article(tmp_path))
    assert find_problem(here.articles, cited) == says
    told = format_words(here, cited)
    assert escape(says) in told
    assert "zebrabank" not in told


@pytest.mark.parametrize(
    "stem", ["../secret", "/etc/passwd", "a/b", "a\\b", "..", ".hidden", "c:x", "", "a\0b", "x" * 999]
)
def test_a_record_cannot_lead_out_of_the_folder(tmp_path: Path, stem: str) -> None:
    (tmp_path / "secret.txt").write_text("secret\n")
    own = OwnArticles(write_article(tmp_path / "articles"))
    with pytest.raises(BadArticle, match="is no name of a file"):
        own.read(stem)


def test_a_file_that_is_no_text_or_a_folder_is_told(tmp_path: Path) -> None:
    folder = write_article(tmp_path)
    (folder / "bad.txt").write_bytes(b"\xff\xfe")
    (folder / "inside.txt").mkdir()
    own = OwnArticles(folder)
    for stem, says in (("bad", "is not UTF-8 text"), ("inside", "there is no inside.txt")):
        with pytest.raises(BadArticle, match=says):
            own.read(stem)


def test_no_words_stand_in_what_an_error_or_a_log_would_show(tmp_path: Path) -> None:
    own = OwnArticles(write_article(tmp_path))
    article = own.read("the-paper")
    with pytest.raises(NoSuchPlace) as refused:
        article.text(77, None)
    for text in (repr(article), repr(own.quote(CITED[0])), str(refused.value), repr(own)):
        assert "zebrabank" not in text


def test_a_file_is_read_anew_for_each_run_of_a_page(tmp_path: Path) -> None:
    folder = write_article(tmp_path)
    assert find_problem(OwnArticles(folder), CITED[0]) is None
    write_article(tmp_path, "Something else.")
    assert find_problem(OwnArticles(folder), CITED[0]) == "the-paper.txt ends with line 1"


def test_a_citation_shows_its_words_and_links_to_the_line(tmp_path: Path) -> None:
    told = cite(shown(write_article(tmp_path)), CITED[0])
    assert f"\n\n> {escape(LENDS)}" in told
    assert f"[{escape('line 3, sentence 1')}](/about?article=source%2Fpaper&line=3)" in told


def test_without_files_a_citation_is_its_place_alone() -> None:
    here = shown()
    assert "\n" not in cite(here, CITED[0])
    assert list_places(here, [p.id for p in CITED], {p.id: p for p in CITED}).count("; ") == 2


def test_hostile_words_are_text(tmp_path: Path) -> None:
    told = format_words(shown(write_article(tmp_path)), CITED[2])
    assert told == f"> {escape(HOSTILE)}"
    assert not {"\u202e", "\u0007", "\n"} & set(told)


def test_a_citation_that_names_no_line_is_no_link(tmp_path: Path) -> None:
    assert "](" not in cite(shown(write_article(tmp_path)), passage(0, None, LENDS))


def panel(folder: str) -> None:
    from pathlib import Path

    from cypher.results import GraphNode
    from explorer.panels.evidence import show_evidence
    from tests.unit.articles import CITED, shown

    whole, of_date = [p.id for p in CITED[:2]], [p.id for p in CITED[1:]]
    cited = {"evidence": whole, "date_evidence": of_date}
    node = GraphNode("deal/loan", "Deal", {"paraphrase": "A bank lent.", **cited})
    show_evidence(shown(Path(folder) if folder else None), node)


@pytest.mark.parametrize("has_files", [True, False])
def test_the_panel_shows_them_beside_our_paraphrase_and_leaves_the_address_alone(
    tmp_path: Path, has_files: bool
) -> None:
    folder = str(write_article(tmp_path)) if has_files else ""
    test = AppTest.from_function(panel, default_timeout=30, args=(folder,)).run()
    assert not test.exception
    told = "\n".join(m.value for m in test.markdown)
    assert "A bank lent" in told
    assert (escape(LENDS) in told) is has_files
    (of_date,) = (c.value for c in test.caption if c.value.startswith("Its date rests on: "))
    assert of_date.count("/about?article=") == 2
    assert (escape(HOSTILE) in of_date) is has_files
    assert escape(TWICE) not in of_date
    assert not test.query_params
