"""Charts of answers, a module a kind of view: drawn by Altair from typed records, without a page around them."""
