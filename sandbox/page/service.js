// What happened in a group, in Russian. The sandbox tells it in English sentences.

const SENTENCES = [
  [/^(.+) created the group (.+)$/, (who, title) => `${who} создаёт группу «${title}»`],
  [/^(.+) added (.+)$/, (who, whom) => (who === whom ? `${who} теперь в группе` : `${who} добавляет: ${whom}`)],
  [/^(.+) left the group$/, (who) => `${who} больше не в группе`],
  [/^(.+) renamed the group to (.+)$/, (who, title) => `${who} меняет название группы: «${title}»`],
  [/^(.+) pinned message (.+)$/, (who) => `${who} закрепляет сообщение`],
  [/^the group became supergroup (.+)$/, () => "Группа стала супергруппой"],
  [/^the group was upgraded from (.+)$/, () => "Группа стала супергруппой"],
  [/^(.+) opened topic (.+)$/, (who, name) => `${who} открывает тему «${name}»`],
  [/^(.+) changed the topic to (.+)$/, (who, name) => `${who} меняет тему: «${name}»`],
  [/^(.+) closed the topic$/, (who) => `${who} закрывает тему`],
  [/^(.+) reopened the topic$/, (who) => `${who} снова открывает тему`],
  [/^(.+) hid the General topic$/, (who) => `${who} прячет общую тему`],
  [/^(.+) showed the General topic$/, (who) => `${who} показывает общую тему`],
];

export function serviceWords(text) {
  for (const [pattern, words] of SENTENCES) {
    const found = pattern.exec(text);
    if (found) return words(...found.slice(1));
  }
  return text;
}
