"""How the documentation is built: ``python -m sphinx -W -n -b html docs OUT``."""

import importlib
from importlib.metadata import version as installed_version

project = "oic_summits"
author = "oic_summits contributors"
copyright = author
release = version = installed_version("oic-summits")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.doctest", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
root_doc = "index"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "oic_summits"
html_show_sourcelink = False

default_role = "code"
add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = False
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# Names outside this package: no inventory is fetched, so that the build needs no network.
nitpick_ignore_regex = [
    (
        "py:.*",
        r"(argparse|attr|attrs|collections|datetime|dt|enum|networkx|nx|os|pandas|pathlib|pd|pl|polars|typing)\..*",
    ),
    ("py:class", r"(Any|Callable|Iterable|Iterator|Literal|Mapping|MappingProxyType|Path|Self|Sequence|TypeVar)"),
    ("py:class", r"(optional|types\.MappingProxyType|date|StrEnum)"),
    ("py:exc", r"SystemExit"),
    # Type variables, and names that are not API but stand in a signature or among the bases.
    ("py:class", r"oic_summits\..*\.(_?C|_?T|_?T_co)"),
    ("py:class", r"oic_summits\.(archive\.names\.Names|archive\.people\.Identity|errors\._NameError)"),
]

# The examples in docstrings run with the public names at hand, and no others.
doctest_global_setup = """
import oic_summits as oic
from oic_summits.archive import *
from oic_summits.cli import *
from oic_summits.codec import *
from oic_summits.errors import *
from oic_summits.export import *
from oic_summits.model import *
from oic_summits.parser import *
from oic_summits.reference import *
from oic_summits import *
"""


def _keep_colons(*event):
    """Keep "Where: what" at the head of a property from being read as "type: text", by an empty comment before it."""
    what, lines = event[1], event[5]
    if what in ("attribute", "data", "property"):
        lines[:0] = ["..", ""]


def setup(app):
    app.connect("autodoc-process-docstring", _keep_colons, priority=400)


importlib.import_module(project)  # a build against another package's name fails here, not page by page
