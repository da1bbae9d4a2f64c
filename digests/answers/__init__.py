"""What the library knows about a question: one file a question, values before any formatting."""
