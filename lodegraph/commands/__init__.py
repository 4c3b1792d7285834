"""What the commands do, one file a command; imported only when its command is called, so that help comes at once."""

from cypher.light_driver import import_driver

import_driver()
