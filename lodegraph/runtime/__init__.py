"""The explorer as a process of its own: where it listens, how it is started and stopped, and orphans of killed runs."""
