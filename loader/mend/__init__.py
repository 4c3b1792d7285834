"""Mending records: what has one mending and no other, each shown before it is made and held against the check."""

from loader.mend.find import Mended, find_mendings
from loader.mend.mending import Mending

__all__ = ["Mended", "Mending", "find_mendings"]
"""`find_mendings(checked)` gives the edits of files; writing them is for the caller."""
