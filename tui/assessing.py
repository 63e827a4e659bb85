"""From what the reader asked for to a saved submission: found, or assessed and put in its dossier.

Without Textual and without a thread of its own. Nothing is kept of files that cannot be read.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from assessor import warm
from assessor.dossiers.fingerprint import key_for
from assessor.errors import OriginalMissing
from tui.saying import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from assessor.dossiers.fingerprint import FileMark, Key
    from assessor.dossiers.prepared import Prepared
    from assessor.dossiers.register import Contract
    from assessor.dossiers.store import Saved, Store
    from tui.queue import Wanted

    Assess = Callable[[warm.Request], Prepared]


def assessed(store: Store, wanted: Wanted, assess: Assess) -> Saved:
    """Return the submission of the files that the reader wants, in the dossier where it belongs.

    Raises:
        AssessorError: when the files could not be assessed, or the store could not be used.
    """
    with ExitStack() as stack:
        if wanted.anew is not None:
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="isv-assessor-")))
            wanted = replace(wanted, files=tuple(_named(store.files(wanted.anew), folder)))
        return _assessed(store, wanted, assess)


def _assessed(store: Store, wanted: Wanted, assess: Assess) -> Saved:
    from assessor.dossiers.placing import completed, settled

    told = wanted.facts.as_contract()
    key = key_for(wanted.files, told.category, told.signed_on)
    kept = _dossier(store, key, told, wanted)
    about = completed(kept, told) if kept else told
    signed = about.signed_on or about.starts_on
    key = replace(key, category=about.category, contract_date=signed)
    here = store.find(key, kept.id) if kept else None
    if here is not None:
        settled(store.register, kept, told, here.name)
        return store.open(here.submission, here.assessment)
    elsewhere = store.find(key) if key.files else None
    files = tuple(str(file.resolve()) for file in wanted.files)
    request = warm.Request(files, about.category, signed)
    prepared = elsewhere.prepared if elsewhere else assess(request)
    name = Path(key.files[0].name).stem
    dossier = settled(store.register, kept, told, name)
    return store.keep(key, prepared, dossier, wanted.facts.received_on)


def _dossier(store: Store, key: Key, told: Contract, wanted: Wanted) -> Contract | None:
    """Return the contract in whose dossier the files belong; None for one that is not there yet."""
    from assessor.dossiers.placing import can_be, same_contract

    if wanted.anew is not None:
        return store.register.get(store.open(wanted.anew).dossier)
    if (same := same_contract(store.register.all(), told)) is not None:
        return same
    here = store.dossier_of(key) if key.files else None
    kept = store.register.get(here) if here is not None else None
    return kept if kept is not None and can_be(kept, told) else None


def _named(marks: Iterable[FileMark], folder: Path) -> Iterator[Path]:
    """Yield a file per mark under its own name; our copy bears another, so it is copied once more.

    Raises:
        OriginalMissing: when a file is not there any more, or not unchanged, and no copy either.
    """
    from assessor.dossiers.originals import hash_of

    for place, mark in enumerate(marks):
        path = Path(mark.path)
        if hash_of(path) != mark.sha256:
            what = say("export.original_missing", file=mark.name)
            raise OriginalMissing(what, say("export.original_missing_remedy"))
        if path.name != mark.name:
            (folder / str(place)).mkdir()
            path = Path(shutil.copyfile(path, folder / str(place) / Path(mark.name).name))
        yield path
