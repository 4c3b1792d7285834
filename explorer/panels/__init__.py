"""Panels that pages share: details of a node or relationship, its evidence, tables, totals."""
