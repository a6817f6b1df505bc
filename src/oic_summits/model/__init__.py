"""The data model: immutable, hashable values. No parsing, no files, no reference data."""

from oic_summits.model._base import evolve
from oic_summits.model.dates import PartialDate
from oic_summits.model.documents import Document, Field, Repair, Section
from oic_summits.model.evidence import Evidence
from oic_summits.model.findings import Finding, Problem
from oic_summits.model.ids import SummitId
from oic_summits.model.records import (
    Act,
    Actor,
    Attendance,
    Claim,
    Declaration,
    Inference,
    InstrumentReference,
    Milestone,
    Participant,
    Provision,
    Quotation,
    Reaction,
)
from oic_summits.model.summits import ROSTER, Extraction, Source, Summit
from oic_summits.model.vocabulary import (
    ActKind,
    ActorKind,
    Basis,
    Capacity,
    DeclarationKind,
    DocumentKind,
    Medium,
    Modality,
    Polarity,
    Series,
)
from oic_summits.model.world import Membership, Office, Organisation, Person, State, Term

__all__ = [
    "ROSTER",
    "Act",
    "ActKind",
    "Actor",
    "ActorKind",
    "Attendance",
    "Basis",
    "Capacity",
    "Claim",
    "Declaration",
    "DeclarationKind",
    "Document",
    "DocumentKind",
    "Evidence",
    "Extraction",
    "Field",
    "Finding",
    "Inference",
    "InstrumentReference",
    "Medium",
    "Membership",
    "Milestone",
    "Modality",
    "Office",
    "Organisation",
    "PartialDate",
    "Participant",
    "Person",
    "Polarity",
    "Problem",
    "Provision",
    "Quotation",
    "Reaction",
    "Repair",
    "Section",
    "Series",
    "Source",
    "State",
    "Summit",
    "SummitId",
    "Term",
    "evolve",
]
