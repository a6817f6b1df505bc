"""JSON for archives, extractions and summits: strict, versioned, in a stable order, and described by a schema."""

from oic_summits.codec.dumps import (
    FORMATS,
    VERSION,
    Kind,
    dump_archive,
    dump_extraction,
    dump_summit,
    from_json,
    load_archive,
    load_extraction,
    load_summit,
    to_json,
)
from oic_summits.codec.schema import json_schema

__all__ = [
    "FORMATS",
    "VERSION",
    "Kind",
    "dump_archive",
    "dump_extraction",
    "dump_summit",
    "from_json",
    "json_schema",
    "load_archive",
    "load_extraction",
    "load_summit",
    "to_json",
]
