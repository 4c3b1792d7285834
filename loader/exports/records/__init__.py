"""Rows as the records that load to them: what `loader.expand` wrote out is written short again."""

from loader.exports.records.write import write_records

__all__ = ["write_records"]
