"""A small archive made by hand, for tests that must not depend on how well texts are read."""

from oic_summits.archive import Archive
from oic_summits.model import (
    Act,
    ActKind,
    Actor,
    ActorKind,
    Basis,
    Capacity,
    Claim,
    Declaration,
    DeclarationKind,
    Document,
    DocumentKind,
    Evidence,
    Extraction,
    Inference,
    InstrumentReference,
    Milestone,
    Modality,
    Office,
    PartialDate,
    Participant,
    Person,
    Problem,
    Provision,
    Quotation,
    Reaction,
    Repair,
    Series,
    Summit,
    SummitId,
)
from oic_summits.reference import roster

TEXT = (
    "= A <b>bold</b> & “curly” session =\n"
    "The Sixth Extraordinary Session met in Istanbul on 13 December 2017. President Ada Örnek of Turkey attended. "
    "ÖrneÄŸi said “peace & quiet”. The summit condemned the <script>. See UNSC 478. On 27 December 2017 it ended.\r\n"
)
OTHER = "A note about no summit: Bo Sample of Freedonia will say more; he said “later”."


def span(words: str, *, text: str = TEXT, document: str = "made") -> Evidence:
    """The evidence of the first place where words stand."""
    start = text.index(words)
    return Evidence(document=document, start=start, end=start + len(words), text=words, rule="by hand")


ADA = Actor(
    name="Ada Örnek",
    kind=ActorKind.PERSON,
    person=Person(name="Ada Örnek", aliases=("Örneği",), surname="Örnek"),
    office=Office(title="president", kind="head of state"),
    state="TUR",
    inferred=(Inference(field="state", value="TUR", basis=Basis.DOCUMENT, reason="the text says so elsewhere"),),
)
BO = Actor(name="Bo Sample", kind=ActorKind.PERSON, person=Person(name="Bo Sample"))


def made_document() -> Document:
    """The source text, with one mended word."""
    broken = TEXT.index("ÖrneÄŸi")
    repair = Repair(start=broken, end=broken + 7, printed="ÖrneÄŸi", meant="Örneği")
    return Document(id="made", kind=DocumentKind.ENCYCLOPEDIA, text=TEXT, title="A <b> session", repairs=(repair,))


def made_extraction() -> Extraction:
    """Everything that the source text tells: one record of each sort."""
    quotation = Quotation(text="peace & quiet", speaker=ADA, evidence=span("peace & quiet"))
    said = Act(
        verb="said",
        lemma="say",
        kind=ActKind.SAY,
        content="“peace & quiet”",
        quotations=(quotation,),
        evidence=span("ÖrneÄŸi said “peace & quiet”"),
    )
    planned = Act(
        verb="ended",
        lemma="end",
        kind=ActKind.DO,
        content="",
        modality=Modality.PLANNED,
        evidence=span("On 27 December 2017 it ended"),
    )
    provision = Provision(
        issuer="summit",
        verb="condemned",
        lemma="condemn",
        kind=ActKind.CRITICISE,
        content="the <script>",
        evidence=(span("The summit condemned the <script>"),),
    )
    claims = (
        Claim(field="start", value="2017-12-13", source="made", evidence=span("13 December 2017")),
        Claim(field="cities", value="Istanbul", source="made", evidence=span("Istanbul")),
    )
    return Extraction(
        document=made_document(),
        header=Summit(
            id=SummitId(series=Series.EXTRAORDINARY, ordinal=6),
            start=PartialDate.parse("2017-12-13"),
            end=PartialDate.parse("2017-12-13"),
            cities=("Istanbul",),
            host=ADA,
            claims=claims,
        ),
        people=(
            Participant(
                actor=ADA,
                attended=True,
                capacity=Capacity.HOST,
                evidence=(span("President Ada Örnek of Turkey attended"), span("ÖrneÄŸi")),
            ),
        ),
        declarations=(
            Declaration(
                kind=DeclarationKind.DECLARATION, title="A & B", provisions=(provision,), evidence=(span("condemned"),)
            ),
        ),
        reactions=(Reaction(actor=ADA, acts=(said, planned), hashtags=("#a", "#b"), evidence=(said.evidence,)),),
        quotations=(quotation,),
        milestones=(
            Milestone(
                date=PartialDate.parse("2017-12-27"),
                actor=None,
                content="it ended",
                evidence=span("On 27 December 2017 it ended"),
            ),
        ),
        instruments=(InstrumentReference(body="UNSC", number="478", evidence=span("UNSC 478")),),
        problems=(
            Problem(
                kind="markup",
                message="left as it is",
                document="made",
                start=TEXT.index("<script>"),
                end=TEXT.index("<script>") + 8,
                text="<script>",
                line=2,
                column=1,
            ),
        ),
    )


def other_extraction() -> Extraction:
    """A text that is about no summit, with a quotation."""
    evidence = span("later", text=OTHER, document="note")
    return Extraction(
        document=Document(id="note", kind=DocumentKind.NEWS, text=OTHER),
        people=(Participant(actor=BO, evidence=(span("Bo Sample", text=OTHER, document="note"),)),),
        quotations=(Quotation(text="later", speaker=BO, evidence=evidence),),
    )


def made_archive() -> Archive:
    """The list of summits and both texts."""
    return Archive(roster=roster(), extractions=(made_extraction(), other_extraction()))
