"""Three lines of an article with hostile text in them, on disk and as a graph would cite them."""

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from cypher.evidence import CitedPassage
from cypher.internal import statement
from cypher.model import built_in_model
from explorer.own_articles import OwnArticles
from explorer.shown_graph import ShownGraph
from ledger.evidence import hash_passage

HOSTILE = "<script>alert(1)</script> ![x](http://a.example/x.png) :red[x] $y$ \u202eturned\u0007 `c`"
LENDS, TWICE = "The zebrabank lends to a mine.", "It says so twice."
LINES = ("A heading", "", f"{LENDS} {TWICE}", HOSTILE, "Nobody cites this.")
PAPER = "source/paper"


def write_article(folder: Path, *lines: str) -> Path:
    """A folder of articles with this one, `the-paper.txt`."""
    folder.mkdir(exist_ok=True)
    (folder / "the-paper.txt").write_text("\n".join([*(lines or LINES), ""]), encoding="utf-8")
    return folder


def passage(line: int, sentence: int | None, text: str, file: str | None = "the-paper") -> CitedPassage:
    """A citation of a place, with the fingerprint of a text."""
    place = f"{line}.{sentence}" if sentence else str(line)
    return CitedPassage(
        f"passage/paper/{place}", "The Paper", None, None, line, sentence, "The desk", "publisher", "stated",
        PAPER, file, hash_passage(text),
    )  # fmt: skip


CITED = (passage(3, 1, LENDS), passage(3, 2, TWICE), passage(4, None, HOSTILE))


class CitingGraph:
    """Answers what a page asks of the article: its passages, and what rests on them."""

    server = SimpleNamespace(uri="bolt://there")

    def __init__(self, passages: tuple[CitedPassage, ...] = CITED) -> None:
        self.passages = passages

    def rows(self, text: str, asked: Mapping[str, Any]) -> tuple[tuple[Any, ...], ...]:
        first, last = self.passages[0].id, self.passages[-1].id
        answers: dict[str, list[tuple[Any, ...]]] = {
            statement("articles-of-a-data-set"): [(PAPER, "The Paper", "the-paper", len(self.passages))],
            statement("passages-of-an-article"): [self._row(p) for p in self.passages],
            statement("passages-by-id"): [self._row(p) for p in self.passages if p.id in asked.get("ids", ())],
            statement("nodes-citing-passages"): [
                (
                    first,
                    "claim/agency/bank/lends",
                    "x",
                    "The bank is a lender.",
                    ["evidence"],
                    "agency/bank",
                    "The Bank",
                ),
                (first, "deal/loan", "A loan", "The bank lent.", ["date_evidence"], None, None),
                (
                    last,
                    "dispute/size",
                    "How much?",
                    "How much was it?",
                    ["evidence", "date_evidence"],
                    "deal/loan",
                    "A loan",
                ),
            ],
            statement("relationships-citing-passages"): [
                (
                    first,
                    "agency/bank|FUNDS|deal/loan|funder",
                    "The Bank",
                    "FUNDS",
                    "A loan",
                    "The bank funds it.",
                    ["evidence"],
                )
            ],
        }
        return tuple(answers.get(text, []))

    @staticmethod
    def _row(p: CitedPassage) -> tuple[Any, ...]:
        return (
            p.id, p.article, p.publisher, p.date, p.line, p.sentence, p.origin, p.origin_kind, p.origin_basis,
            p.source, p.file, p.sha256,
        )  # fmt: skip


def shown(folder: Path | None = None, *passages: CitedPassage) -> ShownGraph:
    """A graph that cites the article, on a page of somebody who has the files in a folder, or has none."""
    here: Any = SimpleNamespace(
        graph=CitingGraph(passages or CITED),
        data_set=SimpleNamespace(name="mine", key="mine 1"),
        data_sets=(),
        model=built_in_model(),
        articles=OwnArticles(folder),
        set_hash="0",
    )
    return here  # type: ignore[no-any-return]
