"""Films, places and money; never a screen."""

VERSION = "0.1.0"
