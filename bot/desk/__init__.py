"""The editors' desk in Telegram: one door, and behind it a file each for what editors do.

``frame`` is the door: it reads updates, checks the role each time, and answers. ``table`` lists
the commands and the buttons there are. ``errand`` is what a handler is given and gives back,
``waiting`` the questions that wait for words, ``writing`` fills a draft's fields with the answers,
and ``showing`` shows a draft as it stands.
"""
