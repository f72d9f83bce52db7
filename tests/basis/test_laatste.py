"""What was worked out last is kept, and no more than that."""

from convenantwerk.basis.laatste import Laatste


def test_what_came_first_goes_first() -> None:
    """When there is more than may be kept."""
    laatste: Laatste[int, str] = Laatste(2)
    for nummer in range(4):
        laatste[nummer] = str(nummer)
    assert laatste == {2: "2", 3: "3"}
    assert laatste.alleen(lambda waarde: waarde == "3") == {3: "3"}
