"""The structure tree of a tagged PDF: what is a heading, a table, a figure, and in what order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree; `parts` holds elements and (page, number) of marked content."""

    kind: str
    parent: Element | None = None
    alt: str = ""
    attributes: str = ""
    parts: list[Element | tuple[int, int]] = field(default_factory=list)
    number: int = 0


@dataclass(slots=True)
class Structure:
    """The whole tree, and which element each piece of marked content on a page belongs to."""

    root: Element = field(default_factory=lambda: Element("Document"))
    pages: list[list[Element]] = field(default_factory=list)

    def mark(self, element: Element, page: int) -> int:
        """Note that the next piece of content on `page` (from 0) is this element's; its number."""
        while len(self.pages) <= page:
            self.pages.append([])
        owners = self.pages[page]
        element.parts.append((page, len(owners)))
        owners.append(element)
        return len(owners) - 1

    def elements(self) -> list[Element]:
        """Every element in reading order, the document first."""
        found: list[Element] = []

        def visit(element: Element) -> None:
            found.append(element)
            for part in element.parts:
                if isinstance(part, Element):
                    visit(part)

        visit(self.root)
        return found


def tree_objects(
    structure: Structure, first_id: int, page_ids: list[int], text: Callable[[str], str]
) -> list[str]:
    """The bodies of the PDF objects of the tree, numbered from `first_id`: root, index, elements.

    `text` writes a string the way PDF wants it.
    """
    elements = structure.elements()
    for place, element in enumerate(elements):
        element.number = first_id + 2 + place
    index = "\n".join(
        f"{page} [{' '.join(f'{owner.number} 0 R' for owner in owners)}]"
        for page, owners in enumerate(structure.pages)
    )
    root = (
        f"<< /Type /StructTreeRoot /K {structure.root.number} 0 R"
        f" /ParentTree {first_id + 1} 0 R /ParentTreeNextKey {len(structure.pages)} >>"
    )
    bodies = [root, f"<< /Nums [{index}] >>"]
    bodies += [_body(element, first_id, page_ids, text) for element in elements]
    return bodies


def _body(element: Element, root_id: int, page_ids: list[int], text: Callable[[str], str]) -> str:
    parent = element.parent.number if element.parent else root_id
    home = next((part[0] for part in element.parts if not isinstance(part, Element)), None)
    kids: list[str] = []
    for part in element.parts:
        if isinstance(part, Element):
            kids.append(f"{part.number} 0 R")
        elif part[0] == home:
            kids.append(str(part[1]))
        else:
            kids.append(f"<< /Type /MCR /Pg {page_ids[part[0]]} 0 R /MCID {part[1]} >>")
    page = "" if home is None else f" /Pg {page_ids[home]} 0 R"
    alt = f" /Alt {text(element.alt)}" if element.alt else ""
    attributes = f" /A {element.attributes}" if element.attributes else ""
    return (
        f"<< /Type /StructElem /S /{element.kind} /P {parent} 0 R"
        f" /K [{' '.join(kids)}]{page}{alt}{attributes} >>"
    )
