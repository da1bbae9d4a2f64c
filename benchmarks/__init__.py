"""How fast the bot is, beside bots that do nothing but echo: ``make bench``.

In reading order::

    library      made-up articles: words, speakers, outlets and clauses as uneven as in life
    filling      a process of its own: fills a library and tells what that took
    server       a light Telegram, so that what is measured is the bot
    bots         the bots under test, each a process
    echo_ptb     python-telegram-bot, stock or on our transport
    echo_aiogram aiogram 3, run in an environment of its own
    questions    what is asked
    measuring    the measurements
    corpus       texts with the reading expected, those of tests/corpus
    scoring      a draft held against the reading expected; the tests use it too
    reading      how well and how fast raw texts are read
    delivery     how fast editions are delivered: a room of its own
    report       the table, and what is to be reached

Nothing here is a timed test: a figure that falls short is shown, and fails nothing.
"""
