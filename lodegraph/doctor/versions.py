"""Do the installed versions fit what this version of the program asks for?"""

import platform
from importlib.metadata import PackageNotFoundError, metadata, requires, version

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from cypher.doctor import Check, Finding, note, ok, wrong

PROGRAM = "lodegraph"
SHOWN = ("neo4j", "streamlit")
ENGINE = "arcadedb-embedded"
REMEDY = "install Lodegraph into an environment of its own: pip install 'lodegraph[embedded]'"


def check_versions(embedded: bool) -> Finding:
    """Ours, Python's, and those of all that we need; of the embedded engine only where it is used."""
    try:
        asked = [Requirement(text) for text in requires(PROGRAM) or []]
    except PackageNotFoundError:
        return note(Check.VERSIONS, "Lodegraph runs from its folder without being installed", REMEDY)
    needed = [r for r in asked if _does_apply(r, "embedded" if embedded else "")]
    unfit = [words for r in needed if (words := _find_unfit(r))] + _find_unfit_python()
    if unfit:
        return wrong(Check.VERSIONS, "; ".join(unfit), REMEDY)
    shown = [f"{PROGRAM} {version(PROGRAM)}", f"Python {platform.python_version()}"]
    shown += [f"{name} {version(name)}" for name in (*SHOWN, *([ENGINE] if embedded else []))]
    return ok(Check.VERSIONS, f"{', '.join(shown)}; all {len(needed)} packages that are needed fit")


def _does_apply(requirement: Requirement, extra: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": extra})


def _find_unfit(requirement: Requirement) -> str:
    try:
        there = version(requirement.name)
    except PackageNotFoundError:
        return f"{requirement.name} is not installed"
    if requirement.specifier.contains(there, prereleases=True):
        return ""
    return f"{requirement.name} {there} is installed, and {requirement.specifier} is needed"


def _find_unfit_python() -> list[str]:
    wanted, there = metadata(PROGRAM)["Requires-Python"], platform.python_version()
    return [] if there in SpecifierSet(wanted or "") else [f"Python is {there}, and {wanted} is needed"]
