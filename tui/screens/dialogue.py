"""What will I ask? The talk: what to open with, what to talk about in which order, how long."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.containers import VerticalScroll
from textual.widgets import Static

from assessor.errors import AssessorError
from tui import agenda_rows, finding_aids
from tui.agenda_rows import Line
from tui.agreeing import asking
from tui.messages import Failed, Show
from tui.plain import plain
from tui.saying import say
from tui.screens.dialogue_text import DialogueText
from tui.screens.form import Form
from tui.screens.judged import Judged
from tui.screens.line import AskLine, needs_words
from tui.screens.note import WriteNote
from tui.screens.question import bindings
from tui.talk import LONGEST, SHORTEST
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.screen import ModalScreen
    from textual.widget import Widget

    from assessor.dialogue.agenda import Topic
    from assessor.model import Evidence, Words
    from tui.actions import Place
    from tui.asking import Values
    from tui.state import Walk

_T = TypeVar("_T")


class Dialogue(Judged):
    """The agenda with, below it, all that is known of the row."""

    place: ClassVar[Place] = "dialogue"
    BINDINGS = bindings("dialogue")

    def __init__(self, language: str, walk: Walk) -> None:
        super().__init__(language, walk)
        self._talk = walk.talk
        self._lines: dict[str, Line] = {}
        self._text = DialogueText(walk, language)

    def body(self) -> Iterable[Widget]:
        """Yield how long it takes, what the program advises, the agenda, the detail below it."""
        yield Static(id="summary")
        yield Static(id="warnings")
        yield Rows(id="agenda")
        with VerticalScroll(id="detail"):
            yield Static(id="detail-text")

    def on_mount(self) -> None:
        """Fill the agenda, with the cursor on the first topic."""
        first = next(iter(agenda_rows.topics(self._talk.agenda)), None)
        self.fill(first.key if first else None)
        self.query_one(Rows).focus()

    def fill(self, key: str | None = None) -> None:
        """Fill the agenda as it is now, with the cursor on the row of that key."""
        agenda = self._talk.agenda
        sections = (
            ("strengths", agenda_rows.strengths(agenda)),
            ("topics", agenda_rows.topics(agenda)),
            ("parts", agenda_rows.parts(agenda)),
        )
        rows: list[Row] = []
        for name, lines in sections:
            told = plain(self.told(f"screen.dialogue.{name}"))
            rows.append(Row(partial(told.truncate, ellipsis=True)))
            rows += [Row(partial(self._text.line, line), line.key) for line in lines]
        self._lines = {line.key: line for _, lines in sections for line in lines}
        self.query_one(Rows).show(rows, key)
        self.query_one("#summary", Static).update(self._text.summary(agenda))
        warnings = self.query_one("#warnings", Static)
        warnings.update(self._text.warnings(self._talk.warnings()))
        warnings.display = bool(self._talk.warnings())

    @on(Rows.Moved)
    def show_detail(self, event: Rows.Moved) -> None:
        """Show all that is known of the row."""
        if (line := self._lines.get(event.key)) is not None:
            self.query_one("#detail-text", Static).update(self._text.detail(line))
            self.query_one("#detail").scroll_home(animate=False)

    # --- changing ----------------------------------------------------------------------------

    @on(Rows.Chosen)
    def action_edit(self) -> None:
        """Put the question in other words, rename, or set the minutes: what the row is about."""
        line = self._line
        if line is None or line.kind == "strength":
            self.tell(say("screen.dialogue.nothing_to_edit"))
        elif line.part is not None:
            self._ask_minutes(line)
        elif line.topic is not None and line.agreement is not None:
            self._ask_agreement(line.topic, line.number)
        elif line.topic is not None and line.question is not None:
            text = line.question.words.told_in(self.language)
            reword = partial(self._talk.reword, line.topic.id, line.id)
            self._ask(WriteNote(self.language, say("screen.dialogue.reword"), text), reword)
        elif line.topic is not None and line.topic.kind == "own":
            self._ask_title(line.topic.title.told_in(self.language), line.topic)
        else:
            self.action_note()

    def action_note(self) -> None:
        """Write something down on the topic."""
        if (topic := self._topic) is not None:
            ask = WriteNote(self.language, say("screen.dialogue.note"), topic.note)
            self._ask(ask, partial(self._talk.note, topic.id))

    def action_higher(self) -> None:
        """Talk about it earlier."""
        self._move(-1)

    def action_lower(self) -> None:
        """Talk about it later."""
        self._move(1)

    def action_leave_out(self) -> None:
        """Leave the question, topic or strength out."""
        line = self._line
        if line is None or line.kind == "part":
            self.tell(say("screen.dialogue.nothing_to_leave"))
        elif line.kind == "strength":
            self._change(partial(self._talk.drop_strength, line.id), "screen.dialogue.left_out")
        elif line.kind == "agreement" and line.topic is not None:
            withdraw = partial(self._talk.withdraw, line.topic.id, line.number)
            self._change(withdraw, "screen.dialogue.left_out")
        elif line.kind == "question" and line.topic is not None:
            drop = partial(self._talk.drop_question, line.topic.id, line.id)
            self._change(drop, "screen.dialogue.left_out")
        else:
            self._change(partial(self._talk.drop_topic, line.id), "screen.dialogue.left_out")

    def action_add_topic(self) -> None:
        """Let the reader pick a finding, or write a topic of their own."""
        from tui.screens.finder import Finder

        targets = finding_aids.topic_targets(self.walk, self.language)
        told = self.told("screen.dialogue.pick")
        self.app.push_screen(Finder(self.language, told, targets), self._picked)

    def action_add_question(self) -> None:
        """Let the reader write a question on the topic."""
        if (topic := self._topic) is None:
            self.tell(say("screen.dialogue.choose_topic"))
            return
        ask = WriteNote(self.language, say("screen.dialogue.own_question"), "")
        self._ask(ask, lambda text: self._talk.own_question(topic, text))

    def action_agreement(self) -> None:
        """Let the reader write down what was agreed on the topic."""
        if (topic := self._topic) is None:
            self.tell(say("screen.dialogue.choose_topic"))
        else:
            self._ask_agreement(topic, 0)

    def action_minutes(self) -> None:
        """Let the reader say how long the whole talk may take."""
        self._ask_minutes(None)

    def action_undo(self) -> None:
        """Take back the last change of the agenda."""
        self._step(self._talk.undo, "screen.dialogue.undone", "screen.saved.nothing_to_undo")

    def action_redo(self) -> None:
        """Bring back what was taken back last."""
        self._step(self._talk.redo, "screen.dialogue.redone", "screen.saved.nothing_to_redo")

    def action_open_document(self) -> None:
        """Show where the first quote stands."""
        if self.evidence_in_hand() is None:
            self.tell(say("screen.risks.no_quote"))
        else:
            self.post_message(Show("document"))

    def evidence_in_hand(self) -> Evidence | None:
        """Return the first quote of the topic or strength under the cursor."""
        line = self._line
        about = (line.topic or line.strength) if line else None
        return next(iter(about.evidence), None) if about else None

    # --- inside ------------------------------------------------------------------------------

    @property
    def _line(self) -> Line | None:
        return self._lines.get(self.query_one(Rows).key or "")

    @property
    def _topic(self) -> Topic | None:
        return self._line.topic if self._line else None

    def _move(self, by: int) -> None:
        topic = self._topic
        if topic is None:
            self.tell(say("screen.dialogue.choose_topic"))
            return
        key = Line("topic", topic.id, topic).key
        moved = self._try(partial(self._talk.move, topic.id, by))
        if moved is not None:
            self.fill(key)
            self.tell(say("screen.dialogue.moved" if moved else "screen.dialogue.at_the_end"))

    def _picked(self, target: str | None) -> None:
        kind, _, name = (target or "").partition(":")
        if kind == "own":
            self._ask_title("", None)
        elif kind == "pick":
            finding = next(f for f in self._talk.not_yet() if f.id == name)
            self._change(partial(self._talk.pick, finding), "screen.dialogue.added")

    def _ask_title(self, title: str, topic: Topic | None) -> None:
        ask = AskLine(self.language, say("screen.dialogue.own_topic"), title, needs_words)
        self._ask(ask, partial(self._talk.rename, topic.id) if topic else self._talk.own_topic)

    def _ask_minutes(self, line: Line | None) -> None:
        take: Callable[[int], None]
        if line is not None and line.part is not None:
            take, now = partial(self._talk.take, line.part.code), line.part.minutes
            title = say("screen.dialogue.part_minutes", part=say(f"dialogue.part.{line.id}"))
            check = _check_minutes(0)
        else:
            take, now = self._talk.take_in_all, self._talk.agenda.minutes
            title, check = say("screen.dialogue.all_minutes"), _check_minutes(SHORTEST)
        self._ask(AskLine(self.language, title, str(now), check), lambda text: take(int(text)))

    def _ask_agreement(self, topic: Topic, place: int) -> None:
        """Ask what was agreed, instead of the agreement in that place where there is one."""
        ask = asking(self.walk, topic, place)

        def answered(values: Values | None) -> None:
            if values is not None:
                agree = partial(self._talk.agree, topic.id, ask.agreement(values), place)
                self._change(agree, "screen.dialogue.saved")
                self.fill(agenda_rows.newest_agreement(self._talk.agenda, topic.id))

        self.app.push_screen(Form(self.language, ask), answered)

    def _ask(self, ask: ModalScreen[_T | None], change: Callable[[_T], object]) -> None:
        """Ask for something, and change the agenda with it."""

        def answered(told: _T | None) -> None:
            if told is not None:
                self._change(partial(change, told), "screen.dialogue.saved")

        self.app.push_screen(ask, answered)

    def _step(self, step: Callable[[], bool], told: str, nothing: str) -> None:
        done = self._try(step)
        if done is not None:
            self._refill()
            self.tell(say(told if done else nothing))

    def _change(self, change: Callable[[], object], told: str) -> None:
        if self._try(lambda: (change(), True)[1]):
            self._refill()
            self.tell(say(told), "$text-success")

    def _try(self, change: Callable[[], bool]) -> bool | None:
        """Return what the change returned; None when it could not be saved, which is told."""
        try:
            return change()
        except AssessorError as error:
            self.post_message(Failed(error))
            return None

    def _refill(self) -> None:
        """Fill anew, with the cursor on the same row, or on what came in its place."""
        rows = self.query_one(Rows)
        before, place = list(self._lines), rows.key
        self.fill(place)
        if place not in self._lines and place in before and self._lines:
            now = list(self._lines)
            self.fill(now[min(before.index(place), len(now) - 1)])


def _check_minutes(least: int) -> Callable[[str], Words | None]:
    def check(line: str) -> Words | None:
        if line.isascii() and line.isdigit() and least <= int(line) <= LONGEST:
            return None
        return say("screen.dialogue.odd_minutes", least=least, most=LONGEST)

    return check
