"""The only room that knows wording: answers become text and entities, in the reader's language."""
