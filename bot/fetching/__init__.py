"""What ``bot.fetch`` leans on.

``links`` says what is followed, ``addresses`` whom it may ask, ``outcomes`` what came of it.
"""
