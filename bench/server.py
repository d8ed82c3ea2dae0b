"""The other side: a sandbox in a process (and on a core) of its own."""

import asyncio
import sys

from sandbox import Sandbox


async def main() -> None:
    server = Sandbox()
    print(await server.start(port=int(sys.argv[1])), flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
