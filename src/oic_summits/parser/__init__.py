"""Read and extract: source text to documents, records with evidence, and problems."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oic_summits.parser.extract import parse
    from oic_summits.parser.reading import MAX_CHARACTERS, read

__all__ = ["MAX_CHARACTERS", "parse", "read"]


def __getattr__(name: str) -> Any:
    """Load the grammar only when it is used."""
    if name == "parse":
        from oic_summits.parser.extract import parse

        return parse
    if name in ("read", "MAX_CHARACTERS"):
        from oic_summits.parser import reading

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
