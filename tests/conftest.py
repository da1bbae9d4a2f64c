import os

from hypothesis import settings

# As bot.__main__ does: python-telegram-bot warns of flood waits given as numbers.
os.environ["PTB_TIMEDELTA"] = "1"

# No test is timed: a busy machine is no reason to fail.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
