"""Raw text to a draft: pure, the same for the same text, with no model and no network.

In reading order: ``sections`` cuts the text into paragraphs, ``litter`` leaves out what is not the
article, ``masthead`` reads what stands over it, ``dates`` and ``events`` what happened when,
``sentences`` cuts paragraphs, ``marks`` finds what stands in quotation marks, ``people`` who is
named, ``speakers`` who said it, ``indirect`` what is reported in other words, ``clauses`` what of
a treaty it is about, ``summary`` says it shortly, and ``reading`` puts all of it together.
"""
