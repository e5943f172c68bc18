"""What all tests share: a small library of our own articles, and no trace in the person's folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("reader", deadline=None)  # how long a machine takes is no property of the program
settings.load_profile("reader")

HARBOUR = """\
Harbour bridge to close for a year, mayor says

12 May 2024

By Ada Quill

EASTPORT (Reuters) - The old harbour bridge will close in June for at least a year of repairs, the mayor of Eastport \
said on Sunday, ending months of rumours about its future.

"We cannot patch this old iron bridge for ever," Mayor Lena Hartwig told reporters at the \
quay. "It will close on June 3."

The shopkeepers' association said the closure was "a disaster for the old town" and asked for compensation.

Hartwig said the city would run a free ferry while the bridge was shut.

Share this article

Copyright 2024 The Eastport Courier. All rights reserved.
"""

FERRY = """\
Eastport promises free ferry as bridge shuts

May 13, 2024

The city of Eastport will pay for a free ferry while its harbour bridge is closed, its mayor has promised.

"This old iron bridge cannot be patched for ever," Lena Hartwig said on Sunday. "It will close on \
June 3 and a ferry will run."

Shopkeepers in the old town were not impressed. "Nobody buys a sofa and takes it home by boat," said Tomas Reiter, \
who runs a furniture shop near the quay.

The mayor also said that works could be finished "by next summer" if the weather helped.

https://www.coastalpost.example/2024/05/13/free-ferry
"""


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("READER_WEIGHTS", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles on one event."""
    here = tmp_path / "news"
    here.mkdir()
    (here / "a-harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (here / "b-ferry.txt").write_text(FERRY, encoding="utf-8")
    return here


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five sample articles of the project."""
    return Path(__file__).parent.parent / "seeds"
