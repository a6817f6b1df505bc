"""The JSON form, letter for letter, and what is said of JSON that is not ours."""

import copy
import inspect
import json
import subprocess
import sys
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from oic_summits import model
from oic_summits.archive import Archive
from oic_summits.codec import (
    FORMATS,
    VERSION,
    Kind,
    dump_extraction,
    dump_summit,
    from_json,
    json_schema,
    load_archive,
    load_extraction,
    load_summit,
    to_json,
)
from oic_summits.codec.converter import ArchiveParts, make_converter, model_classes, type_name
from oic_summits.codec.faults import to_codec_error
from oic_summits.errors import CodecError, CodecProblem, InvalidValueError
from oic_summits.model import (
    Act,
    ActKind,
    Actor,
    ActorKind,
    Attendance,
    Basis,
    Capacity,
    Claim,
    Document,
    DocumentKind,
    Evidence,
    Extraction,
    Field,
    Modality,
    Office,
    PartialDate,
    Participant,
    Person,
    Polarity,
    Problem,
    Reaction,
    Repair,
    Section,
    Summit,
    SummitId,
    evolve,
)
from oic_summits.reference import roster

TEXT = "Béchira Doruşan urged peace in DoruÅŸ."


def _evidence(words: str, rule: str = "clause") -> Evidence:
    start = TEXT.index(words)
    return Evidence(document="note", start=start, end=start + len(words), text=words, rule=rule)


ACTOR = Actor(
    name="Béchira Doruşan",
    kind=ActorKind.PERSON,
    person=Person(name="Béchira Doruşan", surname="Doruşan"),
    office=Office(title="president"),
    state="TUR",
)
ACT = Act(
    verb="urged",
    lemma="urge",
    kind=ActKind.DEMAND,
    content="peace in Doruş",
    polarity=Polarity.FOR,
    modality=Modality.DONE,
    evidence=_evidence("urged peace"),
)
EXTRACTION = Extraction(
    document=Document(
        id="note",
        kind=DocumentKind.NEWS,
        text=TEXT,
        published=PartialDate.parse("2017-12"),
        fields=(Field(key="Key", value="peace", evidence=_evidence("peace")),),
        sections=(Section(title=None, level=0, start=0, end=len(TEXT)),),
        repairs=(Repair(start=31, end=37, printed="DoruÅŸ", meant="Doruş"),),
    ),
    header=Summit(
        id=SummitId.parse("extraordinary-6"),
        attendance=Attendance(
            heads_of_state=30,
            claims=(Claim(field="heads_of_state", value="30", source="note", basis=Basis.DOCUMENT),),
        ),
    ),
    people=(Participant(actor=ACTOR, attended=True, capacity=Capacity.HOST, evidence=(_evidence("Doruşan"),)),),
    reactions=(Reaction(actor=ACTOR, acts=(ACT,)),),
    problems=(Problem(kind="x", message="y", document="note", start=0, end=0, text="", line=1, column=1),),
)

GOLDEN_DUMP = (
    '{"format":"oic_summits.extraction","version":1,"document":{"id":"note","kind":"news",'
    '"text":"Béchira Doruşan urged peace in DoruÅŸ.","published":"2017-12","fields":[{"key":"Key","value":"peace",'
    '"evidence":{"document":"note","start":22,"end":27,"text":"peace","rule":"clause"}}],'
    '"sections":[{"title":null,"level":0,"start":0,"end":38}],'
    '"repairs":[{"start":31,"end":37,"printed":"DoruÅŸ","meant":"Doruş"}]},'
    '"header":{"id":"oic-extraordinary-6","attendance":{"heads_of_state":30,"claims":[{"field":"heads_of_state",'
    '"value":"30","source":"note","basis":"document"}]}},'
    '"people":[{"actor":{"name":"Béchira Doruşan","kind":"person","person":{"name":"Béchira Doruşan",'
    '"surname":"Doruşan"},"office":{"title":"president"},"state":"TUR"},"attended":true,"capacity":"host",'
    '"evidence":[{"document":"note","start":8,"end":15,"text":"Doruşan","rule":"clause"}]}],'
    '"reactions":[{"actor":{"name":"Béchira Doruşan","kind":"person","person":{"name":"Béchira Doruşan",'
    '"surname":"Doruşan"},"office":{"title":"president"},"state":"TUR"},"acts":[{"verb":"urged","lemma":"urge",'
    '"kind":"demand","content":"peace in Doruş","polarity":"for",'
    '"evidence":{"document":"note","start":16,"end":27,"text":"urged peace","rule":"clause"}}]}],'
    '"problems":[{"kind":"x","message":"y","document":"note","start":0,"end":0,"text":"","line":1,"column":1}]}'
)


def test_the_dump_of_an_extraction_is_stable() -> None:
    assert to_json(EXTRACTION) == GOLDEN_DUMP
    assert load_extraction(GOLDEN_DUMP) == EXTRACTION


def test_indenting_changes_nothing_but_space() -> None:
    indented = to_json(EXTRACTION, indent=2)
    assert indented.startswith('{\n  "format": "oic_summits.extraction",\n  "version": 1,\n  "document": {\n')
    assert json.loads(indented) == json.loads(GOLDEN_DUMP)
    assert not any(line.endswith(" ") for line in indented.splitlines())


def _changed(path: tuple[str | int, ...], value: Any) -> str:
    """The golden dump with another value at one place; a value of ``KeyError`` takes the key out."""
    data = json.loads(GOLDEN_DUMP)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    if value is KeyError:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return json.dumps(data)


COUNTING = "offsets count code points from 0 and the end is exclusive"
EVIDENCE = ("people", 0, "evidence", 0)
FAULTS: list[tuple[tuple[str | int, ...], Any, str]] = [
    (("people", 0, "actor", "name"), 5, "expected a string, found an integer ($.people[0].actor.name)"),
    (("people", 0, "actor", "name"), None, "expected a string, found null ($.people[0].actor.name)"),
    (("people", 0, "attended"), "false", "expected a boolean, found a string ($.people[0].attended)"),
    (("people", 0, "attended"), 1, "expected a boolean, found an integer ($.people[0].attended)"),
    ((*EVIDENCE, "start"), "8", "expected an integer, found a string ($.people[0].evidence[0].start)"),
    ((*EVIDENCE, "start"), 8.0, "expected an integer, found a fraction ($.people[0].evidence[0].start)"),
    ((*EVIDENCE, "start"), True, "expected an integer, found a boolean ($.people[0].evidence[0].start)"),
    (("people",), "none", "expected an array, found a string ($.people)"),
    (("people",), {"0": {}}, "expected an array, found an object ($.people)"),
    (("people", 0), [], "expected an object, found an array ($.people[0])"),
    (("people", 0, "actor", "nmae"), "x", "unknown key 'nmae' (did you mean 'name'?) ($.people[0].actor)"),
    (("people", 0, "actor", "q"), "x", "unknown key 'q' ($.people[0].actor)"),
    (("peopel",), [], "unknown key 'peopel' (did you mean 'people'?) ($)"),
    (("people", 0, "actor", "kind"), KeyError, "the key 'kind' is missing ($.people[0].actor)"),
    (("document",), KeyError, "the key 'document' is missing ($)"),
    (
        ("people", 0, "actor", "kind"),
        "PERSON",
        "'PERSON' is none of: person, state, organisation, body, collective ($.people[0].actor.kind)",
    ),
    (("people", 0, "actor", "kind"), 1, "expected a string, found an integer ($.people[0].actor.kind)"),
    (
        ("document", "published"),
        "2017-02-31",
        "there is no date 2017-2-31; give an existing day, month or year ($.document.published)",
    ),
    (
        ("document", "published"),
        "٢٠١٧",
        "'٢٠١٧' is not the plain form; write '2017' ($.document.published)",
    ),
    (("document", "published"), 2017, "expected a string, found an integer ($.document.published)"),
    (("header", "id"), "6th", "'6th' is not the plain form; write 'oic-6' ($.header.id)"),
    (
        EVIDENCE,
        {"document": "note", "start": 8, "end": 14, "text": "Doruşan", "rule": "clause"},
        f"evidence in 'note': the span 8:14 does not fit its 7 characters; {COUNTING} ($.people[0].evidence[0])",
    ),
]
OFFSETS = "; offsets count code points of the text as published, from 0, and the end is exclusive"
SPANS: list[tuple[tuple[str | int, ...], Any, str]] = [
    (
        (*EVIDENCE, "text"),
        "Dorusan",
        "expected 'Dorusan' at 8:15, but there stands 'Doruşan' ($.people[0].evidence[0])",
    ),
    (
        EVIDENCE,
        {"document": "note", "start": 35, "end": 42, "text": "Doruşan", "rule": "clause"},
        "the span 35:42 lies outside its text of 38 characters ($.people[0].evidence[0])",
    ),
    (
        (*EVIDENCE, "document"),
        "other",
        "points into the document 'other', which is not in this dump ($.people[0].evidence[0])",
    ),
    (
        ("reactions", 0, "acts", 0, "evidence", "text"),
        "urged pease",
        "expected 'urged pease' at 16:27, but there stands 'urged peace' ($.reactions[0].acts[0].evidence)",
    ),
    (
        ("document", "repairs", 0, "printed"),
        "Doruss",
        "expected 'Doruss' at 31:37, but there stands 'DoruÅŸ' ($.document.repairs[0])",
    ),
    (
        ("document", "sections", 0, "end"),
        39,
        "the span 0:39 lies outside its text of 38 characters ($.document.sections[0])",
    ),
    (("problems", 0, "end"), 39, "the span 0:39 lies outside its text of 38 characters ($.problems[0])"),
    (("problems", 0, "start"), -1, "the span -1:0 lies outside its text of 38 characters ($.problems[0])"),
]


@pytest.mark.parametrize(("path", "value", "message"), [*FAULTS, *((p, v, m + OFFSETS) for p, v, m in SPANS)])
def test_each_fault_is_named_with_its_path(path: tuple[str | int, ...], value: Any, message: str) -> None:
    with pytest.raises(CodecError) as caught:
        load_extraction(_changed(path, value))
    assert str(caught.value) == message
    assert caught.value.path in message
    assert [problem.path for problem in caught.value.problems] == [caught.value.path]


def test_all_faults_are_gathered_in_the_order_of_the_json() -> None:
    data = json.loads(GOLDEN_DUMP)
    data["people"][0]["actor"]["name"] = 5
    data["people"][0]["attended"] = "yes"
    data["people"].append({"attended": None})
    data["document"]["language"] = []
    data = {"peopel": 1, "people": data.pop("people"), **data}
    with pytest.raises(CodecError) as caught:
        load_extraction(json.dumps(data))
    assert caught.value.problems == (
        CodecProblem("$", "unknown key 'peopel' (did you mean 'people'?)"),
        CodecProblem("$.people[0].actor.name", "expected a string, found an integer"),
        CodecProblem("$.people[0].attended", "expected a boolean, found a string"),
        CodecProblem("$.people[1]", "the key 'actor' is missing"),
        CodecProblem("$.document.language", "expected a string, found an array"),
    )
    assert str(caught.value) == "unknown key 'peopel' (did you mean 'people'?), and 4 more problems ($)"


def test_all_bad_spans_are_gathered() -> None:
    data = json.loads(_changed(("document", "text"), TEXT.replace("peace", "truce")))
    with pytest.raises(CodecError) as caught:
        load_extraction(json.dumps(data))
    assert [problem.path for problem in caught.value.problems] == [
        "$.document.fields[0].evidence",
        "$.reactions[0].acts[0].evidence",
    ]


def test_a_dump_is_refused_that_could_not_be_loaded() -> None:
    wrong = evolve(EXTRACTION, people=(Participant(actor=ACTOR, evidence=(evolve(_evidence("peace"), text="truce"),)),))
    with pytest.raises(
        CodecError, match=r"^expected 'truce' at 22:27, but there stands 'peace' \(\$\.people\[0\]\.evi"
    ):
        dump_extraction(wrong)


HINT = "; give text that to_json wrote"
NO_JSON: list[tuple[str, str]] = [
    ("", f"this is no JSON: Expecting value at line 1, column 1 ($){HINT}"),
    ('{\n "format":', f"this is no JSON: Expecting value at line 2, column 11 ($){HINT}"),
    ('{"a": 1} x', f"this is no JSON: Extra data at line 1, column 10 ($){HINT}"),
    ("[" * 200_000, f"the JSON is nested too deeply ($){HINT}"),
    ('{"a":' * 200_000, f"the JSON is nested too deeply ($){HINT}"),
    ('{"version": NaN}', f"this is no JSON of ours: NaN is no JSON number ($){HINT}"),
    ('{"version": -Infinity}', f"this is no JSON of ours: -Infinity is no JSON number ($){HINT}"),
    ("[]", f"expected an object, found an array ($){HINT}"),
    ("null", f"expected an object, found null ($){HINT}"),
    ("\ufeff{}", f"this is no JSON: Unexpected UTF-8 BOM (decode using utf-8-sig) at line 1, column 1 ($){HINT}"),
]
AGAIN = "load it with the release that wrote it, or write it again"
KNOWN = "oic_summits.archive, oic_summits.extraction, oic_summits.summit"
ENVELOPES: list[tuple[str, str]] = [
    ("{}", f"the key 'format' is missing ($); its value is one of: {KNOWN}"),
    ('{"format": "csv"}', f"'csv' is no format of this package ($.format); known are: {KNOWN}"),
    ('{"format": 1}', f"an integer is no format of this package ($.format); known are: {KNOWN}"),
    ('{"format": "oic_summits.summit"}', "the key 'version' is missing ($); this release reads version 1"),
    (
        '{"format": "oic_summits.summit", "version": 2}',
        f"version 2 is not read; this release reads version 1 ($.version); {AGAIN}",
    ),
    ('{"format": "oic_summits.summit", "version": "1"}', "expected an integer, found a string ($.version)"),
    ('{"format": "oic_summits.summit", "version": true}', "expected an integer, found a boolean ($.version)"),
    ('{"format": "oic_summits.summit", "version": 1}', "the key 'id' is missing ($)"),
    ('{"a": 1, "a": 2}', "the key 'a' stands more than once ($)"),
    (
        '{"format":"oic_summits.summit","version":1,"id":"oic-6","attendance":{"claims":[],"claims":[]}}',
        "the key 'claims' stands more than once ($.attendance)",
    ),
]


@pytest.mark.parametrize(("text", "message"), NO_JSON + ENVELOPES, ids=lambda text: text[:30])
def test_what_is_no_dump_is_refused(text: str, message: str) -> None:
    with pytest.raises(CodecError) as caught:
        from_json(text)
    assert str(caught.value) == message


def test_numbers_of_thousands_of_digits_are_refused() -> None:
    with pytest.raises(CodecError, match=r"^this is no JSON of ours: Exceeds the limit"):
        from_json('{"version": ' + "9" * 5000 + "}")
    with pytest.raises(CodecError, match=r"^version with that number is not read"):
        from_json('{"format": "oic_summits.summit", "version": ' + "9" * 4000 + "}")


def test_other_things_than_text_are_refused() -> None:
    with pytest.raises(CodecError, match=r"^expected JSON text, found bytes \(\$\); decode bytes first, as UTF-8$"):
        from_json(b"{}")  # type: ignore[arg-type]
    with pytest.raises(
        InvalidValueError, match=r"^Office has no JSON form of its own; give an archive, an extraction or"
    ):
        to_json(Office(title="emir"))  # type: ignore[arg-type]


def test_each_loader_takes_its_own_format() -> None:
    summit = dump_summit(Summit(id=SummitId(ordinal=6)))
    for load, name in ((load_archive, "archive"), (load_extraction, "extraction")):
        with pytest.raises(CodecError) as caught:
            load(summit)
        assert str(caught.value) == (
            f"expected oic_summits.{name}, found oic_summits.summit ($.format); read it with load_summit or from_json"
        )
    with pytest.raises(CodecError, match=r"found oic_summits.extraction \(\$.format\); read it with load_extraction"):
        load_summit(GOLDEN_DUMP)


ARCHIVE = Archive(roster=roster()[:2], extractions=(EXTRACTION,))


def _archive_dump(**changes: Any) -> str:
    return json.dumps({**json.loads(to_json(ARCHIVE)), **changes})


def test_an_archive_holds_its_summits_for_readers() -> None:
    data = json.loads(to_json(ARCHIVE))
    assert list(data) == ["format", "version", "roster", "extractions", "summits"]
    assert [summit["id"] for summit in data["summits"]] == [str(summit.id) for summit in ARCHIVE.summits]
    assert from_json(to_json(ARCHIVE)) == ARCHIVE


def test_the_summits_of_an_archive_can_be_left_out() -> None:
    data = json.loads(to_json(ARCHIVE))
    del data["summits"]
    assert load_archive(json.dumps(data)) == ARCHIVE


def test_other_summits_than_those_of_the_sources_are_refused() -> None:
    with pytest.raises(CodecError) as caught:
        load_archive(_archive_dump(summits=[{"id": "oic-ordinary-99"}]))
    assert str(caught.value) == (
        "the summits are not those that the roster and the extractions make ($.summits); drop the key 'summits' and "
        "load again: it is made anew"
    )


def test_paths_lead_into_an_archive() -> None:
    body = {key: value for key, value in json.loads(GOLDEN_DUMP).items() if key not in ("format", "version")}
    other = copy.deepcopy(body)
    other["document"] |= {"id": "other", "text": TEXT + " "}
    other["people"][0]["evidence"][0]["text"] = "Dorusan"
    with pytest.raises(
        CodecError, match=r"^expected 'Dorusan' at 8:15, .* \(\$\.extractions\[1\]\.people\[0\]\.evidence"
    ):
        load_archive(_archive_dump(extractions=[body, other]))
    other["people"][0]["evidence"][0]["text"] = 7
    with pytest.raises(CodecError, match=r"\(\$\.extractions\[1\]\.people\[0\]\.evidence\[0\]\.text\)$"):
        load_archive(_archive_dump(extractions=[body, other]))


def test_documents_that_cannot_stand_together_are_refused() -> None:
    body = {key: value for key, value in json.loads(GOLDEN_DUMP).items() if key not in ("format", "version")}
    other = copy.deepcopy(body)
    other["document"]["text"] = TEXT + " "
    with pytest.raises(
        CodecError, match=r"^no archive can be made of these parts: two different texts are called 'note'"
    ):
        load_archive(_archive_dump(extractions=[body, other]))
    with pytest.raises(
        CodecError, match=r"^two of the documents hold the same text \(\$\.extractions\); keep one of them$"
    ):
        load_archive(_archive_dump(extractions=[body, body]))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\ud800", r"\ud800"),
        ("\udc00", r"\udc00"),
        ("\ud800x\udc00", r"\ud800x\udc00"),
        ("\udc00\ud800", r"\udc00\ud800"),
        ("\U0001f54a", "\U0001f54a"),
        ("\ud83d\udd4a", "\\ud83d\udd4a"),
        ("\\ud800", r"\\ud800"),
        ("\u2028\x00", "\u2028\\u0000"),
        ("ÇavuÅŸoÄŸlu القدس", "ÇavuÅŸoÄŸlu القدس"),
    ],
)
def test_every_string_survives(text: str, written: str) -> None:
    summit = Summit(id=SummitId(ordinal=6), motto=text)
    dumped = dump_summit(summit)
    assert f'"motto":"{written}"' in dumped
    assert load_summit(dumped) == summit


def test_a_converter_has_a_hook_for_every_class() -> None:
    exported = {getattr(model, name) for name in model.__all__}
    records = {item for item in exported if inspect.isclass(item) and attrs.has(item)}
    assert set(model_classes()) == records
    converter = make_converter()
    for cls in (*records, ArchiveParts):
        assert callable(converter.get_structure_hook(cls))
        assert callable(converter.get_unstructure_hook(cls))


def test_whatever_a_hook_raises_becomes_our_error() -> None:
    converter = make_converter()

    def broken(value: object, cls: object) -> Office:
        raise KeyError("title")

    converter.register_structure_hook(Office, broken)
    with pytest.raises(KeyError) as caught:
        converter.structure({"title": "emir"}, Office)
    assert str(to_codec_error(caught.value, {})) == "KeyError: 'title' ($)"


def test_types_are_named_as_json_names_them() -> None:
    values = [True, 1, 1.5, "a", [], {}, None, ()]
    assert [type_name(value) for value in values] == [
        "a boolean",
        "an integer",
        "a fraction",
        "a string",
        "an array",
        "an object",
        "null",
        "tuple",
    ]


@pytest.mark.parametrize("kind", get_args(Kind))
def test_the_schema_is_a_valid_schema(kind: Kind) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["format"] == {"const": FORMATS[kind]}
    assert schema["properties"]["version"] == {"const": VERSION}
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("kind", get_args(Kind))
def test_the_schema_is_closed_and_described(kind: Kind) -> None:
    schema = json_schema(kind)
    for name, part in {"root": schema, **schema["$defs"]}.items():
        assert part["description"], name
        if part["type"] == "object":
            assert part["additionalProperties"] is False
            assert set(part["required"]) <= set(part["properties"])
            for key in set(part["properties"]) - {"format", "version"}:
                assert part["properties"][key].get("description"), f"{name}.{key}"
                assert (key in part["required"]) != ("default" in part["properties"][key]), f"{name}.{key}"


def test_the_schema_refers_to_what_it_defines() -> None:
    for kind in get_args(Kind):
        schema = json_schema(kind)
        used = set(_references(schema))
        assert used == {f"#/$defs/{name}" for name in schema["$defs"]}


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if "$ref" in value else []
        return own + [found for item in value.values() for found in _references(item)]
    return [found for item in value for found in _references(item)] if isinstance(value, list) else []


def test_the_schema_names_enums_patterns_and_defaults() -> None:
    schema = json_schema("extraction")
    assert schema["required"] == ["format", "version", "document"]
    assert schema["$defs"]["Polarity"]["enum"] == ["for", "against", "neutral"]
    assert schema["$defs"]["PartialDate"]["pattern"] == "^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$"
    act = schema["$defs"]["Act"]["properties"]
    assert act["polarity"]["default"] == "neutral"
    assert act["quotations"]["default"] == []
    assert act["date"]["anyOf"] == [{"$ref": "#/$defs/PartialDate"}, {"type": "null"}]
    assert schema["$defs"]["Summit"]["properties"]["attendance"]["default"] == {}
    assert "oic_summits" not in json.dumps(schema["$defs"])


def test_a_schema_is_a_copy() -> None:
    schema = json_schema("summit")
    before = copy.deepcopy(schema)
    schema["properties"].clear()
    assert json_schema("summit") == before


def test_an_unknown_kind_of_dump_is_refused() -> None:
    with pytest.raises(
        InvalidValueError, match=r"^'csv' is no kind of dump; give one of: archive, extraction, summit$"
    ):
        json_schema("csv")  # type: ignore[arg-type]


# What a schema cannot say: that 8.0 is no integer, that a date exists, that a span fits its words.
BEYOND_THE_SCHEMA = [(path, value) for path, value, _ in FAULTS if value in (8.0, "2017-02-31") or path == EVIDENCE]


@pytest.mark.parametrize(("path", "value", "message"), FAULTS)
def test_the_schema_refuses_what_does_not_load(path: tuple[str | int, ...], value: Any, message: str) -> None:
    valid = Draft202012Validator(json_schema("extraction")).is_valid(json.loads(_changed(path, value)))
    assert valid == ((path, value) in BEYOND_THE_SCHEMA), message


def test_importing_the_package_leaves_cattrs_alone() -> None:
    code = "import sys, oic_summits.model, oic_summits.errors; sys.exit('cattrs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(st.integers())
def test_an_unknown_version_is_refused_whatever_it_is(version: int) -> None:
    if version != VERSION:
        with pytest.raises(CodecError, match=r"is not read; this release reads version 1 \(\$\.version\)"):
            from_json(json.dumps({"format": FORMATS["summit"], "version": version}))
