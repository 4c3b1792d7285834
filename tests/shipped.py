"""The saved queries as they are offered for the records that come with the program."""

from cypher.model import built_in_model
from cypher.saved import read_catalog
from loader.read import read_data_set
from lodegraph.shipped_records import find_shipped_records

SHIPPED = read_data_set(find_shipped_records())
CATALOG = read_catalog(built_in_model()).offered(SHIPPED.name, SHIPPED.guide)
