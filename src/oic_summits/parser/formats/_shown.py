"""What the templates of raw wikitext show, written to the view."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from oic_summits.parser.formats import _templates as templates
from oic_summits.parser.formats._leads import state_of
from oic_summits.parser.formats._walk import Flag, Piece, Walker
from oic_summits.parser.page import BlockKind

__all__ = ["write_template"]


class _Value(NamedTuple):
    """A parameter of a template: name, parsed value and where it stands."""

    name: str
    code: Any
    start: int
    key_start: int
    offset: int
    shown: bool

    @property
    def plain(self) -> str:
        return str(self.code).strip()


def _parameters(node: Any, start: int) -> Iterator[_Value]:
    position = start + 2 + len(str(node.name))
    for param in node.params:
        first = position
        position += 1
        name = str(param.name)
        if param.showkey:
            position += len(name) + 1
        key_start = first + 1 + len(name) - len(name.lstrip())
        yield _Value(name.strip(), param.value, first, key_start, position, param.showkey)
        position += len(str(param.value))


class _Call(NamedTuple):
    """A template with its parameters: all of them, and those that have a number instead of a name."""

    name: str
    values: tuple[_Value, ...]
    unnamed: tuple[_Value, ...]
    start: int
    end: int

    def named(self, *names: str) -> _Value | None:
        """The first parameter with one of some names."""
        return next((value for value in self.values if value.name in names), None)


def write_template(walker: Walker, node: Any, start: int, end: int) -> None:
    """Write what a template shows, if it shows anything."""
    values = tuple(_parameters(node, start))
    unnamed = tuple(value for value in values if not value.shown or value.name.isdecimal())
    call = _Call(templates.template_name(str(node.name)), values, unnamed, start, end)
    if templates.is_infobox(call.name):
        _write_box(walker, call)
    elif call.name in templates.SIGNS:
        walker.put(templates.SIGNS[call.name], start, end)
    elif call.name in templates.TEXT or call.name.startswith("lang-"):
        if unnamed:
            _show(walker, unnamed[min(templates.TEXT.get(call.name, 1), len(unnamed)) - 1])
    else:
        next((write for names, write in _WRITERS if call.name in names), _write_other)(walker, call)


def _show(walker: Walker, value: _Value) -> None:
    walker.walk(value.code, value.offset)


def _write_box(walker: Walker, call: _Call) -> None:
    if walker.is_inline:  # a box inside a box
        walker.unread.append((call.name, call.start, call.end))
        return
    for value in call.values:
        if value.shown:
            walker.builder.put("\n\n", value.start, value.start)
            first, last = walker.inline(partial(_show, walker, value), field=True)
            walker.pieces.append(Piece(BlockKind.FIELD, first, last, key=value.name, key_start=value.key_start))
    walker.builder.put("\n\n", call.end, call.end)


def _write_flag_icon(walker: Walker, call: _Call) -> None:
    """A mere picture: shown as a code inside a field, and noted everywhere."""
    if not call.unnamed:
        return
    name = call.unnamed[0].plain
    state = state_of(name)
    first = len(walker.builder)
    if walker.in_field:
        gap = "" if walker.cleaning.source[call.end : call.end + 1].isspace() else " "
        walker.put((state or name) + gap, call.start, call.end)
    if state:
        walker.flags.append(Flag(first, len(walker.builder), state))


def _write_flag(walker: Walker, call: _Call) -> None:
    if call.unnamed:
        first = len(walker.builder)
        _show(walker, call.unnamed[0])
        name = walker.builder.since(first).strip()
        walker.flags.append(Flag(first, len(walker.builder), state_of(call.unnamed[0].plain), name))


def _write_date(walker: Walker, call: _Call) -> None:
    values = [value.plain for value in call.unnamed]
    first, second = templates.iso_date(values), templates.iso_date(values[3:6])
    if first:
        walker.put(f"{first} – {second}" if second else first, call.start, call.end)
    elif call.unnamed:
        _show(walker, call.unnamed[0])


def _write_list(walker: Walker, call: _Call) -> None:
    for value in call.unnamed:
        if not value.plain:
            continue
        if walker.is_inline:
            walker.separate(value.offset)
        elif value.plain.startswith("*"):
            walker.builder.put("\n", value.offset, value.offset)
        else:
            walker.put("\n* ", value.start, value.offset)
        _show(walker, value)
    walker.apart(call.end)


def _write_quote(walker: Walker, call: _Call) -> None:
    """A quotation set apart: in quotation marks, its speaker behind a dash."""
    shown = call.named("text", "quote", "content") or (call.unnamed[0] if call.unnamed else None)
    if shown is None:
        return
    speaker = call.named("author", "sign", "by", "source", "char")
    if speaker is None:
        speaker = next((value for value in call.unnamed if value.start > shown.start), None)
    walker.apart(call.start)
    walker.put("“", call.start, call.start + 2)
    walker.inline(partial(_show, walker, shown))
    if speaker is not None and speaker.start > shown.start and speaker.plain:
        walker.put("” — ", speaker.start, speaker.offset)
        walker.inline(partial(_show, walker, speaker))
    else:
        walker.put("”", call.end - 2, call.end)
    walker.apart(call.end)


def _write_measure(walker: Walker, call: _Call) -> None:
    if len(call.unnamed) > 1:
        number, unit = call.unnamed[:2]
        _show(walker, number)
        walker.put(" ", unit.start, unit.offset)
        _show(walker, unit)


def _write_since(walker: Walker, call: _Call) -> None:
    walker.put("As of " + " ".join(value.plain for value in call.unnamed), call.start, call.end)


def _write_break(walker: Walker, call: _Call) -> None:
    walker.put(" ", call.start, call.end)


def _write_other(walker: Walker, call: _Call) -> None:
    """A template of no known sort: the name of a state (``{{TUR}}``), nothing, or a problem."""
    from oic_summits.reference import find_state

    printed = call.name.upper()
    state = find_state(printed) if not call.values and len(printed) == 3 else None
    if state is not None:
        first = len(walker.builder)
        walker.put(state.name, call.start, call.end)
        walker.flags.append(Flag(first, len(walker.builder), state.alpha3, state.name))
    elif call.unnamed and not templates.shows_nothing(call.name):
        walker.unread.append((call.name, call.start, call.end))


_WRITERS: tuple[tuple[frozenset[str], Callable[[Walker, _Call], None]], ...] = (
    (templates.FLAG_ICONS, _write_flag_icon),
    (templates.FLAGS, _write_flag),
    (templates.BREAKS, _write_break),
    (templates.DATES, _write_date),
    (templates.LISTS, _write_list),
    (templates.QUOTES, _write_quote),
    (frozenset(("convert", "cvt")), _write_measure),
    (frozenset(("as of",)), _write_since),
)
