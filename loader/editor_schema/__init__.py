"""What an editor needs to help with the files of a set: JSON Schemas, from the shapes of records and a model."""

from loader.editor_schema.files import FILES, make_file_schemas, make_schema

__all__ = ["FILES", "make_file_schemas", "make_schema"]
