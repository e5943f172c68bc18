"""One utterance in several outlets: what differs, who has it not, the misquote finder."""

from __future__ import annotations

from tui.build import BRIDGE, FERRY, PRICES, Draft, library
from tui.conftest import Opener, Reader

TWISTED = Draft(
    "twisted", "Bridge to be patched", "Evening Echo", "2024-05-14",
    (("paragraph", "‹Lena Hartwig|Hartwig|source› said: «Lena Hartwig|direct|“We can patch this bridge for ever.”»"),),
)  # fmt: skip


async def compared(r: Reader) -> None:
    """Open the comparison of the first article's first quote."""
    await r.press("3", "=")
    await r.until(lambda: "reported by" in r.text)


async def test_every_version_with_what_differs_marked(reader: Opener) -> None:
    async with reader() as r:
        await compared(r)
        assert "Lena Hartwig, 12 May 2024 · reported by 2 of 3 outlets" in r.text
        assert "This bridge cannot be patched for ever.” Nobody objected." in r.text
        assert "{+We cannot patch+} this bridge [-cannot be" in r.text
        assert "fullest" in r.text
        assert "Does not have Lena Hartwig: Coastal Post" in r.text


async def test_a_changed_meaning_is_said_and_stands_on_top_of_all(reader: Opener) -> None:
    found = library((BRIDGE, FERRY, PRICES, TWISTED), same=("patch this bridge",))
    async with reader(found) as r:
        await compared(r)
        assert "! may change the meaning: negation" in r.text
        await r.press("escape", "C")
        await r.until(lambda: "The meaning may have changed" in r.text)
        assert "! negation" in r.text
        await r.press("enter")
        await r.until(lambda: "reported by 2 of" in r.text)


async def test_enter_goes_to_the_version_in_its_article(reader: Opener) -> None:
    async with reader() as r:
        await compared(r)
        await r.press("k", "enter")
        assert not r.room.overlays
        assert r.room.state.key == "ferry"
        assert r.room.state.pane == "article"
        await r.until(lambda: r.room.article.quote is not None)
        assert "cannot be patched" in r.room.article.quote.of(r.room.article.page.article.text)


async def test_what_one_outlet_alone_has_is_marked_so(reader: Opener) -> None:
    async with reader() as r:
        await r.press("3", "j", "=")
        await r.until(lambda: "= In one outlet only: Courier." in r.text)
        assert "Has Tomas Reiter, not this: Coastal Post" in r.text


async def test_without_a_quote_or_a_comparison_it_says_what_to_do(reader: Opener) -> None:
    async with reader(library((BRIDGE,))) as r:
        await r.press("C")
        await r.until(lambda: "No utterance is reported by two articles here. D shows" in r.text)


async def test_the_signs_tell_without_colour_on_a_small_screen(reader: Opener) -> None:
    async with reader(size=(60, 20)) as r:
        await compared(r)
        assert "[-cannot be patched-]" in r.text
        assert all(len(line) <= 60 for line in r.lines)
