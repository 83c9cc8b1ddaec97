import type { Text } from './text.ts';

export const configScreenTexts = {
  'cli.config': { en: 'the configuration file', zh: '配置文件' },
  'cli.config.check': {
    en: 'check a configuration file and name every wrong place',
    zh: '检查配置文件，指出每一处错误',
  },
  'cli.config.file': {
    en: 'the file (default: the one that a command would use)',
    zh: '文件（默认：其他命令所用的配置文件）',
  },
  'cli.config.sound': { en: '{file} can be used.', zh: '{file} 可以使用。' },
  'cli.config.history': {
    en: 'by which configurations the station has acted, and who changed what; newest first',
    zh: '站点历次采用的配置及其变更，最新的在前',
  },
  'cli.config.history.after': { en: 'go on after this number', zh: '从此编号之后继续' },
  'cli.config.history.none': { en: 'No configuration is recorded yet.', zh: '尚无配置记录。' },
  'cli.config.history.one': {
    en: '{at}  #{seq}  {because}; started by {startedBy}; {file} of {fileOwner}, written {fileWritten}; proposal {proposal}',
    zh: '{at}  #{seq}  {because}；启动人 {startedBy}；{file}，所有者 {fileOwner}，写入时间 {fileWritten}；依据 {proposal}',
  },
  'cli.config.history.change': { en: '{key}: {before} -> {after}', zh: '{key}：{before} -> {after}' },
  'cli.config.history.sensitive': {
    en: '{key}: {before} -> {after}  (needs two persons)',
    zh: '{key}：{before} -> {after}（须经两人）',
  },
  'cli.config.history.waiting': {
    en: 'not confirmed and not acted by: {keys}',
    zh: '未经确认、未生效：{keys}',
  },
  'cli.config.propose': {
    en: 'ask a second person to confirm the settings of the file that need two',
    zh: '就配置文件中须经两人的设置请第二人确认',
  },
  'cli.config.proposed': {
    en: 'Proposed as {proposal}: {changes}. Somebody else confirms it: docket proposal confirm {proposal}. It holds from the next start on.',
    zh: '已提出 {proposal}：{changes}。请另一人确认：docket proposal confirm {proposal}。下次启动时生效。',
  },
  'cli.config.wrong': { en: '{file} has {count} wrong place(s):', zh: '{file} 有 {count} 处错误：' },
} as const satisfies Readonly<Record<string, Text>>;
