"""Dates, outlets and headlines as texts state them."""

from __future__ import annotations

import pytest

from reader.cleaning.clean import clean
from reader.cleaning.dates import find_date
from reader.cleaning.metadata import dateline, mended_url
from reader.model.articles import Metadata
from reader.model.documents import RawDocument

BODY = (
    "The council of Norrby voted on Sunday to sell the old lighthouse to the highest bidder, its clerk said.\n\n"
    '"Let somebody else buy the paint," said the mayor, Lena Hartwig, after the vote, which had gone on until midnight.'
    "\n\nThe keeper's grandson said that he would not hand over the key that his grandfather had left him.\n"
)


def of(text: str) -> Metadata:
    return clean(RawDocument(path="a.txt", text=text, id="0")).metadata


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-12", "2024-05-12"), ("2024-05-12T08:00:00Z", "2024-05-12"), ("12 May 2024", "2024-05-12"),
        ("12th of May 2024", "2024-05-12"), ("May 12, 2024", "2024-05-12"), ("Sun May 12 2024", "2024-05-12"),
        ("Sept. 3, 2023 at 10:15 a.m.", "2023-09-03"), ("12. Mai 2024", "2024-05-12"), ("1er mars 2024", "2024-03-01"),
        ("3. März 2024", "2024-03-03"), ("12 août 2023", "2023-08-12"), ("12 de mayo de 2024", "2024-05-12"),
        ("12 мая 2024 г.", "2024-05-12"), ("12.05.2024", "2024-05-12"), ("2024年5月12日", "2024-05-12"),
        ("2024년 5월 12일", "2024-05-12"), ("2024/5/12", "2024-05-12"), ("31/12/2023", "2023-12-31"),
        ("31 February 2024", None), ("May 2024", None), ("room 12", None), ("12:05:2024", None),
    ],
)  # fmt: skip
def test_dates_in_many_forms(text: str, day: str | None) -> None:
    dated = find_date(text)
    assert (dated.day if dated else None) == day


def test_an_order_that_must_be_guessed_is_marked() -> None:
    assert find_date("03/04/2024").guessed  # type: ignore[union-attr]
    assert not find_date("31/12/2023").guessed  # type: ignore[union-attr]


def test_published_and_updated_are_told_apart() -> None:
    found = of(f"Lighthouse sold\n\nUpdated May 14, 2024\n\nPublished May 12, 2024\n\n{BODY}")
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.value, found.updated.value) == ("2024-05-12", "2024-05-14")


def test_the_day_on_which_the_page_was_opened_is_not_the_articles() -> None:
    menu = "\n".join(("Home", "News", "Sport", "Weather", "Login", "Search"))
    found = of(f"Friday, June 7, 2024\n\n{menu}\n\nLighthouse of Norrby sold after all\n\nMay 12, 2024\n\n{BODY}")
    assert found.published is not None
    assert found.published.value == "2024-05-12"


def test_a_photos_date_is_not_the_articles() -> None:
    caption = "The mayor speaks to reporters in Norrby, March 3, 2021. Jon Berg / AFP"
    assert of(f"Lighthouse of Norrby sold after all\n\n{caption}\n\n{BODY}").date is None


def test_a_date_in_a_url_is_a_guess() -> None:
    found = of(f"Lighthouse sold\n\n{BODY}\nOriginal url:\n\nhttps://courier.example/2024/05/12/lighthouse-sold\n")
    assert found.published is not None
    assert found.published.value == "2024-05-12"
    assert found.published.guessed


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2024 The Norrby Courier. All rights reserved.", "The Norrby Courier"),
        ("Copyright 2024 Norrby Media", "Norrby Media"),
        ("Source: The Norrby Courier", "The Norrby Courier"),
        ("https://www.courier.example/lighthouse-sold", "courier.example"),
    ],
)
def test_outlets(line: str, outlet: str) -> None:
    found = of(f"Lighthouse of Norrby sold after all\n\n{BODY}\n{line}\n")
    assert found.outlet is not None
    assert found.outlet.value == outlet


def test_the_outlet_behind_a_headline_is_taken_off() -> None:
    found = of(f"Lighthouse sold after all | Norrby Courier\n\n{BODY}\n© 2024 The Norrby Courier\n")
    assert found.title is not None
    assert found.title.value == "Lighthouse sold after all"


def test_a_trail_of_links_names_the_section() -> None:
    found = of(f"Home > News > Harbour\n\nLighthouse of Norrby sold after all\n\n{BODY}")
    assert found.section is not None
    assert (found.section.value, found.section.guessed) == ("Harbour", True)


@pytest.mark.parametrize(
    ("lead", "place", "agency"),
    [
        ("EASTPORT (Reuters) - The bridge", "EASTPORT", "Reuters"),
        ("BERLIN, May 12 (AFP) — The bridge", "BERLIN", "AFP"),
        ("NORRBY/EASTPORT: The bridge", "NORRBY/EASTPORT", None),
        ("The bridge - an old one - will close", None, None),
        ("A: no", None, None),
    ],
)
def test_datelines(lead: str, place: str | None, agency: str | None) -> None:
    where, who, _ = dateline(lead)
    assert (where.value if where else None, who.value if who else None) == (place, agency)


def test_a_torn_url_is_mended() -> None:
    torn = "https://courier.example/2024/harbour-bridge-to-clo se-for-a-year"
    assert mended_url(torn) == "https://courier.example/2024/harbour-bridge-to-close-for-a-year"
    assert mended_url("https://courier.example/a and more words here") == "https://courier.example/a"


def test_what_is_not_there_stays_out() -> None:
    found = of(BODY)
    assert found.outlet is None
    assert found.date is None
    assert found.url is None
    assert found.authors == ()
