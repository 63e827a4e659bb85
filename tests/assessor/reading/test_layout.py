from assessor.reading.drafts import Draft
from assessor.reading.frame import Frame, turns_of_text
from assessor.reading.grid import Grid, Span
from assessor.reading.order import in_reading_order
from assessor.reading.rulings import Ruling, merged


def draft(name, x0, top, x1, bottom):
    made = Draft(1, [], x0, top, x1, bottom)
    return name, made


def order(*named):
    names = {id(made): name for name, made in named}
    return [names[id(made)] for made in in_reading_order([made for _, made in named])]


def test_a_column_is_finished_before_the_next():
    found = order(
        draft("rechts", 300, 100, 500, 300),
        draft("links onder", 50, 250, 250, 400),
        draft("links boven", 50, 100, 250, 240),
    )
    assert found == ["links boven", "links onder", "rechts"]


def test_what_spans_both_columns_parts_them():
    found = order(
        draft("links boven", 50, 100, 250, 200),
        draft("rechts boven", 300, 100, 500, 200),
        draft("breed", 50, 220, 500, 240),
        draft("links onder", 50, 260, 250, 400),
        draft("rechts onder", 300, 260, 500, 400),
    )
    assert found == ["links boven", "rechts boven", "breed", "links onder", "rechts onder"]


def test_a_turned_frame_shows_points_from_its_own_top_left():
    frame = Frame(0, 0, 600, 800)
    assert frame.shown(10, 790) == (10, 10)
    assert frame.turned(1).shown(10, 790) == (790, 10)
    assert frame.turned(2).shown(10, 790) == (590, 790)
    assert frame.turned(3).shown(10, 790) == (10, 590)


def test_text_that_climbs_needs_one_turn():
    assert turns_of_text(1, 0) == 0
    assert turns_of_text(0, 1) == 1
    assert turns_of_text(-1, 0) == 2
    assert turns_of_text(0, -1) == 3


def test_pieces_of_a_line_drawn_twice_become_one():
    pieces = [
        Ruling(100, 10, 50, flat=True),
        Ruling(101, 50, 90, flat=True),
        Ruling(100, 10, 50, flat=True),
    ]
    (line,) = merged(pieces)
    assert (line.start, line.end) == (10, 90)


def test_slots_without_a_line_between_them_are_one_cell():
    flat = [Ruling(y, 0, 100, flat=True) for y in (0, 20, 40)]
    upright = [Ruling(x, 0, 40, flat=False) for x in (0, 100)]
    upright.append(Ruling(50, 20, 40, flat=False))
    grid = Grid(flat, upright)
    assert grid.cell_at(10, 10) == Span(0, 0, 0, 1)
    assert grid.cell_at(60, 30) == Span(1, 1, 1, 1)
