"""The embedded archive: three texts and the list of summits, together."""

import pickle

import pytest

from oic_summits.archive import Archive, load
from oic_summits.model import DeclarationKind
from tests.unit.archive_texts import SIXTH


@pytest.fixture(scope="module")
def archive() -> Archive:
    return load()


def test_it_holds_every_summit_and_every_seed(archive: Archive) -> None:
    assert repr(archive) == "<Archive: 25 summits, 3 documents>"
    assert len(archive.chain(series="ordinary")) == 15
    assert len(archive.chain(series="extraordinary")) == 10
    assert load() is archive
    assert pickle.loads(pickle.dumps(archive)) == archive


def test_the_news_joins_the_sixth_session_and_says_why(archive: Archive) -> None:
    news = archive.documents.of_kind("news")[0].id
    reasons = {source.id: source.reason for source in archive.summit(SIXTH).sources}
    assert reasons[news] == "organisation, city and day agree: OIC, Istanbul, 2017-12-13"


def test_the_communique_of_two_texts_is_one(archive: Archive) -> None:
    found = archive.declarations.at(SIXTH).of_kind(DeclarationKind.FINAL_COMMUNIQUE)
    assert [len({evidence.document for evidence in d.evidence}) for d in found] == [2]


def test_the_emir_was_not_in_office(archive: Archive) -> None:
    found = [finding for finding in archive.check() if finding.kind == "leader not in office"]
    assert [finding.message for finding in found] == [
        (
            "Hamad bin Khalifa Al Thani was not emir of Qatar on 2017-12-13: "
            "the term ended on 2013-06-25; Tamim bin Hamad Al Thani held the office"
        )
    ]
    assert all("Hamad bin Khalifa Al Thani" in finding.evidence[0].text for finding in found)


def test_the_other_doubts_of_its_readers_are_found_too(archive: Archive) -> None:
    kinds = {finding.kind for finding in archive.check()}
    assert kinds == {"leader not in office", "not a head of state", "suspended member counted"}


def test_neighbours(archive: Archive) -> None:
    sixth = archive.summit("extraordinary-6")
    assert [archive.predecessor(sixth), archive.successor(sixth)] == [
        archive.summit("5th extraordinary"),
        archive.summit("7th extraordinary"),
    ]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("ERDOĞAN", "Recep Tayyip Erdoğan"),
        ("al-Sisi", "Abdel Fattah el-Sisi"),
        ("El-Sisi", "Abdel Fattah el-Sisi"),
        ("Sisi", "Abdel Fattah el-Sisi"),
        ("Abbas", "Mahmoud Abbas"),
        ("Abbasi", "Shahid Khaqan Abbasi"),
        ("rouhani", "Hassan Rouhani"),
        ("Cavusoglu", "Mevlüt Çavuşoğlu"),
    ],
)
def test_leaders(archive: Archive, query: str, name: str) -> None:
    view = archive.by_leader(query)
    assert view.person.name == name
    assert len(view.reactions) > 0 or len(view.attended) > 0


def test_the_questions_of_the_design(archive: Archive) -> None:
    assert [s.id for s in archive.summits.hosted_by("TUR").after("2017-01-01").attended_by("Rouhani")] == [SIXTH]
    assert [q.actor.name for q in archive.reactions.by("Rouhani").about("United States").quoting()] == [
        "Hassan Rouhani"
    ]
    assert [s.id.label for s in archive.by_leader("Erdoğan").attended] == ["6th extraordinary", "7th extraordinary"]
    assert [s.id.label for s in archive.by_leader("Erdoğan").chaired] == ["7th extraordinary"]
    assert [p.actor.name for p in archive.participants.in_capacity("guest")] == ["Nicolás Maduro"]
