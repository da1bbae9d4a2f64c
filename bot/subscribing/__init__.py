"""Subscribing: what comes to a chat, and when; who may say so, and what becomes of it.

``door`` takes commands, buttons and words, and asks each time who may; ``table`` lists them.
``subscribe`` is the way to a new subscription (``path`` its steps), ``listing`` shows those there
are, ``changing`` changes them, ``following`` and ``digesting`` are the short ways; ``settings``
and ``forgetting`` are about the chat itself. ``place``, ``rights`` and ``channels`` say where and
by whom; ``membership`` hears when the bot is removed, added again, or a group becomes another.
"""
