"""The domain as plain typed values, with no input or output.

Read in this order: `ids` and `dates` name things, `amounts` says what a figure
is, `deals` what it belongs to, `totals` what may be added, `evidence` and
`disputes` why anyone should believe it, `alterations` and `supposed` what would
be otherwise if another reading held.
"""
