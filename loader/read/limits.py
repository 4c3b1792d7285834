"""How large and deep a file of records may be, so that nothing that is read can take the machine down."""

from loader.records import Problem, Where

BYTES = 16 * 2**20
"""Of a YAML file, or of one line of JSON Lines; JSON Lines files themselves may be of any length."""
DEPTH = 40
"""Lists and mappings inside one another."""
VALUES = 500_000
"""Values of one file or line, with what its aliases stand for written out."""
PROBLEMS = 100
"""Told of one file before the rest of it is left unread."""


def too_large(where: Where) -> Problem:
    """More bytes than are read at once."""
    what = f"is larger than {BYTES // 2**20} MB"
    return Problem(where, "file", what, "split it, or write one record a line as JSON Lines")


def too_deep(where: Where) -> Problem:
    """More lists inside lists than a record has."""
    what = f"is nested more than {DEPTH} deep"
    return Problem(where, "record", what, "close the brackets, or take the inner lists out")


def too_many(where: Where) -> Problem:
    """More values than are read at once, which a few aliases of aliases are enough for."""
    what = f"holds more than {VALUES:,} values, its aliases written out"
    return Problem(where, "record", what, "take out aliases that stand for others, or write JSON Lines")


def gives_up(where: Where) -> Problem:
    """A file in which nearly everything is wrong."""
    what = f"has {PROBLEMS} problems down to this line"
    return Problem(where, "file", what, "mend those first: the rest of the file was not read")


def unreadable(where: Where, error: OSError) -> Problem:
    """A file that the system does not give us."""
    what = f"cannot be read ({(error.strerror or str(error)).lower()})"
    return Problem(where, "file", what, "let it be read, or take it out of the folder")
