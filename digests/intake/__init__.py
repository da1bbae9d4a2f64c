"""Bytes to raw text: pure, and it fetches nothing.

In reading order: ``outcomes`` (what comes of it), ``reading`` (a file, or a page from the web),
``kinds`` (what the bytes are), ``encodings`` (bytes to text), ``markdown``, ``pages`` (the article
of an HTML page), ``metadata`` (what a page says of itself), ``walls`` (pages that hold back).
"""
