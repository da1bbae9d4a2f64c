"""Raw text to a draft: pure, the same for the same text, with no model and no network.

In reading order. ``sections`` cuts the text into paragraphs; ``masthead`` reads what stands over
the article (with ``datelines``, ``bylines``, ``imprint``, ``headlines``, ``outlets``, ``dates``,
``publication``, ``months``, ``years``, ``unbroken``, ``hinted``) and ``litter`` leaves out what is
not the article (``labels``). ``treaties`` tells which treaty it is about.

``signs`` and ``marks`` find what stands in quotation marks, ``dashes`` attributions within them;
``sentences`` and ``pages`` lay the paragraphs out. ``names`` tells runs of capitals apart,
``people`` and ``cast`` who is in the text, ``subjects`` and ``grammar`` whom a phrase means,
``cues`` which words say who speaks, ``provisions`` whether a treaty does. ``discourse`` remembers
whom the text is about, ``speakers`` puts all of that together, ``speech`` tells quotes from titles
and terms, ``indirect`` finds what is reported in other words. ``english`` and ``given_names`` are
the words they go by. ``russian`` and ``korean``, with what begins like them, do the same for those
languages; ``attributions`` chooses.

``clauses`` finds what of a treaty is touched (``evidence``, ``mentions``, ``numbered``,
``phrases``, ``shelf``, ``unnamed``); ``events`` what happened when; ``summary`` says it shortly
(``wording``). ``reading`` makes the draft.
"""
