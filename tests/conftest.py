import os

from hypothesis import settings

# As bot.__main__ does: python-telegram-bot warns of flood waits given as numbers.
os.environ["PTB_TIMEDELTA"] = "1"

# No test is timed: a busy machine is no reason to fail. Half of the usual examples: the suite is
# to end within minutes. What is worth more says so itself.
settings.register_profile("house", deadline=None, max_examples=50)
settings.load_profile("house")
