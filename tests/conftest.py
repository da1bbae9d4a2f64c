import os

# As bot.__main__ does: python-telegram-bot warns of flood waits given as numbers.
os.environ["PTB_TIMEDELTA"] = "1"
