"""A set, an article, and the texts beside it: what a draft is made of."""

from dataclasses import dataclass
from pathlib import Path

from ledger.articles import Article
from loader.check import Checked, check
from loader.draft.draft import Draft, draft_article
from loader.draft.files import name_short
from loader.draft.known import read_known
from loader.draft.origins import OriginGuess, pair_with_articles
from loader.read.files import COVERAGE
from loader.set_articles import SetArticle, read_set_articles, read_texts


@dataclass(frozen=True)
class Opened:
    """A set and an article that is to come into it, or is there: `there` is the article as the set declares it."""

    checked: Checked
    article: Article
    short: str
    there: SetArticle | None
    articles: tuple[SetArticle, ...]

    @property
    def is_covered(self) -> bool:
        """Whether the set accounts for the lines of its articles, or may begin to, as it has none yet."""
        return (self.checked.folder / COVERAGE).is_dir() or not self.articles

    def draft(self, beside: Path) -> Draft:
        """The draft, with origins guessed by the texts of a folder."""
        guess = OriginGuess(pair_with_articles(read_texts(beside), self.articles, self.article.name))
        return draft_article(self.article, self.short, read_known(self.checked), guess)


def open_set_and_article(folder: Path, article: Article, short: str | None) -> Opened:
    """Read both. `short`: the name for citations; made of the file's name where it is None. Raises BadFolder."""
    articles = read_set_articles(folder)
    stem = article.name.rpartition(".")[0]
    there = next((a for a in articles if a.file == stem), None)
    return Opened(check(folder), article, there.short if there else short or name_short(stem), there, articles)
