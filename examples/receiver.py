"""The other end of a webhook: `python examples/receiver.py 9000 inbox`, then `python -m extractor article.txt --post http://127.0.0.1:9000/`.

A record that comes twice (its Idempotency-Key says so) is kept once.
"""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

INBOX = Path(sys.argv[2])


class Receiver(BaseHTTPRequestHandler):
    """Writes each record to a file named by its key."""

    def do_POST(self) -> None:
        """Takes a record."""
        key = self.headers["Idempotency-Key"]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if key.isalnum():
            (INBOX / f"{key}.json").write_bytes(body)
        self.send_response(204 if key.isalnum() else 400)
        self.end_headers()


INBOX.mkdir(exist_ok=True)
HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver).serve_forever()
