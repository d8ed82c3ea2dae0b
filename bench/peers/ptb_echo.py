"""A bare echo bot on python-telegram-bot, as its examples write it."""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(update.message.text)


root = sys.argv[1]
application = (
    Application.builder()
    .token("123456:bench-token-000000000000000000000")
    .base_url(f"{root}/bot")
    .base_file_url(f"{root}/file/bot")
    .build()
)
application.add_handler(MessageHandler(filters.TEXT, echo))
application.run_polling(drop_pending_updates=False)
