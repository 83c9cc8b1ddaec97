import type { Problem, Text } from './text.ts';

const seeHelp = {
  en: '{command} --help shows how it is used.',
  zh: '运行 {command} --help 查看用法。',
} as const;

/** What is wrong with a command line. */
export const cliProblems = {
  'cli.command_missing': {
    says: { en: '{command} needs a command after it.', zh: '{command} 之后需要子命令。' },
    next: seeHelp,
  },
  'cli.command_unknown': {
    says: { en: '{command} has no command {found}.', zh: '{command} 没有子命令 {found}。' },
    next: seeHelp,
  },
  'cli.option_unknown': {
    says: { en: '{command} has no option {found}.', zh: '{command} 没有选项 {found}。' },
    next: seeHelp,
  },
  'cli.option_empty': {
    says: {
      en: 'The option {found} of {command} needs a value.',
      zh: '{command} 的选项 {found} 需要一个值。',
    },
    next: seeHelp,
  },
  'cli.argument_missing': {
    says: { en: '{command} needs {found}.', zh: '{command} 缺少参数 {found}。' },
    next: seeHelp,
  },
  'cli.option_needs': {
    says: {
      en: 'The option {found} of {command} is given only together with {needs}.',
      zh: '{command} 的选项 {found} 只能与 {needs} 一同使用。',
    },
    next: seeHelp,
  },
  'cli.argument_spare': {
    says: { en: '{command} takes fewer arguments than were given.', zh: '{command} 的参数过多。' },
    next: seeHelp,
  },
  'cli.docking_unknown': {
    says: { en: 'There never was a docking {docking}.', zh: '从未有过接入 {docking}。' },
    next: {
      en: 'docket status shows the last dockings; docket ledger list --type docking.started shows all of them.',
      zh: '运行 docket status 查看最近的接入；docket ledger list --type docking.started 查看全部。',
    },
  },
  'cli.checkpoint_none': {
    says: { en: 'The ledger has no signed checkpoint yet.', zh: '保管链尚无签名检查点。' },
    next: {
      en: 'Checkpoints are signed while a station runs: docket serve, or docket ingest FOLDER.',
      zh: '检查点在站点运行时签署：docket serve 或 docket ingest 文件夹。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

/** The fixed parts of help, and words that several commands share. */
export const usageTexts = {
  'cli.help.usage': { en: 'Usage:', zh: '用法：' },
  'cli.help.arguments': { en: 'Arguments:', zh: '参数：' },
  'cli.help.options': { en: 'Options:', zh: '选项：' },
  'cli.help.commands': { en: 'Commands:', zh: '命令：' },
  'cli.option.limit': { en: 'at most so many (default: {limit})', zh: '最多列出多少条（默认：{limit}）' },
  'cli.option.newest': { en: 'newest first', zh: '最新的在前' },
  'cli.more': {
    en: 'There are more. Go on with the same options and: --after {next}',
    zh: '还有更多。保持其他选项不变，加上 --after {next} 继续查看。',
  },
  'cli.allowed.file': { en: 'a file that this user may read', zh: '当前用户可读的文件' },
  'cli.allowed.count': { en: 'a whole number from {least} to {most}', zh: '{least} 到 {most} 之间的整数' },
  'cli.allowed.instant': {
    en: 'a time with offset, such as 2026-09-02T18:01:18+08:00',
    zh: '带时区偏移的时间，例如 2026-09-02T18:01:18+08:00',
  },
  'cli.allowed.subject': {
    en: 'kind:id, such as evidence:{example}',
    zh: '类别:编号，例如 evidence:{example}',
  },
  'cli.allowed.recorder': {
    en: '1 to 64 printable characters, not beginning with folder:',
    zh: '1 至 64 个可显示字符，且不以 folder: 开头',
  },
  'cli.allowed.text': {
    en: '1 to {most} characters, not blanks alone, no control characters',
    zh: '1 至 {most} 个字符，不能只有空白，不得含控制字符',
  },
  'cli.yes': { en: 'yes', zh: '是' },
  'cli.no': { en: 'no', zh: '否' },
} as const satisfies Readonly<Record<string, Text>>;
