"""Only what is plainly an address of the web is opened."""

from __future__ import annotations

import pytest

from reader.text.addresses import address


def test_a_plain_address_is_handed_over_as_it_is() -> None:
    found = address("https://www.coastalpost.example/2024/05/13/free-ferry?a=1&b=%20#top")
    assert found.url == "https://www.coastalpost.example/2024/05/13/free-ferry?a=1&b=%20#top"
    assert (found.host, found.written) == ("www.coastalpost.example", "")


def test_letters_of_another_script_show_as_punycode() -> None:
    found = address("https://ex\u0430mple.com/")  # a Cyrillic letter
    assert found.host == "xn--exmple-4nf.com"
    assert found.url == "https://xn--exmple-4nf.com/"
    assert found.written == "ex\u0430mple.com"


def test_letters_in_the_path_are_written_in_ascii() -> None:
    assert address("http://post.example/größe").url == "http://post.example/gr%C3%B6%C3%9Fe"


def test_ports_and_literal_addresses() -> None:
    assert address("http://post.example:8080/").url == "http://post.example:8080/"
    assert address("http://[2001:db8::1]/x").url == "http://[2001:db8::1]/x"


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", "file:///etc/passwd", "ftp://post.example/", "post.example", "--remote-debugging-port=1",
        "https://", "https:///path", "https://user:pass@post.example/", "https://good.example@evil.example/",
        "https://post.example/a b", "https://post.example/\x1b]52;c;x\x07", "https://post.example\\@evil.example/",
        "https://post.example:99999/", "https://post.example:x/", "https://post\u202eelpmaxe.example/",
        "https://-post.example/", "https://po st.example/", "https://post.example/'; rm -rf", "https://" + "a" * 3000,
    ],
)  # fmt: skip
def test_everything_else_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        address(text)


def test_what_is_odd_and_right_is_written_safely() -> None:
    assert address("https://post.example/mayor's-plan").url == "https://post.example/mayor%27s-plan"
    assert address("http://[2001:DB8::1]/").written == ""
