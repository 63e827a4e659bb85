import pytest
from printed import TITLE, Printed

from assessor.errors import DamagedDocument
from assessor.reading.limits import default_limits
from assessor.reading.second import read_pdf


def test_the_second_reader_gives_the_same_kinds_of_blocks():
    page = Printed().text(72, 80, "Risico's", TITLE)
    page.lines(72, 110, ["De leverancier koopt stoffen in", "bij drie spinnerijen in India."])
    reading = read_pdf(page.bytes(), default_limits())
    assert [(block.kind, block.text) for block in reading.blocks] == [
        ("heading", "Risico's"),
        ("paragraph", "De leverancier koopt stoffen in bij drie spinnerijen in India."),
    ]
    assert reading.pages[0].status == "read"


def test_what_neither_reader_can_open_is_damaged():
    with pytest.raises(DamagedDocument):
        read_pdf(b"%PDF-1.7\nniets meer", default_limits())
