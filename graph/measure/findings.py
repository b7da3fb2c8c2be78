"""What a check of a graph finds."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One thing that is wrong: where, as a path or file name, and what, with how to mend it."""

    where: str
    what: str

    def __str__(self) -> str:
        """The finding in one line."""
        return f"{self.where}: {self.what}"
