"""The page's files."""

from pathlib import Path

from aiohttp import web

_DIRECTORY = Path(__file__).resolve().parent / "page"
_HEADERS = {"Cache-Control": "no-cache"}


async def serve_page(path: str) -> web.StreamResponse:
    """`/` is the page itself, `/page/<file>` what it loads."""
    name = "index.html" if path == "/" else path.removeprefix("/page/")
    file = (_DIRECTORY / name).resolve()
    if not file.is_relative_to(_DIRECTORY) or not file.is_file():
        return web.Response(status=404, text="Not Found")
    return web.FileResponse(file, headers=_HEADERS)
