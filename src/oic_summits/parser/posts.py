"""Embedded social-media posts: text, author, account, day and hashtags."""

import re
from collections.abc import Sequence

from oic_summits.model import Act, ActKind, Actor, ActorKind, Medium, PartialDate, Reaction
from oic_summits.parser.dates import find_dates
from oic_summits.parser.discourse import Entity
from oic_summits.parser.page import Block, BlockKind, Page
from oic_summits.parser.resolve import Resolver, person_actor
from oic_summits.parser.wordlists import THINGS
from oic_summits.reference import terms_of

_SIGNATURE = re.compile(r"^\s*(?:[—–-]+|&mdash;)?\s*(?P<name>.*?)\s*\((?P<handle>@\w+)\)")
_HASHTAG = re.compile(r"#\w+")


def read_posts(page: Page, resolver: Resolver) -> tuple[Reaction, ...]:
    """One reaction for each embedded post; its author joins the people of the document."""
    found: list[Reaction] = []
    post: Block | None = None
    for block in page.blocks:
        if block.kind is BlockKind.POST:
            post = block
        elif block.kind is BlockKind.POST_SIGNATURE:
            reaction = _reaction(page, resolver, post, block)
            if reaction is not None:
                found.append(reaction)
            post = None
    return tuple(found)


_PRESENT = re.compile(
    r"\b(?:we are|we're|i am|i'm|here|arrived|attending|joined|participat\w+|at (?:the )?#?\w*\s*summit)\b",
    re.IGNORECASE,
)


def post_authors(page: Page, resolver: Resolver, cities: Sequence[str]) -> list[tuple[Entity, tuple[int, int]]]:
    """People whose post says that they are at the summit: in the first person, from its city or from the summit."""
    found: list[tuple[Entity, tuple[int, int]]] = []
    post: Block | None = None
    text = page.view.text
    for block in page.blocks:
        if block.kind is BlockKind.POST:
            post = block
        elif block.kind is BlockKind.POST_SIGNATURE and post is not None:
            match = _SIGNATURE.match(text[block.start : block.end])
            body = text[post.start : post.end].casefold()
            entity = resolver.people.find(match["name"]) if match is not None else None
            there = "summit" in body or any(city in body for city in cities)
            if entity is not None and there and _PRESENT.search(body):
                found.append((entity, (post.start, post.end)))
            post = None
    return found


def _reaction(page: Page, resolver: Resolver, post: Block | None, signature: Block) -> Reaction | None:
    text = page.view.text
    match = _SIGNATURE.match(text[signature.start : signature.end])
    if match is None or not match["name"]:
        return None
    day: PartialDate | None = next((m.first for m in find_dates(text, signature.start, signature.end)), None)
    name_span = (signature.start + match.start("name"), signature.start + match.end("name"))
    evidence = [page.view.evidence(page.document.id, signature.start, signature.end, "signature of a post")]
    actor = _author(resolver, match["name"], name_span)
    body = text[post.start : post.end] if post is not None else ""
    acts: tuple[Act, ...] = ()
    if post is not None and body.strip():
        words = page.view.evidence(page.document.id, post.start, post.end, "embedded post")
        acts = (
            Act(
                verb="posted", lemma="post", kind=ActKind.SAY, content=" ".join(body.split()), date=day, evidence=words
            ),
        )
        evidence.insert(0, words)
    return Reaction(
        actor=actor,
        acts=acts,
        medium=Medium.TWEET,
        date=day,
        handle=match["handle"],
        hashtags=tuple(dict.fromkeys(_HASHTAG.findall(body))),
        evidence=tuple(evidence),
    )


def _author(resolver: Resolver, name: str, span: tuple[int, int]) -> Actor:
    """A person where the name is known or has the shape of one; else the account of a body."""
    people = resolver.people
    known = people.find(name)
    if known is None and (terms_of(name) or _handle_of_person(name)):
        known = people.note(name, office=None, state=None, organisation=None)
    if known is None:
        return Actor(name=name, kind=ActorKind.BODY)
    people.note(name, office=None, state=None, organisation=None)
    known.places.append(span)
    return person_actor(known)


def _handle_of_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(w[0].isupper() and w.lower() not in THINGS for w in words)
