"""The categories of saved queries, in the order in which somebody new to the records would want them."""

CATEGORIES = (
    "start here",
    "countries",
    "agencies and money",
    "companies and projects",
    "minerals",
    "initiatives",
    "people and events",
    "evidence and disagreement",
    "paths and structure",
    "data quality",
)


def name_category(folder: str) -> str:
    """The category that a folder of queries stands for, in words: `agencies-and-money` is agencies and money."""
    return folder.replace("-", " ")


def rank_category(category: str) -> tuple[int, str]:
    """What categories are sorted by: those above as they stand there, others behind them by the alphabet."""
    known = category in CATEGORIES
    return (CATEGORIES.index(category) if known else len(CATEGORIES), category)
