"""The rooms of the Telegram side."""
