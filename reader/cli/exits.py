"""The exit codes, in one place."""

GOOD = 0
SOME_UNREAD = 1
"""Some files could not be read; the rest was done."""
USAGE = 2
"""The command line is not right, or there is no terminal where one is needed."""
BROKEN_PIPE = 0
"""The one who read the output closed it, as `head` does: all that was wanted was printed."""
