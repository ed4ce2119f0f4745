"""What is a web page by its first bytes, whatever its name."""

from __future__ import annotations

import pytest

from a4_rdf.read.page import is_html


@pytest.mark.parametrize(
    "data",
    [
        b"<html>",
        b"\n <!DOCTYPE html>",
        b"\xef\xbb\xbf<HTML xmlns:o='urn:x'>",
        "\ufeff<html>".encode("utf-16"),
        b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>",
        b"<!-- saved from url=(0014)about:internet -->\n<html>",
        b"<table border=1><tr><td>No.",
        b"<meta http-equiv='Content-Type' content='text/html'>",
        b"<style>td{}</style><table>",
    ],
)
def test_pages_are_known_by_how_they_begin(data: bytes) -> None:
    assert is_html(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"No.\tUnidad\t<b>Meta</b>",
        b"<b>No.</b>;Unidad",
        b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
        b"%PDF-1.4 <html>",
        b"PK\x03\x04<html>",
        b"<tabla>",
    ],
)
def test_other_content_is_no_page(data: bytes) -> None:
    assert not is_html(data)
