"""An article line by line: what is cited, what rests on it, and why a line has no record."""

from pathlib import Path

from cypher.citing import Citing
from explorer.own_articles import OwnArticles
from explorer.state.article_lines import Line, Run, gather_runs, lay_out_lines
from explorer.uncited_lines import CoveredArticle, UncitedLines, UncitedPlace, read_uncited, write_uncited
from lodegraph.cli.own_articles import read_uncited as read_from_files
from tests.unit.articles import CITED, LENDS, TWICE, passage, write_article

REASONS = {1: "A heading.", 2: "Empty.", 5: "Ours.", 6: "Empty.", 7: "Empty."}
COVERED = CoveredArticle(7, tuple(UncitedPlace(line, 0, reason) for line, reason in REASONS.items()))
CITING = (
    Citing(CITED[0].id, "deal/loan", "A loan", "It lent."),
    Citing(CITED[1].id, "deal/loan", "A loan", "It lent."),
)


def pieces(line: Line) -> list[tuple[str, bool]]:
    return [(p.words, p.is_cited) for p in line.pieces]


def test_each_line_has_its_words_what_is_cited_of_them_and_its_records_once(tmp_path: Path) -> None:
    article = OwnArticles(write_article(tmp_path)).read("the-paper")
    lines = {n.number: n for n in lay_out_lines(CITED[:1], CITING, CoveredArticle(5, COVERED.uncited[:3]), article)}
    assert list(lines) == [1, 2, 3, 4, 5]
    assert pieces(lines[3]) == [(LENDS, True), (TWICE, False)]
    assert [r.id for r in lines[3].records] == ["deal/loan"]
    assert (pieces(lines[1]), lines[1].reasons) == ([("A heading", False)], ("A heading.",))


def test_a_line_cited_by_two_sentences_has_a_record_of_both_once() -> None:
    (line,) = (n for n in lay_out_lines(CITED, CITING, None, None) if n.number == 3)
    assert len(line.records) == 1
    assert [p.sentence for p, _ in line.resting] == [1, 2]


def test_a_text_that_is_not_the_one_that_was_cited_is_not_marked(tmp_path: Path) -> None:
    article = OwnArticles(write_article(tmp_path)).read("the-paper")
    cited = (passage(3, 1, TWICE), passage(4, None, "Other."), passage(9, None, "Beyond."))
    lines = {n.number: n for n in lay_out_lines(cited, (), None, article)}
    assert {n: [p.place for p in lines[n].differs] for n in (3, 4, 9)} == {
        3: ["line 3, sentence 1"], 4: ["line 4"], 9: ["line 9"]
    }  # fmt: skip
    assert not any(p.is_cited for n in lines.values() for p in n.pieces)


def test_without_files_lines_of_one_reason_are_told_as_one() -> None:
    rows = gather_runs(lay_out_lines(CITED, CITING, COVERED, None))
    told = [(r.first, r.last, r.reasons) if isinstance(r, Run) else r.number for r in rows]
    assert told == [(1, 1, ("A heading.",)), (2, 2, ("Empty.",)), 3, 4, (5, 5, ("Ours.",)), (6, 7, ("Empty.",))]


def test_with_the_file_empty_lines_are_left_out(tmp_path: Path) -> None:
    article = OwnArticles(write_article(tmp_path)).read("the-paper")
    rows = gather_runs(lay_out_lines(CITED, CITING, COVERED, article))
    assert [row.number for row in rows if isinstance(row, Line)] == [1, 3, 4, 5]
    assert not any(isinstance(row, Run) for row in rows)


def test_a_file_of_another_length_gets_no_reasons(tmp_path: Path) -> None:
    article = OwnArticles(write_article(tmp_path)).read("the-paper")
    for told, reasons in ((5, ("A heading.",)), (6, ())):
        covered = CoveredArticle(told, (UncitedPlace(1, 0, "A heading."),))
        assert lay_out_lines(CITED, CITING, covered, article)[0].reasons == reasons


def test_a_reason_of_one_sentence_says_which() -> None:
    covered = CoveredArticle(4, (UncitedPlace(3, 2, "Repeats."),))
    (line,) = (n for n in lay_out_lines(CITED[:1], (), covered, None) if n.number == 3)
    assert line.reasons == ("sentence 2: Repeats.",)


def test_reasons_reach_the_pages_of_their_own_data_set_alone() -> None:
    settings = write_uncited(UncitedLines("mine", {"source/paper": COVERED}))
    assert read_uncited("source/paper", "mine", settings) == COVERED
    assert read_uncited("source/paper", "other", settings) is None
    assert read_uncited("source/none", "mine", settings) is None
    assert read_uncited("source/paper", "mine", {}) is None


def test_reasons_that_are_too_many_for_a_setting_are_left_out() -> None:
    many = CoveredArticle(90_000, tuple(UncitedPlace(n, 0, "Empty.") for n in range(1, 90_000)))
    assert write_uncited(UncitedLines("mine", {"source/paper": many})) == {}


def test_reasons_are_read_from_the_records_coverage(tmp_path: Path) -> None:
    (tmp_path / "data_set.yaml").write_text("name: small\n")
    (tmp_path / "coverage").mkdir()
    text = "source: source/paper\nlines: 4\nwithout_records:\n  - {reason: Empty., lines: [2-3, 4.1]}\n"
    (tmp_path / "coverage" / "paper.yaml").write_text(text)
    found = read_uncited("source/paper", "small", read_from_files(tmp_path))
    assert found == CoveredArticle(4, tuple(UncitedPlace(*place, "Empty.") for place in ((2, 0), (3, 0), (4, 1))))
    assert read_from_files(Path("seeds"))
