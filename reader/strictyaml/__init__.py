"""The one loader and writer of a person's YAML: marks, settings, themes.

A subset on purpose: every scalar is text, and anchors, aliases, tags, merge keys and duplicate keys are refused, so
that no file can be a bomb and no value changes its type behind a person's back. Errors carry line and column.
"""

from reader.strictyaml.comments import load_commented
from reader.strictyaml.loading import load
from reader.strictyaml.nodes import Node, Plain, plain
from reader.strictyaml.writing import dump, scalar

__all__ = ["Node", "Plain", "dump", "load", "load_commented", "plain", "scalar"]
