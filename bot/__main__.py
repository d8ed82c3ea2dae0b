"""`python -m bot` is the same as `metodbot`."""

from bot.cli import main

if __name__ == "__main__":  # the analysis process imports this module too
    main()
