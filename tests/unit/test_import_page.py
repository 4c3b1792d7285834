"""The worked sheet and the worked file of entities of docs/import.md come to what the page says."""

import json
import re
from pathlib import Path

from typer.testing import CliRunner

from ledger.amounts import Amount
from lodegraph.cli.main import app

PAGE = Path(__file__).parents[2] / "docs" / "import.md"
BLOCK = re.compile(r"^`(?P<name>[\w.-]+)`\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def files_of_the_page(folder: Path) -> None:
    """Write the files that the page shows."""
    for block in BLOCK.finditer(PAGE.read_text("utf-8")):
        (folder / block["name"]).write_text(block["text"], "utf-8")


def test_the_worked_sheet(tmp_path: Path) -> None:
    files_of_the_page(tmp_path)
    into, texts = tmp_path / "my-deals", tmp_path / "texts"
    sheet = str(tmp_path / "deals.csv")
    ran = CliRunner().invoke(app, ["import", sheet, "--into", str(into), "--texts", str(texts), "--format", "json"])
    assert ran.exit_code == 0, ran.output
    report = json.loads(ran.stdout)
    assert (report["rows"], report["brought_in"], report["labels"]["Deal"]) == (5, 5, 5)
    deals = (into / "deals.yaml").read_text("utf-8")
    figures = re.findall(r"amount: (.*)", deals)
    signed = [Amount.parse(f) for f in ("USD 35 million", "USD 2.75 million")]
    assert sum(a.value or 0 for a in signed) == 37_750_000
    assert figures == ["USD 35 million", "EUR 14.5 million", "up to USD 5 million", "USD 2.75 million"]
    assert "VAT only" in deals and "Skarn Tungsten" in (into / "parties.yaml").read_text("utf-8")
    verified = CliRunner().invoke(app, ["verify", str(into), "--articles", str(texts)])
    assert "5 passages of 1 article, 0 problems" in verified.output


def test_the_draft_of_the_worked_sheet_asks_what_the_page_says_a_person_answered(tmp_path: Path) -> None:
    files_of_the_page(tmp_path)
    draft = CliRunner().invoke(app, ["map", str(tmp_path / "deals.csv")]).stdout
    assert re.search(r'in talks: "\?"', draft)
    assert re.search(r'Congo: "\?"', draft)
    assert "dates: {order: day_first}" in draft and "is: [Total]" in draft


def test_the_worked_entities(tmp_path: Path) -> None:
    files_of_the_page(tmp_path)
    ran = CliRunner().invoke(
        app, ["import", str(tmp_path / "register.ftm.jsonl"), "--into", str(tmp_path / "my-register")]
    )
    assert ran.exit_code == 0, ran.output
    assert "5 rows of 6 brought in" in ran.output and "1 Family entity not brought in" in ran.output
    links = [json.loads(line) for line in (tmp_path / "my-register" / "links.jsonl").read_text("utf-8").splitlines()]
    owns = next(link for link in links if link["type"] == "OWNS")
    assert (owns["from"], owns["to"], owns["share"], owns["since"]) == (
        "company/xx-calder", "company/xx-tamsin", "62.5", "2019-03-12",
    )  # fmt: skip
