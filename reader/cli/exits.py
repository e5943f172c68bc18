"""The exit codes, in one place."""

GOOD = 0
SOME_UNREAD = 1
"""Some files could not be read; the rest was done."""
USAGE = 2
"""The command line is not right, or there is no terminal where one is needed."""
UNSAVED = 1
"""The app could not bring the marks to their own file; where they are was said."""
UNWRITTEN = 1
"""A result could not be written: a full disk, a folder that takes no files. What was there before is untouched."""
CRASHED = 70
"""A fault of the program itself (EX_SOFTWARE of sysexits.h); a report of it was written."""
INTERRUPTED = 130
"""^C, as shells count it: 128 and the signal's number. The app and the linear mode end so by SIGTERM, SIGHUP
and SIGQUIT, and by a SIGINT that is no key."""
BROKEN_PIPE = 0
"""The one who read the output closed it, as `head` does: all that was wanted was printed."""
