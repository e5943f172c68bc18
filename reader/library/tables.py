"""The tables of a snapshot, and what they are found by."""

from __future__ import annotations

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE rows (
    number INTEGER PRIMARY KEY, place INTEGER, key TEXT, root INTEGER, below BLOB, part INTEGER, title TEXT,
    outlet TEXT, date TEXT, agency TEXT, words INTEGER, quotes INTEGER, stored INTEGER, problem TEXT, report INTEGER,
    nth INTEGER, reading INTEGER, more INTEGER);
CREATE TABLE speakers (
    number INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, aliases TEXT, roles TEXT, quotes INTEGER DEFAULT 0,
    mentions INTEGER DEFAULT 0, articles INTEGER DEFAULT 0, rank INTEGER);
CREATE TABLE called (name TEXT, speaker INTEGER, PRIMARY KEY (name, speaker)) WITHOUT ROWID;
CREATE TABLE bearers (number INTEGER PRIMARY KEY, speaker INTEGER);
CREATE VIRTUAL TABLE names USING fts5 (name, content = '', tokenize = 'unicode61');
CREATE TABLE entities (article INTEGER, entity INTEGER, speaker INTEGER, PRIMARY KEY (article, entity)) WITHOUT ROWID;
CREATE TABLE occurrences (
    speaker INTEGER, article INTEGER, nth INTEGER, start INTEGER, stop INTEGER, quote INTEGER,
    PRIMARY KEY (speaker, article, nth)) WITHOUT ROWID;
CREATE TABLE statements (number INTEGER PRIMARY KEY, id TEXT, speaker TEXT);
CREATE TABLE reported (
    statement INTEGER, article INTEGER, quote INTEGER, PRIMARY KEY (statement, article, quote)) WITHOUT ROWID;
CREATE TABLE copies (article INTEGER PRIMARY KEY, family INTEGER, nth INTEGER);
"""
INDICES = """
CREATE UNIQUE INDEX rows_by_place ON rows (place);
CREATE UNIQUE INDEX rows_by_key ON rows (key);
CREATE UNIQUE INDEX rows_by_report ON rows (report, nth);
CREATE INDEX rows_by_file ON rows (below, part);
CREATE INDEX rows_by_stored ON rows (stored);
CREATE INDEX speakers_by_id ON speakers (id);
CREATE INDEX speakers_by_name ON speakers (name);
CREATE INDEX speakers_by_rank ON speakers (rank);
CREATE INDEX entities_by_speaker ON entities (speaker, article, entity);
CREATE INDEX copies_by_family ON copies (family, nth);
CREATE INDEX reported_by_quote ON reported (article, quote, statement);
"""
