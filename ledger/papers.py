"""A paper between parties: from when to when it binds them, as its stages, its term and what ended it tell."""

from dataclasses import dataclass
from datetime import date

from ledger.dates import find_last_day
from ledger.deals import Stage, Step
from ledger.periods import Held, goes_on, has_come, hold_together
from ledger.progress import find_last_steps

BINDING = frozenset({
    Stage.SIGNED, Stage.CONDITIONAL, Stage.APPROVED, Stage.COMMITTED, Stage.CLOSED, Stage.FUNDED, Stage.DRAWN,
    Stage.IN_DEFAULT, Stage.MOBILISED,
})  # fmt: skip
"""Stages in which a paper holds."""
OFF = frozenset({Stage.WITHDRAWN, Stage.CANCELLED})


@dataclass(frozen=True)
class Paper:
    """What tells when a paper holds.

    `stage`: how far it has come, None where that is no stage that we know. `history`: its stages by time, None where
    one of them cannot be read. `dated`: the date that it bears. `extended`: the ends that it was given by extensions
    that hold. `ended`: by whatever took its place or called it off, the date from which that holds, None where it
    always does.
    """

    stage: Stage | None
    history: tuple[Step, ...] | None = ()
    dated: str | None = None
    since: str | None = None
    until: str | None = None
    extended: tuple[str, ...] = ()
    ended: tuple[str | None, ...] = ()

    @property
    def begins(self) -> str | None:
        """From when on it holds: as stated, else its first stage that binds, else its date."""
        binding = (s.date for s in self.history or () if s.stage in BINDING)
        return self.since or next(binding, self.dated)

    @property
    def ends(self) -> str | None:
        """To when it holds: what stopped it, or its term where that ends before."""
        off = [s.date for s in self.history or () if s.stage is self.stage and s.stage in OFF]
        stopped = min((d for d in self.ended if d), key=find_last_day, default=off[-1] if off else None)
        return min((end for end in (stopped, self.term) if end), key=find_last_day, default=None)

    @property
    def term(self) -> str | None:
        """The end that was agreed: the latest of its extensions, else its own."""
        return max(self.extended, key=find_last_day, default=self.until)

    def holds_on(self, day: date) -> Held:
        """Whether it held at the end of a day; what has no beginning that is told may have begun later."""
        if None in self.ended:
            return Held.NO
        stops = (goes_on(day, gone=ended) for ended in self.ended)
        return hold_together(self._has_begun(day), goes_on(day, self.term), *stops)

    def _has_begun(self, day: date) -> Held:
        """Its stages tell of a beginning, too, where it has a history."""
        begins = self.since if self.history else self.begins
        untold = Held.YES if self.history else Held.NOT_CERTAIN
        return hold_together(has_come(day, begins) if begins else untold, self._is_bound(day))

    def _is_bound(self, day: date) -> Held:
        """Whether its stage was one that binds."""
        if self.history is None:
            return Held.NOT_CERTAIN
        if not self.history:
            return Held.YES if self.stage in BINDING else Held.NO
        last, may_be = find_last_steps(self.history, day)
        binds = {last is not None and last.stage in BINDING, *(s.stage in BINDING for s in may_be)}
        return Held.NOT_CERTAIN if len(binds) > 1 else Held.YES if True in binds else Held.NO
