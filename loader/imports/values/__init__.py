"""Cells as values: figures, dates, numbers and countries as people type them, or the reason why nobody can say."""
