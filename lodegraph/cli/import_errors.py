"""What is wrong with a file to be brought in, its mapping or the folder, as messages."""

from collections.abc import Iterator
from contextlib import contextmanager

from lodegraph.cli.output import Exit, fail, print_error


@contextmanager
def report_bad_files() -> Iterator[None]:
    """Turn such errors into messages, and the end of the command."""
    from loader.imports import BadFile, BadMapping, NotOurs

    try:
        yield
    except BadMapping as error:
        for problem in error.problems:
            print_error(str(problem))
        fail(str(error), Exit.REFUSED)
    except (BadFile, NotOurs) as error:
        fail(str(error), Exit.REFUSED)
