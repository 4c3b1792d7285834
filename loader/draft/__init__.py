"""Bringing an article in: its files to begin with, and a draft that says what each sentence names and what is there."""

from loader.draft.draft import Draft
from loader.draft.files import make_files
from loader.draft.set_and_article import Opened, open_set_and_article
from loader.draft.text import write_draft

__all__ = ["Draft", "Opened", "make_files", "open_set_and_article", "write_draft"]
