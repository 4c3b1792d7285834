"""Fields of a deal that a reading sets, and deals that it adds, read as a deal's record is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ledger.amounts import Amount
from ledger.dates import check_date
from ledger.deals import AmountOf, Deal, Instrument, MeasuredAs, Stage, WhoseMoney

READERS: Mapping[str, Callable[[str], Any]] = {
    "name": str,
    "instrument": Instrument,
    "stage": Stage,
    "whose_money": WhoseMoney,
    "money_of": str,
    "amount": Amount.parse,
    "paid_out": Amount.parse,
    "measured_as": MeasuredAs,
    "amount_of": AmountOf,
    "amount_period": check_date,
    "date": check_date,
}
"""By field of a record that a sum looks at, what makes a value of its text."""
NEEDED = ("name", "instrument", "stage", "whose_money")


class CannotSuppose(ValueError):
    """A change that cannot be worked out; its text says which and why."""


def set_fields(deal: Deal, to: Mapping[str, Any]) -> Deal:
    """The deal with other values of some fields, None for one that it would not have; what no sum looks at stays as it
    is. Raises CannotSuppose."""
    values = _read_fields(deal.id, to)
    if needed := [name for name in NEEDED if name in values and values[name] is None]:
        raise CannotSuppose(f"{deal.id} would be without {' and '.join(needed)}")
    if deal.history and "date" in values and values["date"] is None:
        raise CannotSuppose(f"{deal.id} has a history, whose last step would be without a date")
    step = {name: values[name] for name in ("stage", "date") if name in values}
    if deal.history and step:
        values["history"] = (*deal.history[:-1], replace(deal.history[-1], **step))
    return _without_strange_payment(replace(deal, **values))


def make_deal(record: Mapping[str, Any]) -> Deal:
    """A deal by the fields of its record; raises CannotSuppose where one is missing or cannot be read."""
    deal = str(record.get("id", ""))
    if missing := [name for name in NEEDED if name not in record]:
        raise CannotSuppose(f"{deal} would be added without {' and '.join(missing)}")
    return _without_strange_payment(Deal(id=deal, **_read_fields(deal, record)))


def _read_fields(deal: str, written: Mapping[str, Any]) -> dict[str, Any]:
    values = {}
    for name in written.keys() & READERS.keys():
        try:
            values[name] = None if written[name] is None else READERS[name](str(written[name]))
        except ValueError as error:
            raise CannotSuppose(f"`{name}` of {deal} cannot be read: {error}") from None
    return values


def _without_strange_payment(deal: Deal) -> Deal:
    """The deal without what was paid of another figure: that is no part of it."""
    paid, whole = deal.paid_out, deal.amount
    fits = paid is None or (whole is not None and paid.unit == whole.unit and paid.value is not None)
    return deal if fits else replace(deal, paid_out=None)
