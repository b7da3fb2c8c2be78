"""Bytes of XML become a tree, safely.

In: the bytes of a file. Out: its root element (XML 1.0), without comments and processing instructions. Nothing is fetched, no entity is
expanded, and a document that declares any is refused.
"""

from lxml import etree

from ontology.errors import InputError


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of the XML in a file called `name`. Raises InputError when it is broken or declares entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name}: is broken XML: {error.msg}; get the file again") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(f"{name}: has a document type declaration, which may pull in other files; take it out")
    return root


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname
