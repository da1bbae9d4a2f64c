"""Ways to send one edition to many chats, each a process: ``URL TOKEN CHATS``.

``pace`` lets a client send, and prints what that took. ``ours`` is told of a library instead of
a number of chats, and sends what is in it.
"""
