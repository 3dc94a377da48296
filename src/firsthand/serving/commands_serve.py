"""`firsthand serve`: the pages and the API in a browser."""

import argparse
import re
import secrets
import sys

from firsthand.errors import UsageError
from firsthand.serving import queries
from firsthand.serving.exit_statuses import FINE
from firsthand.serving.report_lines import make_safe

PORTS = range(1, 65_536)
TOKEN = re.compile(r"[A-Za-z0-9_-]*")


def serve(options: argparse.Namespace) -> int:
    """Serve the pages until interrupted.

    Raises:
        UsageError: the address can't be used, or the port is none.

    """
    # Late: the web libraries take longer to load than most commands take.
    from firsthand.serving.web.running import EVERYWHERE, address_server, listen, run
    from firsthand.serving.web.settings import Settings, is_loopback

    if options.port not in PORTS:
        raise UsageError("a port is a number from 1 to 65535", str(options.port))
    if not TOKEN.fullmatch(options.token or ""):
        raise UsageError("a token is of letters, digits, - and _, which an address and a cookie can carry", "--token")
    with queries.open_database(options.db, create=not options.read_only):
        pass  # made where it is missing, and brought to the newest schema, before anybody asks
    token = options.token or ("" if is_loopback(options.host) else secrets.token_urlsafe(16))
    settings = Settings(
        db=str(queries.locate_database(options.db).absolute()),
        host=options.host,
        port=options.port,
        token=token,
        works=not options.read_only,
    )
    socket = listen(settings)
    sys.stdout.write(f"Firsthand shows {make_safe(settings.db)}\n")
    sys.stdout.write(f"open {make_safe(address_server(settings))}   (Ctrl-C ends it)\n")
    if options.host in EVERYWHERE:
        sys.stdout.write("from elsewhere the same, with this machine's name\n")
    sys.stdout.flush()
    run(settings, socket, open_browser=options.open)
    return FINE
