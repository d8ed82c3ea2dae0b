"""The demo: a house with a local Telegram, a bot and a district in it."""
