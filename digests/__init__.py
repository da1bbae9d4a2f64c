"""The newsroom: no Telegram, no event loop, no clock, no environment.

Read in this order: ``models`` and ``subscriptions`` (the values), ``errors``, ``records`` (the
exchange format), ``library`` (the one room that knows SQL), ``answers`` (one file a question),
``review`` (what to complain of in a draft, what to change, what becomes of it), ``roles`` (who
may), ``desk`` (what is written, one transaction each), ``schedule`` and ``zones`` (when an edition
is owed), ``subscribing`` (what chats may do), ``editions`` (what is new, put together), ``press``
(what is owed, put into the outbox).
"""
