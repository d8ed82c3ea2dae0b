"""One question both registries ask: is this class new, or the same class made with slots."""


def is_slotted_twin(known: type, new: type) -> bool:
    """Tell whether `new` is what `@dataclass(slots=True)` made of `known`: a second class."""
    # The second class gets its qualified name only after it is made.
    same_place = (known.__module__, known.__name__) == (new.__module__, new.__name__)
    return same_place and "__slots__" not in known.__dict__ and "__slots__" in new.__dict__
