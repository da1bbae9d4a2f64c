"""How editions are delivered: ``make bench PART=delivery``.

In reading order::

    edition      the message that everybody is sent
    subscribers  a process of its own: fills a library with who is to be sent what
    places       what is measured on: libraries, servers, processes
    sink         a Telegram that says yes to everything, in a process of its own
    clients      the ways to send it, each a process: ours, and those that store nothing
    wake         how long a loop was not its own
    fanout       one edition to many chats, by each client in turn
    due          a process of its own: all that is due is composed and put into the outbox
    limits       a run that keeps Telegram's limits, and is asked for something meanwhile
    measuring    all of it
    tables       what came of it, and what is to be reached
"""
