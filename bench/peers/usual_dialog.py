"""The difficulty dialogue written the usual way: ConversationHandler, async SQLAlchemy, aiosqlite.

Each step reads the person, keeps the draft and answers; the last one stores the report.
"""

import sys
from datetime import UTC, datetime

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

root, database = sys.argv[1], sys.argv[2]
GROUP, ITEM, GRADE, WORDS, CHECK = range(5)


class Base(DeclarativeBase):
    type_annotation_map = {dict: JSON}


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Draft(Base):
    __tablename__ = "draft"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    answers: Mapped[dict]


class Difficulty(Base):
    __tablename__ = "difficulty"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answers: Mapped[dict]
    reported_at: Mapped[datetime]


engine = create_async_engine(f"sqlite+aiosqlite:///{database}")
sessions = async_sessionmaker(engine, expire_on_commit=False)


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(one, callback_data=one)] for one in labels])


async def keep(session: AsyncSession, update: Update, field: str) -> None:
    person = await session.scalar(select(Person).where(Person.id == update.effective_user.id))
    draft = await session.get(Draft, person.id)
    draft.answers = {**draft.answers, field: update.message.text}


async def begin(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    async with sessions() as session:
        user = update.effective_user
        person = await session.get(Person, user.id)
        if person is None:
            session.add(Person(id=user.id, name=user.first_name))
        draft = await session.get(Draft, user.id)
        if draft is None:
            session.add(Draft(person_id=user.id, answers={}))
        await session.commit()
    await update.message.reply_text(
        "С чем помочь?", reply_markup=keyboard("Тема по предмету", "Как построить урок")
    )
    return GROUP


async def group(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    async with sessions() as session:
        await keep(session, update, "group")
        await session.commit()
    await update.message.reply_text("Что даётся трудно?", reply_markup=keyboard("Проценты"))
    return ITEM


async def item(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    async with sessions() as session:
        await keep(session, update, "item")
        await session.commit()
    await update.message.reply_text("В каком классе?", reply_markup=keyboard("5", "6"))
    return GRADE


async def grade(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    async with sessions() as session:
        await keep(session, update, "grade")
        await session.commit()
    await update.message.reply_text("Что уже пробовали?", reply_markup=keyboard("Пропустить"))
    return WORDS


async def words(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    async with sessions() as session:
        await keep(session, update, "words")
        await session.commit()
    await update.message.reply_text("Проверьте", reply_markup=keyboard("Отправить", "Удалить"))
    return CHECK


async def check(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    async with sessions() as session:
        draft = await session.get(Draft, update.effective_user.id)
        report = Difficulty(
            person_id=draft.person_id, answers=draft.answers, reported_at=datetime.now(UTC)
        )
        session.add(report)
        await session.delete(draft)
        await session.commit()
        number = report.id
    await update.message.reply_text(f"Принято, № {number}.")
    return ConversationHandler.END


async def create(application: Application) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


text = filters.TEXT & ~filters.COMMAND
application = (
    Application.builder()
    .token("123456:bench-token-000000000000000000000")
    .base_url(f"{root}/bot")
    .base_file_url(f"{root}/file/bot")
    .post_init(create)
    .build()
)
application.add_handler(
    ConversationHandler(
        entry_points=[CommandHandler("ask", begin)],
        states={
            GROUP: [MessageHandler(text, group)],
            ITEM: [MessageHandler(text, item)],
            GRADE: [MessageHandler(text, grade)],
            WORDS: [MessageHandler(text, words)],
            CHECK: [MessageHandler(text, check)],
        },
        fallbacks=[],
    )
)
application.run_polling(drop_pending_updates=False)
