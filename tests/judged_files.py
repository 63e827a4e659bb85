"""Word files and tables of a few words, as if they had been read."""

from assessor.model import Block, Cell, Document


def word_file(*blocks, file="risicoanalyse.docx", languages=("nl",)):
    made = tuple(
        b if isinstance(b, Block) else Block("paragraph", b, language=languages[0]) for b in blocks
    )
    return Document(file, "0" * 64, "docx", (), made, languages)


def table(*rows):
    cells = tuple(
        Cell(r, c, text, is_header=r == 0)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    text = "\n".join(" | ".join(filter(None, row)) for row in rows)
    return Block("table", text, language="nl", cells=cells)
