"""Two invented articles, which tell of one loan and differ, a record of that loan, and how an article is brought in."""

from pathlib import Path

from tests.unit.test_command_line import Command

INVENTED = Path(__file__).parent / "invented"
DEEP_PIT_LOAN = """\
- id: deal/deep-pit-loan
  name: The Hollow Bank's nine-year loan
  amount: up to USD 40 million
  instrument: loan
  stage: announced
  whose_money: not_stated
  says: The Hollow Bank lends up to 40 million dollars to Deep Pit.
  evidence: [gazette:3.1]
  links:
    - {type: FUNDS, from: agency/hollow-bank}
    - {type: GOES_TO, to: project/deep-pit, role: recipient}
"""


def bring(command: Command, folder: Path, name: str, short: str) -> None:
    """Add one of the articles that lie in the set's folder."""
    ended = command("article", "add", str(folder / "articles" / f"{name}.txt"), "--into", str(folder), "--short", short)
    assert ended.status == 0, ended.err
