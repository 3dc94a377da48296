"""The exit statuses of the commands; docs/commands.md and `firsthand --help` say what each means."""

FINE, SOME_FAILED, UNUSABLE, FAULT = 0, 1, 2, 3
INTERRUPTED, PIPE_CLOSED = 130, 141  # as a shell says it of a command that a signal ended: 128 and its number
