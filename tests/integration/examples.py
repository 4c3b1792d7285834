"""Examples in pages and docstrings, run as doctests."""

import doctest
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

DOCS = Path(__file__).parents[2] / "docs"


def of_page(name: str) -> doctest.DocTest:
    """All Python blocks of a page, as one run through it; line numbers are the page's."""
    text = "\n".join(_code_only((DOCS / name).read_text(encoding="utf-8").splitlines()))
    return doctest.DocTestParser().get_doctest(text, {}, name, name, 0)


def of_module(module: ModuleType, names: Mapping[str, Any]) -> list[doctest.DocTest]:
    """Each docstring of a module that holds examples; `names` are there beside the module's own."""
    found = doctest.DocTestFinder(exclude_empty=True).find(module, extraglobs=dict(names))
    return [test for test in found if test.examples]


def failures(tests: Iterable[doctest.DocTest]) -> str:
    """What did not come out as written; empty when all did."""
    told: list[str] = []
    for test in tests:
        doctest.DocTestRunner(verbose=False).run(test, out=told.append, clear_globs=False)
    return "".join(told)


def _code_only(lines: Iterable[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        fence = line.startswith("```")
        inside = line == "```python" if fence else inside
        yield line if inside and not fence else ""
