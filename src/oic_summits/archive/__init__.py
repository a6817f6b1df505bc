"""The archive: known summits and documents joined, their collections, and what can be asked of them."""

from oic_summits.archive.assembly import Group, Member
from oic_summits.archive.base import Entry, Records
from oic_summits.archive.collections import Declarations, Documents, Participants, Summits
from oic_summits.archive.core import Archive, load
from oic_summits.archive.speech import Milestones, Provisions, Quotations, Reactions
from oic_summits.archive.views import LeaderView, StateView

__all__ = [
    "Archive",
    "Declarations",
    "Documents",
    "Entry",
    "Group",
    "LeaderView",
    "Member",
    "Milestones",
    "Participants",
    "Provisions",
    "Quotations",
    "Reactions",
    "Records",
    "StateView",
    "Summits",
    "load",
]
