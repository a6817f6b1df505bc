"""What an archive can be handed on as: tables, a graph, linked data, a marked-up page, a picture.

The functions need no extra until a result asks for one: rows, linked data, HTML and SVG are plain Python; data frames
need the extra ``tables`` and the graph needs the extra ``graph``.
"""

from oic_summits.export._graph import graph
from oic_summits.export._html import html
from oic_summits.export._jsonld import jsonld
from oic_summits.export._tables import Tables, tables
from oic_summits.export._timeline import timeline

__all__ = ["Tables", "graph", "html", "jsonld", "tables", "timeline"]
