"""XML of strangers: read in parts and thrown away behind, no declarations, nothing looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from geo.errors import ScriptError
from geo.script.containers.zipped import CHUNK, MEGABYTE

DOCTYPE = b"<!DOCTYPE"
# an element that stays open this long is no paragraph
LONGEST_ELEMENT = 4 * MEGABYTE
LARGEST_TREE = 8 * MEGABYTE
MOST_TAGS = 400_000
STRICT = (
    (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"),
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
)
Event = tuple[str, etree._Element]  # noqa: SLF001 (lxml has no other name for it)


def transitional(data: bytes) -> bytes:
    """``data`` with the names of strict OOXML put as every other writer puts them."""
    if STRICT[0][0] in data:
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
    return data


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and alike."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _check_prolog(seen: bytes, kind: str) -> None:
    if DOCTYPE in seen.replace(b"\x00", b""):
        raise ScriptError("script_unsafe", format=kind)


def _check_root(element: etree._Element, kind: str) -> None:
    info = element.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise ScriptError("script_unsafe", format=kind)


def _drop_before(element: etree._Element) -> None:
    """Throws away what stands before ``element`` and before all that holds it."""
    node: etree._Element | None = element
    while node is not None:
        parent = node.getparent()
        if parent is not None:
            while node.getprevious() is not None:
                del parent[0]
        node = parent


def stream(chunks: Iterable[bytes], tags: tuple[str, ...], unit: str, kind: str) -> Iterator[Event]:
    """Starts and ends of the elements named ``tags``, in order.

    ``unit`` is the element whose end lets go of all before it; none may grow past a bound.
    Raises ScriptError: ``script_damaged``, ``script_unsafe``, ``script_unpacks_too_large``.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    prolog, held, depth, rooted = b"", 0, 0, False
    try:
        for chunk in chunks:
            if not rooted:
                chunk = transitional(chunk)
                prolog += chunk
                _check_prolog(prolog, kind)
            parser.feed(chunk)
            held += len(chunk)
            for event, element in parser.read_events():
                if not rooted:
                    _check_root(element, kind)
                    rooted, prolog = True, b""
                is_unit = element.tag == unit
                depth += is_unit and event == "start"
                yield event, element
                depth -= is_unit and event == "end"
                if is_unit and event == "end" and not depth:
                    element.clear()
                    _drop_before(element)
                    held = 0
            if held > LONGEST_ELEMENT:
                raise ScriptError("script_unpacks_too_large", format=kind)
        parser.close()
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise ScriptError("script_damaged", format=kind) from error


def small_tree(data: bytes, kind: str) -> etree._Element:
    """The root of a small document. Raises ScriptError as ``stream``."""
    if len(data) > LARGEST_TREE or data.count(b"<") > MOST_TAGS:
        raise ScriptError("script_unpacks_too_large", format=kind)
    _check_prolog(data, kind)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(transitional(data), parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise ScriptError("script_damaged", format=kind) from error
    _check_root(root, kind)
    return root


def parts_of(data: bytes) -> Iterator[bytes]:
    """``data`` in parts."""
    for start in range(0, len(data), CHUNK):
        yield data[start : start + CHUNK]
