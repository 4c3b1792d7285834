"""The route by which a browser fetches a file of a picture. Who may ask at all is the access middleware's to say."""

import asyncio

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from cypher.errors import GraphError
from explorer.access.middleware import PICTURES
from explorer.canvas.file_store import FileStore

NOT_KEPT = {"Cache-Control": "no-store"}
NOT_THERE = "There is no such file any more: load the page again."


def make_file_route(store: FileStore) -> Route:
    """Written anew for each who asks, from the graph as it is then; nobody keeps it on the way."""

    async def answer(request: Request) -> Response:
        found = store.find(request.path_params["name"], request.path_params["file"])
        if found is None:
            return PlainTextResponse(NOT_THERE, 404, NOT_KEPT)
        try:
            text = await asyncio.to_thread(found.write)
        except GraphError as error:
            return PlainTextResponse(f"The graph gives no answer: {error}", 503, NOT_KEPT)
        headers = {**NOT_KEPT, "Content-Disposition": f'attachment; filename="{found.file}"'}
        return Response(text.encode("utf-8", "replace"), headers=headers, media_type=found.mime)

    return Route(f"{PICTURES}{{name}}/{{file}}", answer, methods=["GET"])
