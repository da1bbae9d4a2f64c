"""One file a command or close family: read the question, ask the domain, render."""
