"""The command `oic-summits`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from oic_summits import _terminal as terminal
from oic_summits._inputs import Input, inputs, read_one
from oic_summits.errors import InvalidValueError, OicSummitsError
from oic_summits.model import DocumentKind, Series

if TYPE_CHECKING:
    from oic_summits.archive import Archive
    from oic_summits.model import Evidence, Extraction, Summit

__all__ = ["main"]

_Line: TypeAlias = "tuple[str, tuple[Evidence, ...]]"

OK, SOME_UNREAD, USAGE, NONE_READ, FINDINGS, NO_SUCH_NAME = range(6)
INTERRUPTED, BROKEN_PIPE = 130, 141

_EPILOG = """
exit codes:
  0    everything was read or answered; `check` found nothing
  1    some files could not be read, the others were
  2    the command was used wrongly, or its output could not be written
  3    no file could be read
  4    `check` has findings
  5    no summit, state or leader has that name, or several have
  130  interrupted
  141  the reader of the output went away
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: Arguments without the program's name; those of the process when None.

    Returns:
        The exit code; ``oic-summits --help`` lists them.

    Raises:
        SystemExit: For ``--help``, ``--version`` and wrong usage, as `argparse` does.

    Example:
        >>> main(["chain", "extraordinary"])  # doctest: +ELLIPSIS
        oic-extraordinary-1...
        0
    """
    terminal.prepare_streams()
    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        code = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads any more. The interpreter flushes once more at its end; that must not fail aloud.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        terminal.complain("interrupted")
        return INTERRUPTED
    except LookupError as error:
        if not isinstance(error, OicSummitsError):
            raise
        terminal.complain(str(error))
        return NO_SUCH_NAME
    except OicSummitsError as error:
        terminal.complain(str(error))
        return USAGE
    except OSError as error:
        terminal.complain(f"{error.filename or 'output'}: {error.strerror}; check the place and the permissions")
        return USAGE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="oic-summits",
        description="Summits of the Organisation of Islamic Cooperation, each fact with the words that prove it.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], summary: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        made.set_defaults(run=run)
        return made

    command("overview", _overview, "the embedded archive on one page: the chain of summits and what is known of each")
    parse = command("parse", _parse, "read texts about summits, and say what each tells and what could not be read")
    _file_arguments(parse, at_least_one=True)
    parse.add_argument("--json", action="store_true", help="print one JSON object for each text, one a line")
    parse.add_argument("--out", type=Path, metavar="DIR", help="write the JSON of each text to DIR/ID.json")
    check = command("check", _check, "what is wrong, contradictory or missing in the archive, with your texts added")
    _file_arguments(check, at_least_one=False)
    show = command("show", _show, "everything known of one summit")
    show.add_argument("key", help="for example extraordinary-6, '6th extraordinary', 2017-12-13, or a title")
    show.add_argument("--json", action="store_true", help="print the summit as JSON")
    show.add_argument("--evidence", action="store_true", help="print the words that prove each fact, with their place")
    chain = command("chain", _chain, "the summits of a series in their order")
    chain.add_argument("series", nargs="?", choices=[series.value for series in Series], help="both when left out")
    state = command("state", _state, "what a state did across summits")
    state.add_argument("name", help="a name, demonym or ISO 3166 code, for example Turkey, Türkiye, Turkish, TUR, TR")
    leader = command("leader", _leader, "what a leader did across summits")
    leader.add_argument("name", help="a name or surname in any spelling, for example erdogan")
    schema = command("schema", _schema, "the JSON Schema of what is written")
    schema.add_argument("kind", nargs="?", choices=["archive", "extraction", "summit"], default="archive")
    return parser


class _Version(argparse.Action):
    """``--version``, looked up only when asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version and leave")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"oic-summits {version('oic-summits')}")
        parser.exit()


def _file_arguments(parser: argparse.ArgumentParser, *, at_least_one: bool) -> None:
    parser.add_argument(
        "files",
        nargs="+" if at_least_one else "*",
        metavar="FILE",
        help="a file, a folder (its *.txt, *.wiki and *.md files, at any depth) or - for standard input",
    )
    kinds = [kind.value for kind in DocumentKind]
    parser.add_argument("--kind", choices=kinds, help="the form of the texts, when it should not be found out")


def _kind(arguments: argparse.Namespace) -> DocumentKind | None:
    return DocumentKind(arguments.kind) if arguments.kind else None


def _read(arguments: argparse.Namespace, use: Callable[[Input, Extraction], None]) -> int:
    """Read all texts named on the command line, hand on what was read, complain of the rest; give the exit code."""
    texts, troubles = inputs(arguments.files)
    read, unread = 0, len(troubles)
    for lost in troubles:
        terminal.complain(f"{lost.label}: {lost.trouble}")
    for text in terminal.tracked(texts, what="reading"):
        outcome = read_one(text, _kind(arguments))
        trouble = outcome.trouble
        if outcome.extraction is not None:
            try:
                use(text, outcome.extraction)
            except InvalidValueError as error:
                trouble = str(error)
        if trouble is None:
            read += 1
        else:
            unread += 1
            terminal.complain(f"{outcome.label}: {trouble}")
    if unread and not read:
        return NONE_READ
    return SOME_UNREAD if unread else OK


def _parse(arguments: argparse.Namespace) -> int:
    from oic_summits.codec import to_json

    if arguments.json:
        terminal.prepare_json()
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
    told = [0, 0]
    written: set[str] = set()

    def use(text: Input, extraction: Extraction) -> None:
        told[0] += 1
        told[1] += len(extraction.problems)
        if arguments.json:
            print(to_json(extraction), flush=True)
        if arguments.out:
            _write(arguments.out, text.id, written, to_json(extraction, indent=2))
        if not arguments.json:
            print(terminal.plain(text.label))
            print("\n".join(terminal.extraction_lines(extraction)), flush=True)

    code = _read(arguments, use)
    if not arguments.json and told[0] > 1:
        print(f"{terminal.counted(told[0], 'text')} read, {terminal.counted(told[1], 'problem')}")
    return code


def _write(folder: Path, text_id: str, written: set[str], json: str) -> None:
    """Write one text's JSON under its id; one that another text of this run has taken gets a number."""
    plain = stem = text_id.strip("/").replace("/", "--").replace("\\", "--")
    number = 1
    while stem in written:
        number += 1
        stem = f"{plain}-{number}"
    written.add(stem)
    (folder / f"{stem}.json").write_bytes((json + "\n").encode())


def _check(arguments: argparse.Namespace) -> int:
    from oic_summits.archive import load

    archive = load()

    def use(_: Input, extraction: Extraction) -> None:
        nonlocal archive
        archive = archive.add(extraction)

    code = _read(arguments, use)
    findings = archive.check()
    for finding in findings:
        print(terminal.plain(str(finding)))
        _print_evidence(finding.evidence, "  ")
    print(terminal.counted(len(findings), "finding"))
    return code or (FINDINGS if findings else OK)


def _print_evidence(evidence: Iterable[Evidence], indent: str) -> None:
    # Two rules may have found the same words; for people they are one proof.
    for line in dict.fromkeys(f"{terminal.place_of(item)} “{terminal.plain(item.text, 160)}”" for item in evidence):
        print(indent + line)


def _overview(_: argparse.Namespace) -> int:
    print(_archive().overview())
    return OK


def _archive() -> Archive:
    from oic_summits.archive import load

    return load()


def _schema(arguments: argparse.Namespace) -> int:
    import json

    from oic_summits.codec import json_schema

    terminal.prepare_json()
    print(json.dumps(json_schema(arguments.kind), indent=2, ensure_ascii=False))
    return OK


def _chain(arguments: argparse.Namespace) -> int:
    archive = _archive()
    for series in [arguments.series] if arguments.series else [series.value for series in Series]:
        for summit in archive.chain(series=series):
            print(terminal.summit_line(summit))
    return OK


def _show(arguments: argparse.Namespace) -> int:
    archive = _archive()
    summit = archive.summit(arguments.key)
    if arguments.json:
        from oic_summits.codec import to_json

        terminal.prepare_json()
        print(to_json(summit, indent=2))
        return OK
    before, after = archive.predecessor(summit), archive.successor(summit)
    print(terminal.plain(f"{summit.id}: {summit.title or 'untitled'}"))
    facts = [fact for fact in _facts(summit, before, after) if fact[1]]
    for line, (_, _, evidence) in zip(terminal.table([fact[:2] for fact in facts]), facts, strict=True):
        print(line)
        if arguments.evidence:
            _print_evidence(evidence, "      ")
    for heading, lines in _lists(summit):
        if lines:
            print(f"  {heading} ({len(lines)})")
        for line, evidence in lines:
            print(f"    {line}")
            if arguments.evidence:
                _print_evidence(evidence, "      ")
    return OK


def _facts(summit: Summit, before: Summit | None, after: Summit | None) -> list[tuple[str, str, tuple[Evidence, ...]]]:
    """What is known of the summit as a whole: a name, a value, and the words that prove it."""
    count = summit.attendance
    figures = (
        ("representatives", count.representatives),
        ("member states", count.member_states),
        ("heads of state", count.heads_of_state),
    )
    counts = ", ".join(f"{number} {name}" for name, number in figures if number is not None)
    actors = (("host", summit.host), ("chair", summit.chair), ("convener", summit.convener))
    where = ", ".join([*summit.venues, *summit.cities, *filter(None, [summit.country])])

    def proof(*fields: str) -> tuple[Evidence, ...]:
        return tuple(item for field in fields for item in summit.proof(field))

    when = " to ".join(dict.fromkeys(str(day) for day in (summit.start, summit.end) if day))
    return [
        ("when", when, proof("start", "end")),
        ("where", terminal.plain(where), proof("venues", "cities", "country")),
        ("after", terminal.summit_line(before) if before else "", proof("follows")),
        ("before", terminal.summit_line(after) if after else "", proof("precedes")),
        *((name, terminal.actor_line(actor), proof(name)) for name, actor in actors if actor),
        ("occasion", terminal.plain(summit.occasion or "", 160), proof("occasion")),
        ("attendance", counts, tuple(claim.evidence for claim in count.claims if claim.evidence)),
    ]


def _lists(summit: Summit) -> list[tuple[str, list[_Line]]]:
    declared: list[_Line] = [
        (terminal.plain(f"{item.kind.value}: {item.title or 'untitled'}"), item.evidence)
        for item in summit.declarations
    ]
    reacted: list[_Line] = [
        (terminal.act_line(reaction.actor, act), (act.evidence,))
        for reaction in summit.reactions
        for act in reaction.acts
    ]
    return [
        ("participants", [(terminal.participant_line(item), item.evidence) for item in summit.participants]),
        ("declarations", declared),
        ("provisions", [(terminal.provision_line(item), item.evidence) for item in summit.all_provisions]),
        ("reactions", reacted),
        ("milestones", [(terminal.plain(f"{m.date}: {m.content}", 160), (m.evidence,)) for m in summit.milestones]),
        ("instruments", [(terminal.plain(f"{i.body} {i.number}"), (i.evidence,)) for i in summit.instruments]),
        ("sources", [(terminal.plain(f"{item.id}: {item.reason}"), ()) for item in summit.sources]),
    ]


def _state(arguments: argparse.Namespace) -> int:
    view = _archive().by_state(arguments.name)
    print(terminal.plain(f"{view.state.name} ({view.state.alpha3}, {view.state.official_name})"))
    for membership in view.state.memberships:
        period = f"{membership.start or 'unknown'} to {membership.end or 'today'}"
        print(f"  {membership.status}, {period}")
    _print_summits("hosted", view.hosted)
    _print_summits("attended", view.attended)
    people = dict.fromkeys(terminal.participant_line(item) for item in view.participants)
    _print_lines("people named", people)
    _print_lines("reactions", (terminal.act_line(item.actor, act) for item in view.reactions for act in item.acts))
    return OK


def _leader(arguments: argparse.Namespace) -> int:
    view = _archive().by_leader(arguments.name)
    print(terminal.plain(view.person.name))
    terms = (
        f"{term.office.title}, {term.state or term.organisation}, {term.start or 'unknown'} to {term.end or 'today'}"
        for term in view.terms
    )
    _print_lines("offices", terms)
    for name in ("hosted", "chaired", "attended"):
        _print_summits(name, getattr(view, name))
    _print_lines("reactions", (terminal.act_line(item.actor, act) for item in view.reactions for act in item.acts))
    _print_lines("quotations", (f"“{terminal.plain(item.text, 160)}”" for item in view.quotations))
    return OK


def _print_summits(heading: str, summits: Iterable[Summit]) -> None:
    _print_lines(heading, (terminal.summit_line(summit) for summit in summits))


def _print_lines(heading: str, lines: Iterable[str]) -> None:
    kept = list(lines)
    if kept:
        print(f"  {heading} ({len(kept)})")
    for line in kept:
        print(f"    {line}")
