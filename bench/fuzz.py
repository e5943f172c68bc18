"""Random and bent input for loading, cleaning and quoting, for as many minutes each as asked for: no exception at all.

    python bench/fuzz.py [--minutes 10] [--seed 1] [--stages loading ...]

Bytes are bent from files of our own in every format; texts are made of what the stages look for (quotation marks, cues,
names, labels, blanks). What the stages promise is asked for every time: loading gives documents or a problem and
guarded text; every span lies in the text; every character of a raw text lies in some block.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import time
import traceback
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from reader.cleaning.clean import clean
from reader.library.pipeline import analyse_document
from reader.loading.formats import FORMATS
from reader.loading.load import named, read_here
from reader.mentions.find import find_mentions
from reader.model.documents import RawDocument
from reader.model.problems import Problem
from reader.quoting.find import find_quotes
from reader.text.guard import visible

PROSE = (
    "Harbour bridge to close\n\n12 May 2024\n\nBy Ada Quill\n\nEASTPORT (Reuters) - The bridge will close, the mayor "
    "said.\n\n"
    "“We cannot patch it,” Mayor Lena Hartwig told reporters. “It will close.”\n\nShare this article\n"
)
PIECES = (
    *"“ ” \" ' ‘ ’ « » „ ‹ › 「 」 , . ! ? : ; — – - … ( ) [ ] { } | 字 مرحبا Путин é e\u0301 x".split(" "),
    *("\n", "\n \n", "\n\n", "\t", "\r\n", "\u00a0", "\u200b", "\u202e", "\x1b[31m", "\x00", "\ud800", "👨\u200d👩"),
    *"said told reporters that according to he she they Mrs. Mr Lena Hartwig Mayor Hartwig's EASTPORT".split(" "),
    *"(Reuters) - By Ada Quill Share this article Read more Copyright 2024 12 May 2024 “We won’t,”".split(" "),
    *"https://a.example/x 5k #1 * > ## --- U.S. a.m. 6'2\"".split(" "),
    *(" ", " ", " ", "\n", "\n\n"),
)


def samples() -> dict[str, bytes]:
    """A small file of our own in each format that can be written without its packages."""
    page = f"<html><head><title>Bridge</title><meta name=author content=Ada></head><body><p>{PROSE}</p></body></html>"
    item = f"<item><title>A</title><description>{PROSE}</description></item>"
    feed = f"<rss version='2.0'><channel><title>T</title>{item}</channel></rss>"
    mail = EmailMessage()
    mail["Subject"] = "Bridge"
    mail.set_content(PROSE)
    mail.add_alternative(page, subtype="html")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", PROSE)
        archive.writestr("word/document.xml", f"<w:d xmlns:w='x'><w:p><w:t>{PROSE}</w:t></w:p></w:d>")
        archive.writestr("META-INF/container.xml", "<c><rootfile full-path='c.opf'/></c>")
    catalog, pages = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj", b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj"
    pdf = b"%PDF-1.4\n" + catalog + b"\n" + pages + b"\ntrailer<</Root 1 0 R>>"
    record = json.dumps([{"title": "Bridge", "text": PROSE, "date": "2024-05-12"}])
    warc = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(page)}\r\n\r\n{page}\r\n\r\n"
    made = {
        "text": PROSE, "markdown": f"---\ntitle: Bridge\n---\n# Bridge\n\n> {PROSE}\n\n* a\n",
        "html": page, "feed": feed, "json": record, "warc": warc, "mail": mail.as_bytes(), "mhtml": mail.as_bytes(),
        "zip": packed.getvalue(),
        "epub": packed.getvalue(), "docx": packed.getvalue(), "pdf": pdf,
    }  # fmt: skip
    return {name: data.encode() if isinstance(data, str) else data for name, data in made.items()}


def bent(chance: random.Random, data: bytes) -> bytes:
    """The bytes with some of them changed, doubled, cut out or replaced by what a stage looks for."""
    work = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at, length = chance.randrange(len(work) + 1), chance.choice((1, 3, 30, 300))
        match chance.randrange(6):
            case 0:
                work[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del work[at : at + length]
            case 2:
                work[at:at] = work[at : at + length] * chance.choice((1, 2, 50))
            case 3:
                work[at:at] = chance.choice(PIECES).encode("utf-8", "surrogatepass")
            case 4:
                work[at : at + length] = chance.randbytes(length)
            case _:
                work = work[:at] or work
        if len(work) > 50_000:
            del work[50_000:]
    return bytes(work)


def text_of(chance: random.Random) -> str:
    """A text of pieces, some of them many times."""
    parts = []
    for _ in range(chance.choice((3, 30, 150))):
        parts.append(chance.choice(PIECES) * chance.choice((1, 1, 1, 1, 3, 200)))
        parts.append(chance.choice(("", " ", " ")))
    return visible("".join(parts))


def loading(chance: random.Random) -> object:
    """One bent file of some format, read."""
    form = chance.choice(FORMATS).name
    data = bent(chance, SEEDS.get(form, SEEDS["text"]))
    load_form(form, data)
    return data


def load_form(form: str, data: bytes) -> None:
    """Reads a file; what it gives has passed the guard."""
    found = read_here(named(form), data, f"x.{form}")
    if not isinstance(found, Problem):
        for document in found:
            assert visible(document.text) == document.text
            for section in document.sections or ():
                assert visible(section.text) == section.text


def cleaned(chance: random.Random) -> object:
    """One text, cleaned."""
    text = text_of(chance)
    check_clean(text)
    return text


def check_clean(text: str) -> None:
    """Cleans a text; nothing of it may be lost."""
    article = clean(RawDocument(path="x", text=text, id="x"))
    kept = bytearray(len(text))
    for block in article.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(article.text)
        if block.raw:
            kept[block.raw.start : block.raw.end] = b"x" * block.raw.length
    assert all(kept[i] or c.isspace() for i, c in enumerate(text)), "a character is in no block"


def quoted(chance: random.Random) -> object:
    """One text, cleaned, its quotes found."""
    text = text_of(chance)
    check_quotes(text)
    return text


def check_quotes(text: str) -> None:
    """Finds the quotes of a text; all lie in it, in order."""
    article = clean(RawDocument(path="x", text=text, id="x"))
    quotes = find_quotes(article, find_mentions(article))
    for quote in quotes:
        for span in (quote.span, quote.cue):
            assert span is None or 0 <= span.start <= span.end <= len(article.text)
    assert list(quotes) == sorted(quotes, key=lambda q: q.span.start)


def structured(chance: random.Random) -> object:
    """Texts built as articles are, analysed whole: quotes in quotes of any language, closed or not, with cues."""

    @seed(chance.getrandbits(60))
    @settings(max_examples=DRAWN, database=None, deadline=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(ARTICLES)
    def one(text: str) -> None:
        began = time.process_time()
        check_whole(text)
        assert time.process_time() - began < SLOW, f"too slow: {len(text)} characters"

    one()
    return chance


def check_whole(text: str) -> None:
    """Analyses a text; all quotes lie in it."""
    analysis = analyse_document(RawDocument(path="x", text=visible(text), id="x"))
    whole = len(analysis.article.text)
    for quote in analysis.quotes:
        for span in (quote.span, quote.cue):
            assert span is None or 0 <= span.start <= span.end <= whole


DRAWN = 50
"""Texts that are drawn at once."""
MARKS = (*"“” ‘’ «» »« ‹› „“ ‚‘ „” ”” 「」 『』 《》 〈〉 ＂＂ ❝❞".split(" "), '""', "''", "``", "‟”", "“„")
NAMES = tuple(
    "Lena Hartwig|Hartwig|Mayor Hartwig|Mr. Reiter|Dr. Ada Quill-Ó Broin|the mayor|she|he|the Eastport Courier|"
    "Владимир Петров|李明|محمد|ministers|U.S. officials|O’Neil|X Æ".split("|")
)
CUES = tuple(
    "said|told reporters|added|asked|according to|says that|wrote on Monday|erklärte|a déclaré|заявил|dijo|"
    "said, quoting|denied saying|has said".split("|")
)
BETWEEN = tuple(" |, | — |—|… |: |; |\n|\n\n|\x85|\u2028|\xa0|| (|) |.|?! |\t|\r\n".split("|"))
WORDS = st.sampled_from(tuple(
    "we cannot patch it|It will close.|ceasefire|don’t|the '90s|6'2\"|rock 'n' roll|café|字|[sic]|@a|"
    f"https://a.example/?q=“x”|U.S.|{'x' * 300}|".split("|")
)) | st.text(max_size=8)  # fmt: skip


def _quote(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Some text in marks that fit, fit not, or are not all there."""
    how = st.sampled_from(("both", "both", "both", "open", "close", "odd"))

    def put(parts: tuple[list[str], str, str, str]) -> str:
        words, one, other, how = parts
        first = "" if how == "close" else one[0]
        last = "" if how == "open" else other[1] if how == "odd" else one[1]
        return f"{first}{' '.join(words)}{last}"

    return st.tuples(st.lists(inner, max_size=4), st.sampled_from(MARKS), st.sampled_from(MARKS), how).map(put)


def _sentence(parts: tuple[str, str, str, str, bool, int]) -> str:
    words, name, cue, between, before, times = parts
    return (f"{name} {cue}{between}{words}" if before else f"{words}{between}{name} {cue}") * times


PHRASES = st.recursive(WORDS, _quote, max_leaves=30)
SENTENCES = st.tuples(
    PHRASES, st.sampled_from(NAMES), st.sampled_from(CUES), st.sampled_from(BETWEEN), st.booleans(),
    st.sampled_from((1, 1, 1, 1, 1, 2, 60)),
).map(_sentence)  # fmt: skip
PARTS = st.tuples(SENTENCES | PHRASES, st.sampled_from(BETWEEN)).map("".join)
ARTICLES = st.lists(PARTS, min_size=1, max_size=12).map("".join)

STAGES: dict[str, Callable[[random.Random], object]] = {"loading": loading, "cleaning": cleaned, "quoting": quoted,
                                                     "structured": structured}  # fmt: skip
SEEDS = samples()
SLOW = 2.0
"""Seconds of the processor that nothing of 50 kB may take."""


def main() -> int:
    """Run each stage for its time; 0 where nothing was raised."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stages", nargs="*", choices=tuple(STAGES), default=tuple(STAGES))
    options = parser.parse_args()
    bad = 0
    for name in options.stages:
        stage = STAGES[name]
        until, runs, slow = time.monotonic() + options.minutes * 60, 0, 0.0
        faults: dict[str, int] = {}
        while time.monotonic() < until:
            number = f"{options.seed}/{name}/{runs}"
            began = time.process_time()
            try:
                stage(random.Random(number))
            except Exception as error:
                frame = traceback.extract_tb(error.__traceback__)[-1]
                where = f"{type(error).__name__} in {frame.filename.rpartition('/reader/')[2]}:{frame.lineno}"
                if where not in faults:
                    print(f"  {number}: {where}: {str(error)[:100]!a}", flush=True)
                faults[where] = faults.get(where, 0) + 1
            took = time.process_time() - began
            if took > SLOW and name != "structured":
                print(f"  {number}: {took:.1f} s", flush=True)
            slow = max(slow, took)
            runs += 1
        runs *= DRAWN if name == "structured" else 1
        bad += len(faults)
        print(f"{name}: {runs} inputs, {len(faults)} faults, the slowest took {slow:.2f} s", flush=True)
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
