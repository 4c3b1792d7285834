"""A first mapping of a sheet, by looking at its columns: every guess is written with its reason."""

from loader.imports.draft.guess import ONE_OF_A_KIND, Guess
from loader.imports.draft.words import HEADINGS
from loader.imports.draft.write import draft_mapping, draft_with_guesses

__all__ = ["HEADINGS", "ONE_OF_A_KIND", "Guess", "draft_mapping", "draft_with_guesses"]
