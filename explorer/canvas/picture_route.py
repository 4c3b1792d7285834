"""The route by which a browser fetches a picture. Who may ask at all is the access middleware's to say."""

import gzip

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from explorer.access.middleware import PICTURES
from explorer.canvas.picture_store import PictureStore

FOR_EVER = {"Cache-Control": "private, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
NOT_THERE = "There is no such picture any more: load the page again."


def make_picture_route(store: PictureStore) -> Route:
    """A name stands for one picture for ever, so that nobody asks twice; only the visitor's own browser keeps it."""

    async def answer(request: Request) -> Response:
        packed = store.find(request.path_params["name"])
        if packed is None:
            return PlainTextResponse(NOT_THERE, 404, {"Cache-Control": "no-store"})
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(gzip.decompress(packed), headers=FOR_EVER, media_type="application/json")
        return Response(packed, headers={**FOR_EVER, "Content-Encoding": "gzip"}, media_type="application/json")

    return Route(f"{PICTURES}{{name}}", answer, methods=["GET"])
