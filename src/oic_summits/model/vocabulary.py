"""The closed vocabularies of the model: each member is a plain string as well."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What sort of text a document is."""

    ENCYCLOPEDIA = "encyclopedia"
    WIKITEXT = "wikitext"
    NEWS = "news"
    COMMUNIQUE = "communique"


class Series(StrEnum):
    """The two series in which sessions of the summit are counted."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"


class Capacity(StrEnum):
    """In what capacity somebody takes part in a summit."""

    HOST = "host"
    CHAIR = "chair"
    MEMBER = "member"
    GUEST = "guest"
    OBSERVER = "observer"
    ORGANISATION = "organisation"


class ActorKind(StrEnum):
    """What sort of actor somebody is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    BODY = "body"
    COLLECTIVE = "collective"


class DeclarationKind(StrEnum):
    """What sort of outcome document a text speaks of."""

    DECLARATION = "declaration"
    FINAL_COMMUNIQUE = "final communique"
    RESOLUTION = "resolution"


class ActKind(StrEnum):
    """What sort of thing a verb does."""

    SAY = "say"
    SUPPORT = "support"
    CRITICISE = "criticise"
    DEMAND = "demand"
    DECIDE = "decide"
    PLEDGE = "pledge"
    PARTICIPATE = "participate"
    DO = "do"


class Polarity(StrEnum):
    """Whether an act is for or against what it is about."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


class Modality(StrEnum):
    """Whether an act has happened, is meant or expected to, or has not happened."""

    DONE = "done"
    PLANNED = "planned"
    EXPECTED = "expected"
    NOT_DONE = "not done"


class Medium(StrEnum):
    """How a reaction was uttered."""

    SPEECH = "speech"
    STATEMENT = "statement"
    TWEET = "tweet"
    LETTER = "letter"
    INTERVIEW = "interview"
    NEWS_CONFERENCE = "news conference"
    VOTE = "vote"


class Basis(StrEnum):
    """What a value rests on."""

    TEXT = "text"
    DOCUMENT = "document"
    ARCHIVE = "archive"
    REFERENCE = "reference"
