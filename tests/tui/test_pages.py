"""Every quote is found in its place."""

from __future__ import annotations

from builders import QUOTE, SECOND_QUOTE, block, document, evidence, finding, prepared

from tui.pages import PORTION, Pages


def test_a_pdf_keeps_its_own_pages():
    pages = Pages(prepared())
    assert [(leaf.number, leaf.of, leaf.is_page) for leaf in pages.leaves] == [
        (1, 3, True),
        (2, 3, True),
        (3, 3, True),
    ]


def test_a_word_file_is_cut_into_portions():
    blocks = [block(f"Alinea {n}.", page=None) for n in range(PORTION + 1)]
    pages = Pages(prepared(documents=(document(*blocks, file="plan.docx"),)))
    assert [(leaf.number, len(leaf.blocks)) for leaf in pages.leaves] == [(1, PORTION), (2, 1)]
    assert not pages.leaves[0].is_page


def test_each_quote_is_marked_once_however_often_it_counts():
    pages = Pages(prepared())
    assert [(mark.leaf, mark.quote) for mark in pages.marks] == [(1, QUOTE), (2, SECOND_QUOTE)]


def test_a_mark_points_at_the_very_words():
    pages = Pages(prepared())
    mark = pages.marks[0]
    text = pages.leaves[mark.leaf].blocks[mark.block].text
    assert text[mark.start : mark.end] == QUOTE


def test_white_space_may_differ_between_quote_and_page():
    text = QUOTE.replace(" ", "\n  ", 3)
    pages = Pages(prepared(documents=(document(block(text, page=2)),)))
    assert pages.marks[0].end == len(text)


def test_a_quote_that_begins_on_the_page_before_is_found_on_the_next():
    pages = Pages(prepared(documents=(document(block(QUOTE, page=3)),)))
    assert pages.marks[0].leaf == 2


def test_a_quote_that_is_not_found_back_still_leads_to_its_page():
    pages = Pages(prepared(documents=(document(block("Iets anders.", page=2)),)))
    assert (pages.marks[0].leaf, pages.marks[0].block) == (1, -1)


def test_a_quote_in_word_is_sought_in_the_whole_document():
    blocks = [block("Vulling.", page=None)] * PORTION + [block(QUOTE, page=None)]
    item = evidence(page=None)
    saved = prepared([finding(evidence=(item,))], (document(*blocks, file="plan.docx"),))
    assert Pages(saved).mark_of(item).leaf == 1


def test_evidence_of_a_document_that_is_not_there_has_no_mark():
    assert Pages(prepared()).mark_of(evidence(document=7)) is None
