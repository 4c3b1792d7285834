"""How much of somebody's file is read, so that no file can take the machine down."""

BYTES = 2 * 2**30
"""Of a file as it is read, also of what a packed one unpacks to."""
PART = 512 * 2**20
"""Of one part of a workbook, unpacked."""
SHARED_TEXT = 64 * 2**20
"""Characters of all shared texts of a workbook."""
RATIO = 400
"""How many times its size a part of a workbook may unpack to, where it is large."""
COLUMNS = 1_000
ROWS = 250_000
"""Of a sheet: what is known of all rows is held at once. FollowTheMoney entities are streamed, and may be of any
number."""
CELL = 32_767
"""Characters of a cell, as in spreadsheets."""
LINE = 16 * 2**20
"""Bytes of a line of JSON Lines."""
MERGED = 100_000
"""Merged cells of a sheet."""
FILES = 1_000
"""Of a folder."""
