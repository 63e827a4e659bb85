"""What was agreed? The contract behind a submission: its facts, agreed levels and deadlines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from babel.dates import format_date
from textual import on
from textual.widgets import Static

from assessor.errors import AssessorError
from tui import look, terms
from tui.days import day_of
from tui.deal import DAYS, FACTS
from tui.messages import Again, Failed
from tui.plain import plain
from tui.saying import say
from tui.screens.form import Form
from tui.screens.question import Question, bindings
from tui.terms import AskDay, AskFact, AskLevel, fact_name, fact_told, type_name
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.content import Content
    from textual.widget import Widget

    from tui.actions import Place
    from tui.asking import Asked, Values
    from tui.deal import Deal
    from tui.state import Walk

_LABEL = 34
_ADD_LEVEL, _ADD_DAY = "add:level", "add:day"


class ContractScreen(Question):
    """The facts, a line each; Enter changes the one at hand."""

    place: ClassVar[Place] = "contract"
    BINDINGS = bindings("contract")

    def __init__(self, language: str, walk: Walk, deal: Deal) -> None:
        super().__init__(language, walk)
        self._deal = deal

    def body(self) -> Iterable[Widget]:
        """Yield what the screen is about, whether the assessment still fits, the facts."""
        yield Static(plain(self.told("screen.contract.title")), id="summary")
        yield Static(id="warnings")
        yield Rows(id="contract")

    def on_mount(self) -> None:
        """Fill the list."""
        self.fill()
        self.query_one(Rows).focus()

    def fill(self, key: str | None = None) -> None:
        """Fill the list as the contract is now, with the cursor on the row of that key."""
        self.query_one(Rows).show(list(self._rows()), key)
        warnings = self.query_one("#warnings", Static)
        lines = [self.told(f"screen.again.aged.{reason}") for reason in self._deal.aged[:1]]
        warnings.update(plain("\n".join(f"! {line}" for line in lines), "bold $text-warning"))
        warnings.display = bool(lines)

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Let the reader change the fact, or add what was agreed."""
        kind, _, name = (self.query_one(Rows).key or "").partition(":")
        asked: Asked
        if kind == "fact":
            asked = AskFact(self._deal, name, self.language)
            self._ask(asked, lambda values: self._deal.tell(name, values[name]))
        elif kind == "level" or name == "level":
            asked = AskLevel(self._deal.briefing)
            self._ask(
                asked,
                lambda values: self._deal.agree_level(values["code"], int(values["level"])),
                {"code": name} if kind == "level" else {},
            )
        else:
            asked = AskDay()
            self._ask(asked, self._agree_day)

    def action_remove(self) -> None:
        """Take away what was agreed; a fact is emptied by changing it."""
        kind, _, name = (self.query_one(Rows).key or "").partition(":")
        if kind == "level":
            self._change(partial(self._deal.drop_level, name))
        elif kind == "day":
            self._change(partial(self._deal.drop_day, int(name)))
        else:
            self.tell(say("screen.contract.nothing_to_remove"))

    def action_again(self) -> None:
        """Assess the same files once more, with the facts as they are now."""
        self.post_message(Again())

    # --- inside ------------------------------------------------------------------------------

    def _agree_day(self, values: Values) -> None:
        kind, day = AskDay.type_of(values["type"]), day_of(values["due_on"])
        assert kind is not None
        assert day is not None
        self._deal.agree_day(kind, day)

    def _ask(
        self, asked: Asked, change: Callable[[Values], None], known: Values | None = None
    ) -> None:
        def answered(values: dict[str, str] | None) -> None:
            if values is not None:
                self._change(partial(change, values))

        form = Form(self.language, asked)
        self.app.push_screen(form, answered)
        if known:
            form.call_after_refresh(form.fill, known)

    def _change(self, change: Callable[[], None]) -> None:
        key = self.query_one(Rows).key
        try:
            change()
        except AssessorError as error:
            self.post_message(Failed(error))
            return
        self.walk.learn(self._deal.contract, self._deal.aged)
        self.fill(key)
        self.fill_head()
        self.tell(say("screen.contract.saved"), "$text-success")

    def _rows(self) -> Iterator[Row]:
        contract = self._deal.contract
        yield self._heading("screen.contract.facts")
        for name in FACTS:
            yield self._row(
                f"fact:{name}", fact_name(name).told_in(self.language), self._fact(name)
            )
        yield self._heading("screen.contract.levels")
        names = terms.subject_names(self._deal.briefing)
        for code, level in contract.thresholds.items():
            told = names[code].told_in(self.language) if code in names else ""
            label = f"{code} {told}" if look.is_measure(code) else told or code
            yield self._row(f"level:{code}", label, look.level_told(level, self.language))
        yield self._row(_ADD_LEVEL, self.told("screen.contract.add_level"), "")
        yield self._heading("screen.contract.days")
        for place, due in enumerate(contract.deadlines):
            label = type_name(due.document_type).told_in(self.language)
            day = format_date(due.due_on, "d MMMM y", locale=self.language)
            yield self._row(f"day:{place}", label, day)
        yield self._row(_ADD_DAY, self.told("screen.contract.add_day"), "")

    def _fact(self, name: str) -> str:
        value = getattr(self._deal.contract, name)
        if name in DAYS and value:
            return format_date(value, "d MMMM y", locale=self.language)
        return fact_told(self._deal, name, self.language) or "–"

    def _heading(self, key: str) -> Row:
        return Row(partial(plain(self.told(key)).truncate, ellipsis=True))

    def _row(self, key: str, label: str, value: str) -> Row:
        return Row(partial(_draw, label, value), key)


def _draw(label: str, value: str, width: int) -> Content:
    name = plain(f"  {label}").truncate(_LABEL, ellipsis=True, pad=True)
    return (name + " " + plain(value, "bold")).truncate(width, ellipsis=True)
