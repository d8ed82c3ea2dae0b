"""`python -m bot` is the same as `metodbot`."""

from bot.cli import main

main()
