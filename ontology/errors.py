"""The one error root of the project and its few leaves; a message says what is wrong, where, and how to mend it."""


class PactgraphError(Exception):
    """Anything pactgraph refuses to do; the command line prints the message and exits with `exit_code`."""

    exit_code = 1


class InputError(PactgraphError):
    """A file that cannot be read as what it should be: absent, a folder, empty, binary, not UTF-8."""

    exit_code = 3


class DataError(PactgraphError):
    """A list, rule or graph that breaks its own contract."""

    exit_code = 4
