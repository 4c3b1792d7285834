"""A first mapping of a sheet, by looking at its columns: every guess is written with its reason."""

from loader.imports.draft.write import draft_mapping

__all__ = ["draft_mapping"]
