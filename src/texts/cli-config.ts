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
  'cli.config.wrong': { en: '{file} has {count} wrong place(s):', zh: '{file} 有 {count} 处错误：' },
} as const satisfies Readonly<Record<string, Text>>;
