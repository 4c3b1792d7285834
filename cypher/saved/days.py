"""Days and spans of days as a reader writes them, each as precise as one likes, and as queries get them."""

from cypher.errors import BadParameter
from ledger.dates import BadDate, check_date, find_first_day, find_last_day, is_window
from ledger.nearest import shown
from ledger.periods import Days

DAY_FORMS = "write a day, such as 2025-06-30, or a month or year by its end, such as 2025-06 or 2025"
DAYS_FORMS = (
    "write the first and the last, such as 2025-06-01/2025-08-15 or 2025-06/2025-08, or one day, month or year, "
    "such as 2025-06"
)


def read_day(name: str, given: str) -> str:
    """A day as ISO text, of a month or year its last one. `name`: of what it is given for; raises BadParameter."""
    day = _check(name, given, DAY_FORMS)
    if is_window(day):
        raise BadParameter(f"{name}: '{shown(day)}' is a span of time, and no day", DAY_FORMS)
    return find_last_day(day).isoformat()


def read_days(name: str, given: str) -> Days:
    """A span of days, first and last among them; of a month or year all its days; raises BadParameter.

    A window such as `P3M/2025-09` is a span, too.
    """
    first, slash, last = given.partition("/")
    if not slash or is_window(given):
        whole = _check(name, given, DAYS_FORMS)
        return Days(find_first_day(whole), find_last_day(whole))
    begins, ends = (_check(name, end.strip(), DAYS_FORMS) for end in (first, last))
    if is_window(ends):
        raise BadParameter(f"{name}: '{shown(ends)}' is a span of time, and no end of one", DAYS_FORMS)
    days = Days(find_first_day(begins), find_last_day(ends))
    if days.first > days.last:
        raise BadParameter(f"{name}: '{shown(given)}' ends before it begins", DAYS_FORMS)
    return days


def _check(name: str, given: str, forms: str) -> str:
    try:
        return check_date(given)
    except BadDate as error:
        raise BadParameter(f"{name}: {shown(error.what)}", forms) from None
