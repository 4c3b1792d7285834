"""Where in a query's file a problem stands, so that its message leads there: `file:line:column`."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from cypher.saved.cypher_words import NOISE
from cypher.text.template import position

HEADER_MARK = 3
"""Characters before what a line of the header says."""


@dataclass(frozen=True)
class Problem:
    """What is wrong, and the word at which it shows: in the Cypher, or in the header."""

    message: str
    word: str
    in_header: bool = False


class BrokenRules(ValueError):
    """The rules that a query breaks."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(p.message for p in problems))
        self.problems = problems


@dataclass(frozen=True)
class QueryFile:
    """The text of a query's file; the header is its first so many characters."""

    path: Path
    text: str
    header_length: int

    def say(self, message: str, at: int) -> str:
        """A message with the place that it speaks of."""
        return f"{self.path.name}:{position(self.text, at)}: {message}"

    def say_validation(self, detail: Any) -> str:
        """An error of the record's validation, each rule that is broken at its own place."""
        error = detail.get("ctx", {}).get("error")
        if isinstance(error, BrokenRules):
            return "; ".join(self.say(p.message, self._find(p)) for p in error.problems)
        return self.say_field(detail["loc"], str(detail["msg"]).removeprefix("Value error, "))

    def say_field(self, location: tuple[str | int, ...], message: str) -> str:
        """A message about a field of the header."""
        field = ".".join(str(part) for part in location)
        return self.say(f"{field}: {message}", self._find_field(location))

    def say_yaml(self, error: yaml.YAMLError) -> str:
        """An error of the header's YAML."""
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + HEADER_MARK + 1) if mark else (1, 1)
        said = [getattr(error, part, None) for part in ("context", "problem")]
        return f"{self.path.name}:{line}:{column}: {', '.join(filter(None, said)) or ' '.join(str(error).split())}"

    def _find(self, problem: Problem) -> int:
        if problem.in_header:
            found = re.search(rf"\b{re.escape(problem.word)}\b", self.text[: self.header_length])
            return found.start() if found else 0
        blanked = NOISE.sub(lambda m: m[0] if m[0][0] == "`" else re.sub(r"[^\n]", " ", m[0]), self.text)
        edges = r"(?<!\w){}(?!\w)" if problem.word[-1].isalnum() and problem.word[0] != "\\" else "{}"
        word = re.compile(edges.format(re.escape(problem.word)), re.IGNORECASE)
        found = word.search(blanked, self.header_length) or word.search(self.text, self.header_length)
        return found.start() if found else self.header_length

    def _find_field(self, location: tuple[str | int, ...]) -> int:
        """Where a field of the header begins, or so many entries below it; the beginning where it is missing."""
        found = re.search(rf"^// ({re.escape(str(location[0]))})\s*:", self.text[: self.header_length], re.MULTILINE)
        if found is None:
            return self.header_length if location[:1] == ("text",) else 0
        entries = [m.start(1) for m in re.finditer(r"^//\s+(-)", self.text[: self.header_length], re.MULTILINE)]
        below = [at for at in entries if at > found.start()]
        number = location[1] if len(location) > 1 else None
        return below[number] if isinstance(number, int) and number < len(below) else found.start(1)


class HeaderLoader(yaml.SafeLoader):
    """YAML in which what only looks like a date or a number is told with its place."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node."""
        try:
            return super().construct_object(node, deep)
        except ValueError:
            raise ConstructorError(None, None, "is no value that can be read", node.start_mark) from None


def read_header(file: QueryFile) -> Any:
    """What stands in a header. Raises yaml.YAMLError, and RecursionError where it is nested too deep."""
    return yaml.load(read_header_text(file), HeaderLoader)


def read_header_text(file: QueryFile) -> str:
    """The YAML of a header, without the signs before it."""
    return "\n".join(line[HEADER_MARK:] for line in file.text[: file.header_length].splitlines())


def open_query(path: Path) -> QueryFile:
    """Read a query's file. Raises UnicodeDecodeError."""
    return split_query(path, path.read_text(encoding="utf-8"))


def split_query(path: Path, text: str) -> QueryFile:
    """What a query's file holds, or would: the path is looked at for its name alone."""
    header = re.match(r"(//[^\n]*(\n|$))*", text)
    return QueryFile(path, text, header.end() if header else 0)
