import type { Text } from './text.ts';

export const ledgerTexts = {
  'cli.ledger': { en: 'read the ledger and hand it out', zh: '查看并导出保管链' },
  'cli.ledger.list': { en: 'list entries in the order of the ledger', zh: '按顺序列出保管链条目' },
  'cli.ledger.show': {
    en: 'one entry with its hash and the proof that the ledger holds it',
    zh: '一个条目及其哈希与在链证明',
  },
  'cli.ledger.export': {
    en: 'write the whole ledger, provable without this program, into a new folder',
    zh: '将整条保管链写入新文件夹，无需本程序即可核验',
  },
  'cli.ledger.checkpoint': {
    en: 'print the newest signed checkpoint, to be kept elsewhere',
    zh: '输出最新的签名检查点，以便在别处保存',
  },
  'cli.ledger.type': { en: 'of one type, such as recording.stored', zh: '某一类型，例如 recording.stored' },
  'cli.ledger.subject': {
    en: 'about one thing, such as evidence:ST01-2026-0000001',
    zh: '关于某一对象，例如 evidence:ST01-2026-0000001',
  },
  'cli.ledger.actor': { en: 'done by one actor, such as os:root', zh: '某一执行者，例如 os:root' },
  'cli.ledger.address': {
    en: 'only what was done from this address, or went to it',
    zh: '仅显示来自或发往该地址的条目',
  },
  'cli.ledger.result': {
    en: 'only what came to this: {allowed}',
    zh: '仅显示结果为以下之一的条目：{allowed}',
  },
  'cli.ledger.since': { en: 'at this time or later, with offset', zh: '此时间及以后（须带时区偏移）' },
  'cli.ledger.until': { en: 'before this time, with offset', zh: '此时间之前（须带时区偏移）' },
  'cli.ledger.after': { en: 'go on after this entry', zh: '从此条目之后继续' },
  'cli.ledger.operand': { en: 'entry, counted from 0', zh: '条目序号，从 0 开始' },
  'cli.ledger.destination': { en: 'new or empty folder', zh: '新的或空的文件夹' },
  'cli.ledger.personal': {
    en: 'with the personal values (names, paths) and their salts',
    zh: '包含个人信息（姓名、路径）及其盐值',
  },
  'cli.ledger.none': { en: 'No entries.', zh: '没有条目。' },
  'cli.ledger.exported': {
    en: 'Ledger {origin} with {size} entries was exported to {destination}.',
    zh: '保管链 {origin}（{size} 条）已导出至 {destination}。',
  },
  'cli.ledger.newer': {
    en: '{count} entries are newer than this checkpoint; a running station signs the next one within {minutes} min, every stop of it signs one too.',
    zh: '有 {count} 条记录晚于此检查点；站点运行时每 {minutes} 分钟签署一次，停止时也会签署。',
  },
  'cli.ledger.col.seq': { en: 'entry', zh: '序号' },
  'cli.ledger.col.at': { en: 'time', zh: '时间' },
  'cli.ledger.col.actor': { en: 'actor', zh: '执行者' },
  'cli.ledger.col.type': { en: 'type', zh: '类型' },
  'cli.ledger.col.subject': { en: 'subject', zh: '对象' },
  'cli.ledger.col.words': { en: 'what happened', zh: '事项' },
  'cli.ledger.fact.hash': { en: 'Leaf hash', zh: '叶哈希' },
  'cli.ledger.fact.leaf': { en: 'Leaf', zh: '叶内容' },
  'cli.ledger.fact.personal': { en: 'Personal values beside it', zh: '树外的个人信息值' },
  'cli.ledger.fact.opens': { en: 'fits the leaf', zh: '与叶内承诺相符' },
  'cli.ledger.fact.opens_not': {
    en: 'DOES NOT FIT what the leaf committed to',
    zh: '与叶内承诺不符',
  },
  'cli.ledger.fact.holds': {
    en: 'Proven under the signed checkpoint of {size} entries:',
    zh: '已在 {size} 条的签名检查点下得到证明：',
  },
  'cli.ledger.fact.holds_not': {
    en: 'NOT PROVEN under the checkpoint of {size} entries. Run docket verify. The proof as it stands:',
    zh: '在 {size} 条的检查点下未能证明。请运行 docket verify。证明原文：',
  },
  'cli.ledger.fact.uncovered': {
    en: 'No checkpoint covers it yet.',
    zh: '尚无检查点覆盖此条目。',
  },
} as const satisfies Readonly<Record<string, Text>>;
