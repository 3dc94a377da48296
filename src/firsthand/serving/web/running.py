"""The server itself: uvicorn on a socket that is bound before anything is said."""

import gc
import os
import socket
import threading
import webbrowser
from concurrent.futures import ThreadPoolExecutor

import uvicorn
from litestar.concurrency import set_asyncio_executor

from firsthand.errors import UsageError
from firsthand.serving.web.app import guard, make_app
from firsthand.serving.web.settings import Settings

WAITING = 128  # connections that nobody answers yet
PATIENCE = 2  # seconds for what is under way when the server is to end, such as a download that nobody reads
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # served on all, opened at one
THREADS = 8  # that answer: Python runs one at a time, and more of them keep each other and the event loop waiting


def listen(settings: Settings) -> socket.socket:
    """A socket at the address.

    Raises:
        UsageError: it is taken, or is none of this machine's.

    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # The protocol is named, or asyncio would leave Nagle's algorithm on, and each answer came 40 ms late.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":  # elsewhere it would let two servers have one port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(WAITING)  # now, so that whoever opens the address at once waits and is not turned away
    except (OSError, UnicodeError) as error:
        listener.close()
        reason = os.strerror(error.errno or 0) if isinstance(error, OSError) and error.errno else str(error)
        advice = f"can't be served ({reason}): choose another with --port, or another --host"
        raise UsageError(advice, f"{settings.host}:{settings.port}") from error
    return listener


def run(settings: Settings, listener: socket.socket, *, open_browser: bool = False) -> None:
    """Serve until the process is interrupted."""
    app = guard(make_app(settings), settings)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        lifespan="on",
        server_header=False,
        ws="none",
        backlog=WAITING,
        timeout_graceful_shutdown=PATIENCE,
    )
    if open_browser:
        timer = threading.Timer(1.0, webbrowser.open, [address_server(settings)])
        timer.daemon = True
        timer.start()
    set_asyncio_executor(ThreadPoolExecutor(THREADS))
    # What is loaded by now stays: looking through it again and again for garbage would stop all requests for 60 ms.
    gc.collect()
    gc.freeze()
    uvicorn.Server(config).run(sockets=[listener])


def address_server(settings: Settings) -> str:
    """Where a browser on this machine finds the server, with the token if there is one."""
    host = EVERYWHERE.get(settings.host, settings.host)
    query = f"?token={settings.token}" if settings.token else ""
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/{query}"
