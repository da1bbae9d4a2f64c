"""A pure Telegram: a method and its parameters in, a response out; as strict as the real one."""
