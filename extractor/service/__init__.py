"""HTTP: the API and its page. `app.create_app(limits)` is the ASGI application; texts are worked on in processes of their own.

Needs the extra [serve] (FastAPI, uvicorn, python-multipart); nothing else of the extractor imports this room.
"""

from __future__ import annotations
