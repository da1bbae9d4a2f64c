"""The courier: letters from the outbox to Telegram, none lost, each part once.

``courier`` is the loop: it loads letters into ``lanes``, one a chat; claims the next ones; sends
them when ``quota`` allows; and notes what came of it (``outcomes``) as ``ruling`` says. ``floods``
and ``outage`` tell when everything has to slow down, ``word`` who is told of what.
"""
