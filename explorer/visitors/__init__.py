"""Several people on one server: who may come in, by which way, and with how many pages at once."""
