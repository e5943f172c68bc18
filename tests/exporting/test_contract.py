"""The exported JSON: stable, complete, with offsets that lead back to the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli.main import main
from reader.exporting.contract import export
from reader.library.open import open_library


def exported(*paths: Path, jobs: int = 1) -> dict[str, Any]:
    return export(open_library([str(p) for p in paths], jobs=jobs))


@pytest.fixture(params=["seeds", "folder"])
def some(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


def test_words_stand_where_the_offsets_say(some: Path) -> None:
    for article in exported(some)["articles"]:
        raw = Path(article["path"]).read_bytes().decode("utf-8")
        for quote in article["quotes"]:
            block = article["blocks"][quote["block"]]
            assert block["text"][quote["start"] : quote["end"]] == quote["text"]
            assert raw[slice(*quote["raw"])].split()[0].strip("<>u/")[:3] == quote["text"].split()[0][:3]
            if quote["mention"]:
                assert quote["mention_raw"] is not None
        for mention in article["mentions"]:
            block = article["blocks"][mention["block"]]
            assert 0 <= mention["start"] < mention["end"] <= len(block["text"])


def test_every_character_of_the_file_is_in_some_block(some: Path) -> None:
    for article in exported(some)["articles"]:
        raw = Path(article["path"]).read_bytes().decode("utf-8")
        inside = set()
        for block in article["blocks"]:
            inside.update(range(*block["raw"]))
        assert [c for i, c in enumerate(raw) if not c.isspace() and i not in inside] == []


def test_the_same_input_gives_the_same_bytes(some: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = []
    for jobs in ("1", "1", "2"):
        assert main(["export", str(some), "--format", "json", "--jobs", jobs]) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1] == outputs[2]


def test_ids_are_unique_and_refer_to_something(some: Path) -> None:
    data = exported(some)
    quotes = [q for a in data["articles"] for q in a["quotes"]]
    ids = [q["id"] for q in quotes]
    assert len(set(ids)) == len(ids)
    speakers = {s["id"] for s in data["speakers"]}
    assert len(speakers) == len(data["speakers"])
    assert {q["speaker"] for q in quotes} - {None} <= speakers
    assert {m["speaker"] for a in data["articles"] for m in a["mentions"]} <= speakers
    statements = {s["id"]: s for s in data["statements"]}
    for quote in quotes:
        assert all(quote["id"] in statements[s]["quotes"] for s in quote["statements"])
    assert all(set(s["quotes"]) <= set(ids) for s in data["statements"])


def test_unspoken_words_have_no_speaker_and_dropped_blocks_no_quotes(some: Path) -> None:
    for article in exported(some)["articles"]:
        for quote in article["quotes"]:
            assert quote["kind"] != "unspoken" or quote["speaker"] is None
            assert article["blocks"][quote["block"]]["kind"] not in ("dropped", "meta", "related", "note")
            assert 0 <= quote["confidence"] <= 1


def test_twins_get_a_suffix(folder: Path) -> None:
    (folder / "a-copy.txt").write_bytes((folder / "a-harbour.txt").read_bytes())
    first, second, _ = (a["id"] for a in exported(folder)["articles"])
    assert sorted([first, second]) == [min(first, second, key=len), min(first, second, key=len) + "-2"]


def test_adding_a_file_later_gives_what_one_fresh_run_gives(folder: Path) -> None:
    early = exported(folder / "a-harbour.txt")["articles"][0]
    late = exported(folder)["articles"][0]
    assert {k: early[k] for k in ("id", "blocks", "title", "date")} == {
        k: late[k] for k in ("id", "blocks", "title", "date")
    }
    one_by_one = exported(folder / "b-ferry.txt", folder / "a-harbour.txt")
    assert {s["id"]: s["name"] for s in one_by_one["speakers"]} == {
        s["id"]: s["name"] for s in exported(folder)["speakers"]
    }


def test_jsonl_has_one_object_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(folder), "--format", "jsonl"]) == 0
    kinds = [json.loads(line)["type"] for line in capsys.readouterr().out.splitlines()]
    assert kinds == sorted(kinds)
    assert kinds.count("article") == 2


def test_the_same_words_in_two_outlets_are_one_statement(folder: Path) -> None:
    data = exported(folder)
    text = {q["id"]: q["text"] for a in data["articles"] for q in a["quotes"]}
    together = [{text[q] for q in s["quotes"]} for s in data["statements"]]
    assert any(
        "We cannot patch this old iron bridge for ever," in s
        and "This old iron bridge cannot be patched for ever," in s
        for s in together
    )
