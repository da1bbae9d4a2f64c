from reviewing import a_draft
from shelving import NOW

from digests.library.actions import Action, Deed


def test_actions_are_kept_in_order_and_found_by_what_they_are_about(library):
    draft = library.drafts.add(a_draft(), NOW, "1")
    submitted = Action(NOW, "1", Deed.SUBMITTED, draft)
    changed = Action(NOW, "2", Deed.CHANGED, draft, detail="outlet")
    published = Action(NOW, "1", Deed.PUBLISHED, draft, "tass-1")
    retracted = Action(NOW, "1", Deed.RETRACTED, article="tass-2", detail="a hoax")
    for action in (submitted, changed, published, retracted):
        library.actions.note(action)

    assert library.actions.latest(2) == [retracted, published]
    assert library.actions.latest(9, 3) == [submitted]
    assert library.actions.of_draft(draft) == [published, changed, submitted]
    assert library.actions.of_article("tass-2") == [retracted]
    assert library.actions.of_article("tass-1") == [published]

    library.drafts.close(draft, 1, "published", NOW, "tass-1")
    assert library.actions.of_article("tass-1") == [published, changed, submitted]
