"""Edits of records' files by line: they can be shown before they are made, and are made in one go."""

from loader.edit.line_edits import FileEdit, edit_lines
from loader.edit.write import write_atomically

__all__ = ["FileEdit", "edit_lines", "write_atomically"]
