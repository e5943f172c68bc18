"""Names in the case in which somebody is called."""

from __future__ import annotations

import pytest

from reader.mentions.inflect import nominative


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("Ивана Петрова", "Иван Петров"),
        ("Алексея Орловского", "Алексей Орловский"),
        ("Сергеем Шевчуком", "Сергей Шевчук"),
        ("Николаю Ивановичу Седову", "Николай Иванович Седов"),
        ("Мариной Соколовой", "Марина Соколова"),
        ("Анной Каренской", "Анна Каренская"),
        ("Светланы Петровны Жуковой", "Светлана Петровна Жукова"),
        ("Соколовой", "Соколова"),
    ],
)
def test_a_russian_name_is_led_back_to_the_nominative(written: str, called: str) -> None:
    assert nominative(written) == called


@pytest.mark.parametrize("name", ["Иван Петров", "Марина Соколова", "Тарасенко", "Tom Reed", ""])
def test_what_stands_in_the_nominative_or_is_not_russian_stays(name: str) -> None:
    assert nominative(name) == name
