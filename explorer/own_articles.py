"""The articles' own words, for the one reader who has their files: read for a page, compared, and kept nowhere."""

from pathlib import Path

from cypher.evidence import CitedPassage
from ledger.articles import LARGEST_ARTICLE, Article, BadArticle, NoSuchPlace, Quoted, name_file, split_lines


class OwnArticles:
    """A reader's folder of articles, or none. Made anew for every run of a page, which reads each file once."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._read: dict[str, Article | BadArticle] = {}

    def __bool__(self) -> bool:
        """Whether there is a folder."""
        return self._folder is not None

    def look_again(self) -> "OwnArticles":
        """The same folder, of which nothing is read yet."""
        return OwnArticles(self._folder)

    def read(self, file: str | None) -> Article:
        """The article of which the records give this file's name, without its ending.

        Raises BadArticle, which says what is wrong in words that hold nothing of the article.
        """
        if file is None:
            raise BadArticle("the records name no file of this article")
        if file not in self._read:
            self._read[file] = self._open(file)
        found = self._read[file]
        if isinstance(found, BadArticle):
            raise found
        return found

    def quote(self, passage: CitedPassage) -> Quoted:
        """The words at a passage's place, compared with its fingerprint; raises BadArticle or NoSuchPlace."""
        return self.read(passage.file).quote(passage.line, passage.sentence, passage.sha256)

    def _open(self, file: str) -> Article | BadArticle:
        try:
            return self._open_file(name_file(file))
        except BadArticle as error:
            return error

    def _open_file(self, name: str) -> Article:
        if self._folder is None:
            raise BadArticle("no folder of articles is shown")
        path = self._folder / name
        if not path.is_file():
            raise BadArticle(f"there is no {name} in the folder of your articles")
        try:
            with path.open("rb") as opened:
                return split_lines(name, opened.read(LARGEST_ARTICLE + 1))
        except OSError as error:
            raise BadArticle(f"{name} cannot be read ({(error.strerror or 'error').lower()})") from None


def find_problem(articles: OwnArticles, passage: CitedPassage) -> str | None:
    """Why the words of a passage cannot be shown as those that were cited; None where they are."""
    try:
        quoted = articles.quote(passage)
    except (BadArticle, NoSuchPlace) as error:
        return str(error)
    if quoted.is_as_cited:
        return None
    elsewhere = f"; the text that was cited stands at {quoted.stands_at}" if quoted.stands_at else ""
    return f"your {articles.read(passage.file).name} has another text there than the one that was cited{elsewhere}"
