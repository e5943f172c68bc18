"""The exports of the sample articles against the schemas of the tools they are for; needs lxml and jsonschema."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from shared import HERE, absent, reader_command, shared_folder


def gate() -> bool:
    """True where the project, the code book and the CSL items validate."""
    shared = shared_folder()
    if shared is None:
        print(absent("exports"))
        return True
    from jsonschema import Draft7Validator
    from lxml import etree

    schemas = shared / "data" / "schemas"
    schema = (schemas / "REFI-QDA-Project.xsd").read_bytes()
    project = etree.XMLSchema(etree.fromstring(schema))
    # the code book's types are those of the project, under a root and a namespace of its own
    book = schema.replace(b"QDA-XML:project", b"QDA-XML:codebook")
    book = book.replace(b'name="Project" type="ProjectType"', b'name="CodeBook" type="CodeBookType"')
    book = book.replace(
        b'<xsd:complexType name="CodeBookType">', b'<xsd:complexType name="CodeBookType" mixed="false">'
    )
    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder, f"export.{name}") for name in ("qdpx", "qdc", "csl-json")}
        for name, file in files.items():
            seeds = str(HERE.parent / "seeds")
            subprocess.run([reader_command(), "export", seeds, "--format", name, "-o", str(file)], check=True)
        faults = []
        if not project.validate(etree.fromstring(zipfile.ZipFile(files["qdpx"]).read("project.qde"))):
            faults += [f"qdpx: {error.message}" for error in project.error_log]
        code_book = etree.fromstring(files["qdc"].read_bytes())
        del code_book.attrib["origin"]  # the code book's own schema has it, the project's types do not
        books = etree.XMLSchema(etree.fromstring(book))
        if not books.validate(code_book):
            faults += [f"qdc: {error.message}" for error in books.error_log]
        items = Draft7Validator(json.loads((schemas / "csl-data.json").read_text()))
        faults += [f"csl-json: {e.message}" for e in items.iter_errors(json.loads(files["csl-json"].read_text()))]
    for fault in faults:
        print(f"  {fault}")
    print(f"exports: {len(faults)} faults against the REFI-QDA and CSL-JSON schemas")
    return not faults


if __name__ == "__main__":
    sys.exit(not gate())
