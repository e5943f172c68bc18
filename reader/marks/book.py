"""The book of marks of one opened folder: read once, kept in memory, saved at every change."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path

from msgspec.structs import replace

from reader.marks.backups import back_up, last_good
from reader.marks.disk import State, locked, open_regular, state_of, write_atomically
from reader.marks.journal import Entry, Journal
from reader.marks.likeness import ALIKE, likeness, sample_of
from reader.marks.marks import Acts, ArticleMark, ArticleRef
from reader.marks.merging import merged_acts, merged_books, merged_mark
from reader.marks.place import Ground, place_of, rescued, rescues
from reader.model.articles import Article
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible_line

SMALL = 300
"""Marks up to which the YAML is written with every act; beyond, it follows the journal when there is time."""
VERSIONS = 50
"""Versions of the file that an editor may still have open."""
LARGEST = 128 << 20
"""Bytes of a file of marks that is read at all: a hundred thousand marked articles have 40 MB."""


class MarkBook:
    """Tags, notes and read state of the articles of one folder. Safe to call from several threads.

    Who only looks takes no lock and waits for no disk: what is known is put in place whole, or mark by mark.
    """

    def __init__(self, root: Path, where: Path, problem: Problem | None = None) -> None:
        """Args: root: the marked folder; where: the file; problem: what to tell the person about it."""
        self.root = root
        self.where = where
        self.problem = problem
        self._marks: dict[str, ArticleMark] = {}
        self._acts = Acts()
        self._disk: tuple[dict[str, ArticleMark], Acts] = ({}, Acts())
        self._seen: State | None = None
        self._versions: dict[str, tuple[dict[str, ArticleMark], Acts]] = {}
        """What was in the file, by its check sums: an editor may save over what it never saw."""
        self._edited = False
        self._refused: tuple[State, ReaderError] | None = None
        """What was wrong with the file when it was read last."""
        self._standing_in = False
        """True while a backup stands in for a file that could not be read."""
        self._ground = Ground(root, where)
        self._unsaved: set[str] = set()
        self._acted = False
        self._moved: dict[str, ArticleRef] = {}
        self._journal = Journal(where.with_suffix(".journal"))
        self._backed_up = False
        self._thread = threading.RLock()

    @classmethod
    def open(cls, paths: Sequence[str]) -> MarkBook:
        """The book for the opened paths: `.reader/marks.yaml` in the first folder (of a file: its folder),
        or in the user's data folder where that cannot be written. Never raises: see `problem`."""
        book = cls.unread(paths)
        book.read()
        return book

    @classmethod
    def unread(cls, paths: Sequence[str]) -> MarkBook:
        """The same book, empty until `read` is called: for who must show something first."""
        first = Path(paths[0] if paths else ".")
        root = first if first.is_dir() else first.parent
        return cls(root, *place_of(root))

    def read(self) -> None:
        """Read the file. Never raises: see `problem`."""
        with self._thread:
            try:
                self._read()
            except ReaderError as error:
                self.problem = error.problem
                self._stand_in()

    def bring_home(self) -> None:
        """Take in the copies of what could not be saved when the app was left before. Never raises: see `problem`.

        What they add stays in memory where it cannot be saved now, and the copies stay where they are.
        """
        for copy in rescues(self.root):
            from reader.marks.file import parsed  # YAML: only where there is one

            with self._thread, suppress(OSError, ValueError, ReaderError):
                with open(open_regular(copy), encoding="utf-8") as file:
                    marks, acts = parsed(file.read(), str(copy))
                found = merged_books({}, {mark.ref.id: self._at_its_place(mark) for mark in marks}, self._marks)
                added = [mark for key, mark in found.items() if mark != self._marks.get(key)]
                self.change_all(added, merged_acts(Acts(), acts, self._acts))
                os.replace(copy, copy.with_suffix(".taken"))
                what = "has again what could not be saved when you left"
                self.problem = Problem(visible_line(str(self.where)), what, fatal=False)

    def ref(self, article: Article, key: str = "") -> ArticleRef:
        """How an article is found again in this book. Args: key: its key in the library, which tells twins apart."""
        return ArticleRef(key or article.id, self.ref_path(article), article.part, article.title, sample_of(article))

    def ref_path(self, article: Article) -> str:
        """An article's path from the marked folder, with forward slashes."""
        with suppress(ValueError):
            return os.path.relpath(article.path, self.root).replace(os.sep, "/")
        return article.path

    def marked(self, key: str) -> ArticleMark | None:
        """What is known of the article of a library key, or None; takes no sample of its text."""
        return self._marks.get(key)

    def mark(self, ref: ArticleRef) -> ArticleMark:
        """What is known of an article; an empty mark where nothing is. Looks it up by its id: see `attach`."""
        return self._marks.get(ref.id) or ArticleMark(ref)

    def marks(self) -> tuple[ArticleMark, ...]:
        """All marks of the book, those of articles that are not open included."""
        return tuple(self._marks.values())

    def attach(self, refs: Iterable[ArticleRef]) -> None:
        """Give the marks of articles that changed since to these: by id, else path, else title, else likeness.

        Call it with all articles of the folder, since a mark whose own article is there is given to no other.
        """
        with self._thread:
            articles = {ref.id: ref for ref in refs}
            marks = dict(self._marks)
            lost = {key: mark for key, mark in marks.items() if key not in articles}
            bare = {key: ref for key, ref in articles.items() if key not in marks}
            for same in SAMENESS:
                for key, mark in list(lost.items()):
                    found = [ref for ref in bare.values() if same(mark.ref, ref)]
                    if len(found) == 1:
                        del marks[key], lost[key], bare[found[0].id]
                        marks[found[0].id] = replace(mark, ref=found[0])
                        self._moved[key] = found[0]
            self._marks = marks

    def change(self, mark: ArticleMark) -> None:
        """Keep this mark and save the book at once. Raises ReaderError where it could not be saved; the
        change then still holds in memory, and goes to disk with the next one that can."""
        self.change_all((mark,))

    def change_all(self, marks: Iterable[ArticleMark], acts: Acts | None = None) -> None:
        """Keep several marks, and acts in place of all those before, with one save. Raises as `change` does."""
        with self._thread:
            for mark in marks:
                self._marks[mark.ref.id] = mark
                self._unsaved.add(mark.ref.id)
            if acts is not None:
                self._acts, self._acted = acts, True
            self.save()

    @property
    def acts(self) -> Acts:
        """What the person said that is not of one article alone."""
        return self._acts

    def save(self) -> None:
        """Put on disk what is not there yet: in the journal, and in the YAML too while that is small.

        Raises ReaderError; what could not be read is never written over.
        """
        with self._thread:
            if not self._unsaved and not self._acted:
                return
            with self._writing():
                self._read()
                self._journal.add([self._marks[key] for key in self._unsaved], self._acts if self._acted else None)
                self._unsaved.clear()
                self._acted = False
                self._disk = (dict(self._marks), self._acts)
                if len(self._marks) <= SMALL or self._edited or self._standing_in:
                    self._follow()

    def follow(self) -> None:
        """Let the YAML follow the journal. Raises ReaderError; the journal then still has everything."""
        with self._thread:
            self.save()
            if self._journal.length or (self._standing_in and state_of(self.where) is None):
                with self._writing():
                    self._read()
                    self._follow()

    def close(self) -> Path | None:
        """Bring everything to disk before the app ends.

        Where the book cannot be saved, what is unsaved goes to a copy in the person's data folder, whose path is
        given back. Raises ReaderError where that fails too.
        """
        try:
            self.follow()
        except ReaderError:
            with self._thread:
                if not self._unsaved and not self._acted:
                    return None  # the journal has it all
                return self._rescue()
        return None

    def _rescue(self) -> Path:
        from reader.marks.file import stamped, written

        copy = rescued(self.root)
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(copy, stamped(written(self._sorted(), self._acts)))
        except OSError as error:
            raise ReaderError(Problem(visible_line(str(copy)), f"could not be saved ({_why(error)})")) from error
        return copy

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The folder made, the lock held, and what the system refuses told as a sentence."""
        try:
            self._ground.prepare(had=self._seen is not None or self._journal.length > 0)
            with locked(self.where):
                yield
        except OSError as error:
            shown = visible_line(str(self.where))
            raise ReaderError(Problem(shown, f"could not be saved ({_why(error)})", "it is kept in memory")) from error

    def _follow(self) -> None:
        """Write the YAML, the one before it kept as a backup once a session, and remove the journal."""
        from reader.marks.file import stamp_of, stamped, written

        if not self._backed_up and self.where.exists():
            back_up(self.where)
        self._backed_up = True
        text = stamped(written(self._sorted(), self._acts))
        write_atomically(self.where, text)
        self._seen, self._edited, self._standing_in = state_of(self.where), False, False
        self._remember(stamp_of(text)[0], dict(self._marks), self._acts)
        self._journal.clear()

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag in use with the number of articles that bear it, by name."""
        counts: dict[str, int] = {}
        for mark in self.marks():
            for tag in mark.tags:
                counts[tag] = counts.get(tag, 0) + 1
        return tuple(sorted(counts.items(), key=lambda pair: pair[0].casefold()))

    def _sorted(self) -> list[ArticleMark]:
        return sorted(self._marks.values(), key=lambda m: (m.ref.path, m.ref.part, m.ref.id))

    def _read(self) -> None:
        """Take in what another instance or an editor wrote since, merged with the unsaved changes of this one.

        Raises ReaderError where the file cannot be read or understood.
        """
        state = state_of(self.where)
        if state is not None and state != self._seen:
            if self._refused and self._refused[0] == state:
                raise self._refused[1]
            try:
                self._merge(*self._parsed())
            except ReaderError as error:
                self._refused = None if isinstance(error.__cause__, OSError) else (state, error)
                raise
            self._seen, self._standing_in = state, False
        try:
            entries = self._journal.news()
        except (OSError, ValueError, ReaderError) as error:
            name = visible_line(str(self._journal.path))
            raise ReaderError(Problem(name, "cannot be read", "move it away or mend it")) from error
        for entry in entries:
            marks = {mark.ref.id: mark for mark in map(self._at_its_place, entry.marks)}
            self._merge({**self._disk[0], **marks}, entry.acts or self._disk[1])

    def _stand_in(self) -> None:
        """Go on with the last good state where the file cannot be read: its newest backup, and the journal after it."""
        if self._seen is not None:
            return  # it is in memory
        backup = last_good(self.where)
        entries: tuple[Entry, ...] = ()
        with suppress(OSError, ValueError, ReaderError):
            entries = Journal(self._journal.path).news()  # to be read again, once the file can be
        if backup is None or self.problem is None:
            return
        marks = {mark.ref.id: mark for found in (backup.marks, *(e.marks for e in entries)) for mark in found}
        acts = next((entry.acts for entry in reversed(entries) if entry.acts), backup.acts)
        self._marks, self._acts, self._disk = dict(marks), acts, (marks, acts)
        self._standing_in = True
        advice = f"{self.problem.advice}; until then {backup.name} stands in".removeprefix("; ")
        self.problem = replace(self.problem, advice=advice)

    def _parsed(self) -> tuple[dict[str, ArticleMark], Acts]:
        """What the YAML says. Raises ReaderError."""
        from reader.marks.file import parsed, stamp_of  # YAML: only where there is a file

        shown = visible_line(str(self.where))
        try:
            with open(open_regular(self.where), encoding="utf-8") as file:
                if os.fstat(file.fileno()).st_size > LARGEST:
                    raise ReaderError(Problem(shown, f"is larger than {LARGEST >> 20} MB", "move it away"))
                text = file.read()
        except (OSError, UnicodeDecodeError) as error:
            raise ReaderError(Problem(shown, _unreadable(error), "move it away or mend it")) from error
        unknown: list[Problem] = []
        marks, acts = parsed(text, shown, unknown.append)
        self._warn(shown, unknown, acts.comments, text)
        there = {mark.ref.id: mark for mark in map(self._at_its_place, marks)}
        stamp, pristine = stamp_of(text)
        base = self._versions.get(stamp)
        if base is not None:  # an editor had it open, and what was saved meanwhile is not in what it wrote
            there = merged_books(base[0], self._disk[0], there)
            acts = merged_acts(base[1], self._disk[1], acts)
            self._edited = True
        elif pristine:
            self._remember(stamp, there, acts)
        elif self._seen is not None:
            self._set_aside()
        return there, acts

    def _remember(self, stamp: str, marks: dict[str, ArticleMark], acts: Acts) -> None:
        self._versions[stamp] = (marks, acts)
        for old in list(self._versions)[:-VERSIONS]:
            del self._versions[old]

    def _set_aside(self) -> None:
        """Keep a copy of what is known here: the file was changed by who knows from what version."""
        from reader.marks.file import stamped, written

        copy = self.where.with_name(f"{self.where.stem}.ours-{os.getpid()}{self.where.suffix}")
        try:
            write_atomically(copy, stamped(written(self._sorted(), self._acts)))
        except OSError:
            return
        what, advice = "was replaced by another program", f"what was here before is in {visible_line(copy.name)}"
        self.problem = Problem(visible_line(str(self.where)), what, advice, fatal=False)

    def _warn(self, shown: str, unknown: Sequence[Problem], comments: Sequence[str], text: str) -> None:
        """Tell of what a person wrote into the file that is not known here; it is kept."""
        if unknown:
            more = f" (and {len(unknown) - 1} more)" if len(unknown) > 1 else ""
            self.problem = replace(unknown[0], what=unknown[0].what + more)
        elif len(comments) >= sum(1 for _ in takewhile(lambda line: line.startswith("#"), text.split("\n"))) > 0:
            self.problem = Problem(shown, "has comments", "they move to its top when it is written", fatal=False)

    def _at_its_place(self, mark: ArticleMark) -> ArticleMark:
        """The mark under the article that it was given to since (see `attach`)."""
        return replace(mark, ref=self._moved.get(mark.ref.id, mark.ref))

    def _merge(self, there: dict[str, ArticleMark], acts: Acts) -> None:
        """Take what is on disk now, with this instance's unsaved changes over it."""
        base, base_acts = self._disk
        mine = {key: merged_mark(base.get(key), self._marks[key], there.get(key)) for key in self._unsaved}
        self._disk = (there, acts)
        self._marks = there | mine
        self._acts = merged_acts(base_acts, self._acts, acts) if self._acted else acts


SAMENESS = (
    lambda one, other: bool(one.path) and (one.path, one.part) == (other.path, other.part),
    lambda one, other: bool(one.title) and one.title == other.title,
    lambda one, other: likeness(one.sample, other.sample) >= ALIKE,
)
"""Ways, in this order, in which a mark's article is known again after its text, and so its id, changed."""


def _unreadable(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8"
    if error.errno == errno.ELOOP:
        return "is a link, which is not followed"
    return "cannot be read" if error.errno != errno.EINVAL else "is no regular file"


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
