"""What a mention is: a stretch of a sentence that names a person, a state, a body, the summit or a document."""

from enum import StrEnum

import attrs


class Kind(StrEnum):
    """What a mention names."""

    PERSON = "person"  # a name with office, honorific, state or the like beside it
    NAME = "name"  # a bare name, a person only if something else says so
    OFFICE = "office"  # "the Turkish president"
    STATE = "state"
    ORGANISATION = "organisation"
    BODY = "body"
    GROUP = "group"
    SUMMIT = "summit"
    DOCUMENT = "document"
    PRONOUN = "pronoun"


@attrs.frozen(kw_only=True)
class Mention:
    """A stretch of tokens that names somebody or something.

    Attributes:
        kind: what it names.
        start, end: token indexes, determiner and apposition included.
        name: the name alone, or the words of a body, group or document title.
        name_start, name_end: token indexes of the name.
        office: title in lower case, or None.
        state: alpha-3 code, or None.
        organisation: short name, or ``self`` for the organisation the document is about.
        owner: a possessive pronoun or a name before the office ("his deputy", "Bush's adviser").
        possessive: whether a possessive mark follows.
        demonym: whether a state is named by its adjective or by its people.
        plural: whether it is grammatically plural.
        place: whether a state is named by a city.
        own: for an organisation or summit, whether it is generic ("the bloc", "the summit").
        hints: capacities that the words give: host, chair, guest, observer.
        states: states of a plural office.
        document: kind of a document.
        printed: an adjective of nationality as it stands in the text.
    """

    kind: Kind
    start: int
    end: int
    name: str | None = None
    name_start: int = -1
    name_end: int = -1
    office: str | None = None
    state: str | None = None
    organisation: str | None = None
    owner: str | None = None
    possessive: bool = False
    demonym: bool = False
    plural: bool = False
    place: bool = False
    own: bool = False
    hints: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    document: str | None = None
    printed: str | None = None
