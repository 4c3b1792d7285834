"""Where the records that come with the program are: beside the packages, in a checkout and in an installed wheel."""

from pathlib import Path


def seeds_folder() -> Path:
    """The folder of the records that come with the program."""
    return Path(__file__).resolve().parent.parent / "seeds"
