"""Zip archives opened with limits, so that no bomb goes off: EPUB, DOCX and .zip."""

from __future__ import annotations

import io
import zipfile
import zlib

from reader.loading.parts import MAX_PARTS, MAX_UNFOLDED
from reader.model.problems import Problem, ReaderError

MAX_RATIO = 400
"""Text shrinks to a tenth; what claims to be hundreds of times its size is a bomb."""


def members(data: bytes, path: str) -> zipfile.ZipFile:
    """The archive in some bytes. Raises ReaderError where they are none, or unfold to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReaderError(Problem(path, "is damaged: no zip archive can be read from it")) from error
    infos = archive.infolist()
    if len(infos) > MAX_PARTS or sum(i.file_size for i in infos) > MAX_UNFOLDED:
        raise ReaderError(Problem(path, f"unfolds to more than {MAX_UNFOLDED >> 20} MB or {MAX_PARTS} files"))
    return archive


def unfolded(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo, path: str, limit: int = MAX_UNFOLDED) -> bytes:
    """The bytes of one member. Raises ReaderError where it is missing, locked, damaged or a bomb."""
    try:
        info = archive.getinfo(name) if isinstance(name, str) else name
        if info.file_size > limit or info.file_size > MAX_RATIO * max(info.compress_size, 4096):
            raise ReaderError(Problem(path, "unfolds to far more than it holds, as a trap does"))
        with archive.open(info) as member:
            content = member.read(limit + 1)
    except KeyError as error:
        raise ReaderError(Problem(path, f"is damaged: {name} is missing in it")) from error
    except RuntimeError as error:
        raise ReaderError(Problem(path, "is locked with a password", "unlock it first")) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise ReaderError(Problem(path, "is damaged: it cannot be unfolded")) from error
    if len(content) > limit:
        raise ReaderError(Problem(path, "unfolds to far more than it says, as a trap does"))
    return content
