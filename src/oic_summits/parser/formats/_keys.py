"""The keys of information boxes on summits, in all their spellings."""

__all__ = ["box_key", "is_box_key"]

# What the grammar reads, by the name it has in rendered articles.
_READ = {
    "title": ("title", "summit name", "name", "summit", "other titles", "other title"),
    "country": ("country", "countries", "host country", "host", "state", "host state"),
    "date": ("date", "dates", "start date", "held", "held on"),
    "cities": ("cities", "city", "host city", "host cities", "town"),
    "venues": ("venues", "venue", "venue(s)", "location", "place"),
    "participants": ("participants", "participant", "attendees", "attended by", "members", "delegates", "attendance"),
    "chair": ("chair", "chairperson", "chairman", "chairwoman", "chaired by", "president", "leader", "presided by"),
    "secretary": ("secretary", "secretary general", "general secretary"),
    "motto": ("motto", "theme", "slogan"),
    "follows": ("follows", "preceded by", "previous", "previous summit", "last"),
    "precedes": ("precedes", "followed by", "next", "next summit"),
    "website": ("website", "url", "homepage", "official website"),
}
# What says nothing of the summit: pictures and the looks of the box.
_IGNORED = (
    "compactnav", "image", "image size", "image alt", "alt", "caption", "logo", "logo size", "map", "map size",
    "map caption", "image caption", "nocat", "footnotes", "notes", "format", "subheader", "above", "below", "width",
    "keypoints", "image width", "photo", "flag", "color", "colour", "nextlink", "previouslink", "extraordinary",
)  # fmt: skip
_CANONICAL = {spelling: key for key, spellings in _READ.items() for spelling in spellings}
_KNOWN = frozenset(_CANONICAL) | frozenset(_IGNORED)


def _folded(printed: str) -> str:
    return " ".join(printed.casefold().replace("_", " ").replace("-", " ").split())


def box_key(printed: str) -> str | None:
    """The name under which a key of an information box is read, or None where it says nothing that is read.

    Example:
        >>> box_key("Venue(s)"), box_key("chairperson"), box_key("Compactnav"), box_key("Weather")
        ('venues', 'chair', None, None)
    """
    return _CANONICAL.get(_folded(printed))


def is_box_key(printed: str) -> bool:
    """Whether a key belongs to the box of a summit, be it read or of no consequence.

    Example:
        >>> is_box_key("summit_name"), is_box_key("Compactnav"), is_box_key("Weather")
        (True, True, False)
    """
    return _folded(printed) in _KNOWN
