"""The top of the program: the command line, and wiring."""

__version__ = "0.1.0"
