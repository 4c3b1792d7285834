"""The page about records tells the truth: its examples are sets that check clean, its commands are there."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ledger.evidence import NO_END, split_sentences
from ledger.units import UNITS
from loader.check import Checked, check
from lodegraph.cli.main import app

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "records.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"`(my-[a-z]+)/([a-z_./]+)`\n\n```[a-z]+\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^lodegraph ([a-z]+(?: run)?)\b(.*)$", re.MULTILINE)


def example(name: str, folder: Path) -> Checked:
    """One of the page's sets, written to files and checked."""
    for which, file, text in EXAMPLE.findall(PAGE):
        if which == name:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, encoding="utf-8")
    return check(folder)


@pytest.mark.parametrize("name", ["my-minerals", "my-copper", "my-figures", "my-owners", "my-permits"])
def test_the_sets_of_the_page_check_clean(tmp_path: Path, name: str) -> None:
    checked = example(name, tmp_path)
    assert [str(p) for p in (*checked.problems, *checked.warnings)] == []
    assert checked.data_set.name == name


def test_the_small_set_shows_json_lines_own_units_and_links_by_themselves(tmp_path: Path) -> None:
    index = example("my-minerals", tmp_path).index
    assert "company/acme|COVERS|mineral/tin|mineral" in index.links
    assert index.deals["deal/tin-loan"].properties["amount_unit"] == "drums"


def test_the_example_of_figures_is_read_as_the_page_explains_it(tmp_path: Path) -> None:
    checked = example("my-figures", tmp_path)
    loan, stock = (checked.index.deals[f"deal/{name}"].properties for name in ("joint-loan", "tin-stock"))
    assert (loan["equivalent"], loan["paid_out"]) == ("about EUR 92 million", "USD 30 million")
    assert (stock["amount_value"], stock["amount_ceiling"], stock["amount_of"]) == (40_000, 50_000, "stock")
    shares = {
        link.start: link.properties["amount_value"] for link in checked.index.deal_links if link.end == loan["id"]
    }
    assert shares == {"agency/tin-bank": 60_000_000, "company/acme": 40_000_000}


def test_the_set_about_owners_shows_shares_periods_offices_by_key_and_a_signature(tmp_path: Path) -> None:
    checked = example("my-owners", tmp_path)
    kept = {item.id: item.properties for item in checked.items}
    shares = {i: p["share"] for i, p in kept.items() if "|OWNS|" in i}
    assert sorted(shares.values()) == [7.5, 12.5, 40.0, 60.0]
    office = "person/ada-ames|SERVES|company/pit-holding|office_holder"
    assert {i for i in kept if "|SERVES|" in i} == {f"{office}|chair", f"{office}|president"}
    assert kept["person/ada-ames|SIGNS|deal/pit-licence|signatory"]["on_behalf_of"] == "company/pit-holding"
    assert (kept["project/long-pit"]["latitude"], kept["project/long-pit"]["longitude"]) == (-12.5, 28.25)


def test_the_page_names_every_unit_with_whether_it_is_added() -> None:
    for unit in UNITS:
        assert f"| `{unit.name}` | {unit.meaning} | {'yes' if unit.is_added else 'never'} |" in PAGE


def test_the_commands_of_the_page_have_the_options_that_it_shows() -> None:
    shown = COMMAND.findall(PAGE)
    assert {command for command, _ in shown} >= {"check", "load", "status", "drop", "query run"}
    for command, rest in shown:
        told = CliRunner().invoke(app, [*command.split(), "--help"])
        assert told.exit_code == 0, command
        for option in re.findall(r"--[a-z-]+", rest.partition("#")[0]):
            assert option in told.output, (command, option)


def test_the_page_of_the_method_gives_the_rule_by_which_sentences_are_cut() -> None:
    page = (DOCS / "method.md").read_text(encoding="utf-8")
    for word in NO_END:
        assert f"`{word}.`" in page
        assert split_sentences(f"They met {word}. Smith. He left.") == [f"They met {word}. Smith.", "He left."]
    assert split_sentences("J. D. Ames spoke. “He left.” In the U.S. Senate it rained! (So they say.) What now?") == [
        "J. D. Ames spoke.", "“He left.”", "In the U.S. Senate it rained!", "(So they say.)", "What now?",
    ]  # fmt: skip
