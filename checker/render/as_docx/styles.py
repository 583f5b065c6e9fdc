"""What holds for the whole document: paper, fonts, language, page numbers, properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from checker.words import Language, Words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_FONT = "Arial"
_INK = RGBColor(0x1F, 0x3A, 0x55)
_SIZES = {"Title": 18, "Heading 1": 14, "Heading 2": 12, "Heading 3": 11}
_LOCALES = {"fr": "fr-FR", "en": "en-GB"}
_TITLE = Words("Rapport de contrôle", "Report on a check")
_PAGE = Words("Page ", "Page ")
_OF = Words(" sur ", " of ")
_A4 = (Cm(21), Cm(29.7))
_MARGIN = Cm(2)


def prepare(document: Document, language: Language) -> None:
    """Set up an empty document."""
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    _prepare_styles(document, _LOCALES[language])
    _number_pages(section.footer.paragraphs[0], language)
    properties = document.core_properties
    properties.title = _TITLE(language)
    properties.author = "deliberation-check"
    properties.comments = ""
    properties.language = _LOCALES[language]


def _prepare_styles(document: Document, locale: str) -> None:
    styles = document.styles
    normal = styles["Normal"]
    _set_font(normal.element, _FONT)
    normal.font.size = Pt(9.5)
    normal.paragraph_format.space_after = Pt(4)
    styles["Footer"].font.size = Pt(8)
    for name, size in _SIZES.items():
        style = styles[name]
        _set_font(style.element, _FONT)
        style.font.size = Pt(size)
        style.font.color.rgb = _INK
        style.paragraph_format.space_before = Pt(10)
        style.paragraph_format.space_after = Pt(4)
    for lang in styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), locale)


def _set_font(style: object, name: str) -> None:
    """One font for all scripts, in place of those of the theme."""
    properties = style.get_or_add_rPr()  # type: ignore[attr-defined] # an element of lxml
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _number_pages(paragraph: Paragraph, language: Language) -> None:
    """« Page 2 sur 14 », which the word processor counts."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for text, field in ((_PAGE(language), "PAGE"), (_OF(language), "NUMPAGES")):
        paragraph.add_run(text)
        _add_field(paragraph, field)


def _add_field(paragraph: Paragraph, name: str) -> None:
    run = paragraph.add_run()
    for type_ in ("begin", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), type_)
        if type_ == "end":
            code = OxmlElement("w:instrText")
            code.text = name
            run._r.append(code)  # python-docx has no fields
        run._r.append(mark)
