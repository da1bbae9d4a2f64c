from ordeal import Ordeal, endure


async def test_no_letter_is_lost_and_none_repeated_without_excuse(tmp_path):
    tale = await endure(Ordeal(letters=100, kills=2), tmp_path)

    assert len(tale.kills) == 2
    assert tale.verdict.missing == []
    assert tale.verdict.disordered == []
    assert tale.verdict.unexcused == []
    assert tale.verdict.confirmed_twice == []
    assert tale.states.keys() == {"held", "sent"}
