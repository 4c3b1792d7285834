"""Which folder of records a command reads: the one that was named, or the one that comes with the program."""

from pathlib import Path


def find_shipped_records() -> Path:
    """The folder of the records that come with the program: beside the packages, in a checkout and in a wheel."""
    return Path(__file__).resolve().parent.parent / "seeds"


def is_shipped(folder: Path) -> bool:
    """Whether these are the program's own records, not a copy of them.

    >>> is_shipped(seeds_folder())
    True
    """
    return folder.resolve() == find_shipped_records()


def describe_folder(folder: Path) -> str:
    """Which folder is read, for whoever called a command; one that was not named comes with the program."""
    return f"{folder} (the records that come with Lodegraph)" if is_shipped(folder) else str(folder)
