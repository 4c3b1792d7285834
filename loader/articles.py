"""The articles in a folder of somebody who holds them."""

from pathlib import Path

from ledger.articles import LARGEST_ARTICLE, Article, BadArticle, name_file, split_lines


def is_absent(folder: Path, stem: str) -> bool:
    """Whether a folder has no file of an article; raises BadArticle where its name is none of a file."""
    return not (folder / name_file(stem)).is_file()


def read_article(folder: Path, stem: str) -> Article:
    """The article `<stem>.txt` of a folder; raises BadArticle that says what is wrong with the file."""
    path = folder / name_file(stem)
    if not path.is_file():
        raise BadArticle(f"there is no file {path}")
    try:
        with path.open("rb") as file:
            return split_lines(path.name, file.read(LARGEST_ARTICLE + 1))
    except OSError as error:
        raise BadArticle(f"{path} cannot be read ({(error.strerror or 'error').lower()})") from None
