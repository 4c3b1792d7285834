"""Records that are drafts: they have a field `draft`, may lack what records need, and are left out until it is gone."""

from collections.abc import Iterable, Iterator

from ledger.text import count_things
from loader.records import Problem, RawRecord, Severity, Where

DRAFT = "draft"
"""The field by which a record is a draft; its text says what there is to decide."""


def leave_out_drafts(records: Iterable[RawRecord | Problem]) -> Iterator[RawRecord | Problem]:
    """The records of one file without its drafts, which one warning counts at the first of them."""
    first: Where | None = None
    number = 0
    for record in records:
        if isinstance(record, RawRecord) and DRAFT in record.fields:
            first, number = first or record.where, number + 1
        else:
            yield record
    if first is not None:
        are = "is a draft" if number == 1 else "are drafts"
        what = f"{count_things(number, 'record')} from here on {are} and will not be loaded"
        remedy = "decide what the line `draft` of each lists, and take it away"
        yield Problem(first, DRAFT, what, remedy, Severity.WARNING)
