"""The newsroom: no Telegram, no event loop, no clock, no environment.

Read in this order: ``models`` (the values), ``errors``, ``records`` (the exchange format),
``filters`` (what a question may be narrowed to), ``library`` (the one room that knows SQL),
``answers`` (one file a question), ``review`` (what to complain of in a draft, what to change, what
becomes of it), ``roles`` (who may), ``desk`` (what is written, one transaction each).
"""
