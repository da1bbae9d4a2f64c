"""“Something wrong?”: what readers say of a quote, on its way to the editors and back.

``steps`` are the buttons, each of which holds all it needs; ``asking`` asks which quote, and what
is wrong with it; ``door`` takes buttons, links and words; ``telling`` brings word to the editors,
and to the reader in the end.
"""
