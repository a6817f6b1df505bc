"""Tables: stable columns, every record once, evidence that holds, and the same content in every form."""

import copy
import csv
import pickle
import sys
from pathlib import Path
from types import ModuleType

import polars as pl
import pyarrow.parquet as pq
import pytest
from hypothesis import given

from oic_summits.archive import Archive
from oic_summits.errors import MissingExtraError, NotFoundError
from oic_summits.export import Tables, tables
from oic_summits.model import Extraction
from tests.strategies import extractions
from tests.unit.made import OTHER, TEXT, made_archive

TEXTS = {"made": TEXT, "note": OTHER}


@pytest.fixture(scope="module")
def made() -> Tables:
    return tables(made_archive())


def test_every_sort_of_record_has_its_table(made: Tables) -> None:
    assert {name: len(rows) for name, rows in made.items()} | {"claims": 0, "evidence": 0, "declarations": 0} == {
        "summits": 25,
        "participants": 1,
        "people": 2,
        "acts": 2,
        "quotations": 2,
        "provisions": 1,
        "declarations": 0,
        "milestones": 1,
        "instruments": 1,
        "claims": 0,
        "documents": 2,
        "problems": 1,
        "evidence": 0,
    }


def test_rows_say_what_the_records_say(made: Tables) -> None:
    sixth = next(row for row in made["summits"] if row["summit"] == "oic-extraordinary-6")
    assert (sixth["ordinal"], sixth["start"], sixth["host"], sixth["roster_only"]) == (
        6,
        "2017-12-13",
        "Ada Örnek",
        False,
    )
    (person,) = made["participants"]
    assert (person["name"], person["office"], person["state"], person["capacity"]) == (
        "Ada Örnek",
        "president",
        "TUR",
        "host",
    )
    assert person["inferred"] == "state=TUR (document: the text says so elsewhere)"
    assert [(row["verb"], row["modality"], row["hashtags"]) for row in made["acts"]] == [
        ("said", "done", "#a; #b"),
        ("ended", "planned", "#a; #b"),
    ]
    (provision,) = made["provisions"]
    assert (provision["declaration_title"], provision["content"]) == ("A & B", "the <script>")


def test_records_of_a_text_about_no_summit_are_kept(made: Tables) -> None:
    assert [(row["summit"], row["text"]) for row in made["quotations"]] == [
        ("oic-extraordinary-6", "peace & quiet"),
        (None, "later"),
    ]
    assert [(row["document"], row["summit"]) for row in made["documents"]] == [
        ("made", "oic-extraordinary-6"),
        ("note", None),
    ]


def test_evidence_in_rows_holds_in_the_texts(made: Tables) -> None:
    spans = [row for rows in made.values() for row in rows if row.get("evidence_document")]
    assert len(spans) > 10
    for row in spans:
        text, start, end = TEXTS[str(row["evidence_document"])], row["evidence_start"], row["evidence_end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == row["evidence_text"]


def test_the_table_of_evidence_has_all_of_it(made: Tables) -> None:
    of_person = [row for row in made["evidence"] if row["table"] == "participants"]
    assert [(row["table_row"], row["place"], row["evidence_text"]) for row in of_person] == [
        (0, 0, "President Ada Örnek of Turkey attended"),
        (0, 1, "ÖrneÄŸi"),
    ]


def test_columns_are_the_same_in_every_row_and_when_empty(made: Tables) -> None:
    empty = tables(Archive.empty())
    assert tuple(empty) == tuple(made)
    for name, rows in made.items():
        assert all(tuple(row) == made.columns(name) for row in rows)
        assert empty.columns(name) == made.columns(name)
        assert empty[name] == ()


def test_an_unknown_table_is_our_error(made: Tables) -> None:
    with pytest.raises(NotFoundError, match=r"no table is called 'summit'; the nearest are: summits, participants"):
        made["summit"]
    with pytest.raises(NotFoundError, match="no table is called 'x'"):
        made.columns("x")


def test_tables_are_a_mapping_that_copies_and_pickles(made: Tables) -> None:
    assert made.get("summit") is None
    assert made.get("summits") == made["summits"]
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == made
    assert repr(made).startswith("<Tables: summits 25, participants 1, people 2, ")


def test_rows_cannot_be_changed(made: Tables) -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        made["summits"][0]["title"] = "x"  # type: ignore[index]


def test_all_forms_hold_the_same(made: Tables, tmp_path: Path) -> None:
    pandas, polars, arrow = made.to_pandas(), made.to_polars(), made.to_arrow()
    csvs, parquets = made.to_csv(tmp_path / "a" / "b"), made.to_parquet(tmp_path / "c")
    for number, (name, rows) in enumerate(made.items()):
        plain = [dict(row) for row in rows]
        assert polars[name].rows(named=True) == plain
        assert arrow[name].to_pylist() == plain
        assert pandas[name].astype(object).where(pandas[name].notna(), None).to_dict("records") == plain
        assert pq.read_table(parquets[number]).to_pylist() == plain
        with csvs[number].open(encoding="utf-8", newline="") as file:
            read = list(csv.DictReader(file))
        assert read == [{key: "" if value is None else str(value) for key, value in row.items()} for row in plain]


def test_empty_tables_keep_their_types() -> None:
    empty = tables(Archive.empty())
    assert empty.to_polars()["participants"].schema["attended"] == pl.Boolean
    assert str(empty.to_arrow()["summits"].schema.field("ordinal").type) == "int64"
    assert str(empty.to_pandas()["summits"]["ordinal"].dtype) == "Int64"


def test_a_missing_package_names_the_extra(made: Tables, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for package, purpose, call in (
        ("pandas", "data frames", made.to_pandas),
        ("polars", "polars data frames", made.to_polars),
        ("pyarrow", "Arrow tables", made.to_arrow),
        ("pyarrow", "Parquet files", lambda: made.to_parquet(tmp_path)),
    ):
        blocked: dict[str, ModuleType | None] = {package: None, f"{package}.parquet": None}
        monkeypatch.setattr(sys, "modules", {**sys.modules, **blocked})
        message = (
            rf"^{purpose} need the package {package}, which is not installed; "
            r'run: pip install "oic-summits\[tables\]"$'
        )
        with pytest.raises(MissingExtraError, match=message):
            call()


@given(extractions())
def test_any_extraction_can_be_laid_out(extraction: Extraction) -> None:
    laid = tables(Archive(extractions=(extraction,)))
    assert laid["documents"][0]["digest"] == extraction.document.digest
    assert len(laid["people"]) == len(extraction.people) + len(extraction.collectives)
    # What is stored must be writable as UTF-8, whatever the text held.
    for rows in laid.values():
        for row in rows:
            "".join(cell for cell in row.values() if isinstance(cell, str)).encode()
