"""Office documents made by hand, as small as they may be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"

_DOCX_SPACES = {
    "r": _OFFICE,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "later": "urn:of-a-later-version",
}
_ODT_SPACES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "other": "urn:not-known-here",
}


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A ZIP archive, the same bytes each time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def word(root: str, content: str, space: str = TRANSITIONAL) -> str:
    """A part of WordprocessingML."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _DOCX_SPACES.items())
    return f'<w:{root} xmlns:w="{space}" {declared}>{content}</w:{root}>'


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """A part of relationships: id -> kind and target."""
    each = "".join(
        f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{each}</Relationships>'


def docx(body: str, space: str = TRANSITIONAL, **parts: str) -> bytes:
    """A DOCX file.

    Args:
        body: Content of the body.
        space: The main namespace.
        parts: Content of styles, numbering, footnotes, endnotes, header (as rId « header ») and
            footer.
    """
    roots = {"header": "hdr", "footer": "ftr"}
    related = {kind: (kind, f"{kind}.xml") for kind in parts}
    return zipped(
        {
            "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": word("document", f"<w:body>{body}</w:body>", space),
            "word/_rels/document.xml.rels": relations(related),
        }
        | {
            f"word/{kind}.xml": word(roots.get(kind, kind), content, space)
            for kind, content in parts.items()
        }
    )


def run(text: str, properties: str = "") -> str:
    """A run of text in a DOCX file."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs: str, properties: str = "") -> str:
    """A paragraph in a DOCX file; what is no markup becomes a run."""
    content = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(*blocks: str, properties: str = "") -> str:
    """A cell in a DOCX file; what is no markup becomes a paragraph."""
    content = "".join(each if each.startswith("<") else par(each) for each in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row in a DOCX file; what is no markup becomes a cell."""
    content = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def office(root: str, content: str) -> str:
    """A part of OpenDocument."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _ODT_SPACES.items())
    return f"<office:{root} {declared}>{content}</office:{root}>"


def odt(body: str, styles: str = "", pages: str = "", **parts: str) -> bytes:
    """An ODT file.

    Args:
        body: Content of the text.
        styles: Automatic styles of the text.
        pages: Master pages.
        parts: Other parts of the archive, by name without extension.
    """
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": office(
                "document-content",
                f"<office:automatic-styles>{styles}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body>",
            ),
            "styles.xml": office(
                "document-styles", f"<office:master-styles>{pages}</office:master-styles>"
            ),
        }
        | {f"{name}.xml": content for name, content in parts.items()}
    )
