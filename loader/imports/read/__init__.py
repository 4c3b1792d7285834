"""Files as rows of cells: text, workbooks, objects; opened, bounded and unpacked."""
