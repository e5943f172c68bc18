"""Archives (.zip) of files of the other kinds."""

from __future__ import annotations

from msgspec.structs import replace

from reader.loading.formats import format_of
from reader.loading.parts import MAX_PARTS, MAX_UNFOLDED, too_many
from reader.loading.unfolding import members, unfolded
from reader.model.documents import RawDocument
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible_line


def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """The documents of all files of known kinds in the archive; archives inside it are passed over.

    Each has the archive's path and its own way inside it. Raises ReaderError where nothing can be read.
    """
    found: list[RawDocument] = []
    faults: list[Problem] = []
    left = MAX_UNFOLDED
    with members(data, path) as archive:
        for info in sorted(archive.infolist(), key=lambda i: i.filename):
            kind = format_of(info.filename)
            hidden = any(part.startswith((".", "__MACOSX")) for part in info.filename.split("/"))
            if info.is_dir() or hidden or kind is None or kind.name == "zip":
                continue
            if len(found) >= MAX_PARTS:
                raise too_many(path)
            name = f"{path}/{visible_line(info.filename)}"
            try:
                content = unfolded(archive, info, name, left)
                left -= len(content)
                found += kind.read(content, name) if content.strip() else ()
            except ReaderError as error:
                faults.append(replace(error.problem, path=error.problem.path or name, fatal=False))
    if not found:
        raise ReaderError(faults[0] if faults else Problem(path, "holds no file of a known kind"))
    if faults:
        found[0] = replace(found[0], problems=(*found[0].problems, *faults[:20]))
    return tuple(found)
