async def test_the_staff_are_told_how_the_delivery_is_doing(owner, editor):
    for who in (owner, editor):
        (shown,) = await who("/status")
        assert shown.text.startswith("Delivery is running.\nLast tick: ")
        assert "Letters: 0 waiting" in shown.text


async def test_readers_are_not(reader):
    (shown,) = await reader("/status")
    assert "Delivery" not in shown.text
