"""Verifying: a passage holds when the article has its line, with a text of the fingerprint that is kept."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from ledger.evidence import hash_passage
from loader.verify import verify
from lodegraph.cli.main import app
from lodegraph.shipped_records import find_shipped_records

ARTICLE = "A heading\n\nThe bank lends to a mine. It says so twice.\n"
LENDS, TWICE = hash_passage("The bank lends to a mine."), hash_passage("It says so twice.")
HEADING = hash_passage("A heading")
ARTICLES = find_shipped_records().parent.parent / "shared" / "sources"
"""Where somebody may have laid the five articles beside the checkout."""
SOUND = [("1", HEADING), ("3.1", LENDS), ("3.2", TWICE)]


def records(folder: Path, cited: list[tuple[str, str]], article: str = "article: the-paper") -> Path:
    """A set with one article, whose passages stand from line 3 of passages.yaml."""
    folder.mkdir(exist_ok=True)
    (folder / "data_set.yaml").write_text("name: small\n")
    paper = f"- {{id: source/paper, name: Paper, kind: article, says: A paper., basis: ours, {article}}}\n"
    (folder / "sources.yaml").write_text(paper)
    lines = [f"  - {{cite: {cite}, origin: source/paper, sha256: {sha}}}" for cite, sha in cited]
    (folder / "passages.yaml").write_text("\n".join(["source: source/paper", "passages:", *lines, ""]))
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with the one article, in which white space is not as it was when it was read."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "the-paper.txt").write_text(ARTICLE.replace("a mine", " a  mine"))
    return folder


def test_passages_that_the_article_bears_out_hold_whatever_its_white_space(tmp_path: Path, articles: Path) -> None:
    verified = verify(records(tmp_path / "set", SOUND), articles)
    assert (verified.passages, verified.articles, verified.problems) == (3, 1, ())


@pytest.mark.parametrize(
    ("cite", "sha", "problem"),
    [
        ("9", LENDS, "the-paper.txt ends with line 3, so passage/paper/9 names nothing; that text stands at 3.1: "),
        ("9", "a" * 64, "the-paper.txt ends with line 3, so passage/paper/9 names nothing; correct the line or "),
        ("3.5", TWICE, "line 3 of the-paper.txt ends with sentence 2, so passage/paper/3.5 names nothing; that text "),
        ("3.1", TWICE, "the text in the-paper.txt is not the one whose fingerprint passage/paper/3.1 has; that text "
         "stands at 3.2: correct `cite` and what cites it"),
        ("3.1", "a" * 64, "the text in the-paper.txt is not the one whose fingerprint passage/paper/3.1 has; read it "
         f"again; if records and line agree, write sha256: {LENDS}"),
    ],
)  # fmt: skip
def test_a_passage_that_fails_is_named_with_its_own_line_and_remedy(
    tmp_path: Path, articles: Path, cite: str, sha: str, problem: str
) -> None:
    (found,) = verify(records(tmp_path / "set", [("1", HEADING), (cite, sha)]), articles).problems
    assert str(found).startswith(f"passages.yaml:4: passages.{cite}: {problem}")


def test_an_article_that_names_no_file_is_a_problem(tmp_path: Path, articles: Path) -> None:
    (found,) = verify(records(tmp_path / "set", SOUND, "credit: Paper"), articles).problems
    assert str(found).startswith("sources.yaml:1: article: no file is named, so 3 passages of source/paper cannot be ")


def test_an_article_whose_file_is_called_nearly_so_is_a_problem(tmp_path: Path, articles: Path) -> None:
    (found,) = verify(records(tmp_path / "set", SOUND, "article: the-papers"), articles).problems
    assert str(found).startswith("sources.yaml:1: article: there is no file ")
    assert "the-papers.txt, so 3 passages of source/paper cannot be verified" in str(found)
    assert str(found).endswith("is the-paper.txt meant? correct `article`")


TWO = (
    "- {id: source/paper, name: Paper, kind: article, says: A paper., basis: ours, article: the-paper}\n"
    "- {id: source/other, name: Other, kind: article, says: Another., basis: ours, article: elsewhere}\n"
)


def two_articles(folder: Path, cited: list[tuple[str, str]]) -> Path:
    """A set with two articles, of which the reader has the first alone."""
    records(folder, cited)
    (folder / "sources.yaml").write_text(TWO)
    other = f"source: source/other\npassages:\n  - {{cite: 1, origin: source/other, sha256: {HEADING}}}\n"
    (folder / "other.yaml").write_text(other)
    return folder


def test_an_article_that_the_reader_has_not_is_told_and_no_problem(tmp_path: Path, articles: Path) -> None:
    verified = verify(two_articles(tmp_path / "set", SOUND), articles)
    assert (verified.problems, verified.passages, verified.articles) == ((), 3, 1)
    assert [(one.source, one.passages) for one in verified.absent] == [("source/other", 1)]
    told = CliRunner().invoke(app, ["verify", str(tmp_path / "set"), "--articles", str(articles)])
    assert told.exit_code == 0
    assert told.stdout.splitlines() == [
        "not here: source/other (elsewhere.txt), 1 passage",
        "3 passages of 1 article, 0 problems; 1 passage of 1 article not here and not verified",
    ]


def test_nothing_is_verified_where_no_article_is_there(tmp_path: Path, articles: Path) -> None:
    (articles / "the-paper.txt").unlink()
    told = CliRunner().invoke(app, ["verify", str(records(tmp_path / "set", SOUND)), "--articles", str(articles)])
    assert told.exit_code == 1
    assert "none of the articles is there: source/paper (the-paper.txt)" in told.stderr


def test_one_source_alone_is_verified_with_its_own_problems(tmp_path: Path, articles: Path) -> None:
    folder = two_articles(tmp_path / "set", [("1", HEADING), ("3.1", "a" * 64)])
    (articles / "elsewhere.txt").write_text("Quite another heading\n")
    assert len(verify(folder, articles).problems) == 2
    verified = verify(folder, articles, "source/other")
    assert (verified.passages, verified.articles) == (1, 1)
    assert [p.where.file for p in verified.problems] == ["other.yaml"]
    runner = CliRunner()
    one = runner.invoke(app, ["verify", str(folder), "--articles", str(articles), "--source", "paper"])
    assert "2 passages of 1 article, 1 problem" in one.stdout


@pytest.mark.parametrize("name", ["papre", "source/papre"])
def test_a_source_that_is_none_is_told_with_those_that_there_are(tmp_path: Path, articles: Path, name: str) -> None:
    folder = records(tmp_path / "set", SOUND)
    told = CliRunner().invoke(app, ["verify", str(folder), "--articles", str(articles), "--source", name])
    assert told.exit_code == 2
    assert "no passages of source/papre: write paper" in told.stderr


def test_the_one_source_asked_for_must_be_there(tmp_path: Path, articles: Path) -> None:
    folder = two_articles(tmp_path / "set", SOUND)
    told = CliRunner().invoke(app, ["verify", str(folder), "--articles", str(articles), "--source", "other"])
    assert told.exit_code == 1
    assert "none of the articles is there: source/other (elsewhere.txt)" in told.stderr


def test_a_draft_is_no_problem_of_verifying(tmp_path: Path, articles: Path) -> None:
    folder = records(tmp_path / "set", SOUND)
    (folder / "more.yaml").write_text("- {id: company/acme, draft: write says, name: Acme}\n")
    assert verify(folder, articles).problems == ()


def test_an_article_that_is_no_text_is_named(tmp_path: Path, articles: Path) -> None:
    (articles / "the-paper.txt").write_bytes(b"\xff\xfe")
    (found,) = verify(records(tmp_path / "set", SOUND), articles).problems
    assert "the-paper.txt is not UTF-8 text" in str(found)
    assert "put its text there in UTF-8" in str(found)


def test_a_byte_order_mark_is_no_part_of_an_articles_first_line(tmp_path: Path, articles: Path) -> None:
    paper = articles / "the-paper.txt"
    paper.write_bytes(b"\xef\xbb\xbf" + paper.read_bytes())
    assert verify(records(tmp_path / "set", SOUND), articles).problems == ()


def test_passages_that_cannot_be_read_are_not_taken_as_verified(tmp_path: Path, articles: Path) -> None:
    found = verify(records(tmp_path / "set", [*SOUND, ("three", LENDS)]), articles)
    assert found.passages == 3
    assert ["passages.three" in str(p) for p in found.problems] == [True]


def test_the_command_ends_with_1_where_a_passage_fails_and_with_2_without_a_folder(
    tmp_path: Path, articles: Path
) -> None:
    folder, run = records(tmp_path / "set", SOUND), CliRunner().invoke
    held = run(app, ["verify", "--articles", str(articles), str(folder)])
    assert (held.exit_code, held.stdout) == (0, "3 passages of 1 article, 0 problems\n")
    records(folder, [("3.1", TWICE)])
    failed = run(app, ["verify", "--articles", str(articles), str(folder), "--format", "json"])
    assert failed.exit_code == 1
    assert '"line": 3' in failed.stdout
    assert run(app, ["verify", "--articles", str(tmp_path / "none"), str(folder)]).exit_code == 2


@pytest.mark.skipif(not ARTICLES.is_dir(), reason=f"the articles are not at {Path('..', 'shared', 'sources')}")
def test_every_passage_of_the_shipped_records_is_borne_out_by_its_article() -> None:
    verified = verify(find_shipped_records(), ARTICLES)
    assert [str(p) for p in verified.problems] == []
    assert (verified.articles, verified.passages > 150) == (5, True)
