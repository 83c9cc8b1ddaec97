import type { Problem } from './text.ts';

const correct = {
  en: 'Correct that line, then check again with: scripts/docket config check --config {file}',
  zh: '请改正该行，再执行 scripts/docket config check --config {file} 检查。',
} as const;

export const configProblems = {
  'config.missing_file': {
    says: {
      en: 'There is no configuration file at {file}.',
      zh: '找不到配置文件 {file}。',
    },
    next: {
      en: 'Give the path of an existing file with --config, or copy ingest.config.yaml there and edit it.',
      zh: '请用 --config 指定已有的文件，或把 ingest.config.yaml 复制到该处再修改。',
    },
  },
  'config.unreadable_file': {
    says: {
      en: 'The configuration file {file} cannot be read: {errno}.',
      zh: '配置文件 {file} 无法读取：{errno}。',
    },
    next: {
      en: "Let the station's user read the file (a file, not a folder), then start again.",
      zh: '请确认它是文件而不是文件夹，并允许采集站的运行用户读取，然后重新启动。',
    },
  },
  'config.not_utf8': {
    says: {
      en: 'The configuration file {file} is not UTF-8 text; it may have been saved as GBK.',
      zh: '配置文件 {file} 不是 UTF-8 编码，可能被存成了 GBK。',
    },
    next: {
      en: 'Save the file again as UTF-8 in the editor.',
      zh: '请在编辑器中把它另存为 UTF-8 编码。',
    },
  },
  'config.invalid': {
    says: {
      en: 'The configuration file {file} has {count} wrong place(s); the first is {key} on line {line}.',
      zh: '配置文件 {file} 有 {count} 处错误，第一处是第 {line} 行的 {key}。',
    },
    next: {
      en: 'See every place and what is allowed there with: scripts/docket config check --config {file}',
      zh: '执行 scripts/docket config check --config {file} 可查看每一处错误及允许的取值。',
    },
  },
  'config.newer_version': {
    says: {
      en: 'The configuration file {file} is written for version {found} (line {line}); this program knows versions up to {known}.',
      zh: '配置文件 {file} 的版本是 {found}（第 {line} 行），本程序只认识到版本 {known}。',
    },
    next: {
      en: 'Update Docket, or use a configuration file of version {known}.',
      zh: '请升级 Docket，或改用版本 {known} 的配置文件。',
    },
  },
  'config.syntax': {
    says: {
      en: '{file}, line {line}: this is not valid YAML: {detail}',
      zh: '{file} 第 {line} 行：不是合法的 YAML：{detail}',
    },
    next: correct,
  },
  'config.unknown_key': {
    says: {
      en: '{file}, line {line}: there is no setting {key}. Known here: {allowed}.',
      zh: '{file} 第 {line} 行：没有名为 {key} 的设置。此处可用：{allowed}。',
    },
    next: {
      en: 'Remove that line, or move the setting to the section it belongs to.',
      zh: '请删除该行，或把该设置移到它所属的小节。',
    },
  },
  'config.misspelt_key': {
    says: {
      en: '{file}, line {line}: there is no setting {key}; {nearest} is the nearest known one.',
      zh: '{file} 第 {line} 行：没有名为 {key} 的设置，最接近的是 {nearest}。',
    },
    next: {
      en: 'Write {nearest} if that is what was meant, otherwise remove the line.',
      zh: '如果本意是 {nearest}，请改成它；否则请删除该行。',
    },
  },
  'config.duplicate_key': {
    says: {
      en: '{file}, line {line}: {key} is set a second time; the first time is on line {first}.',
      zh: '{file} 第 {line} 行：{key} 重复设置，第一次在第 {first} 行。',
    },
    next: {
      en: 'Keep one of the two lines.',
      zh: '两行中请只保留一行。',
    },
  },
  'config.missing_key': {
    says: {
      en: '{file}, line {line}: {key} is missing here and has no default. Allowed: {allowed}.',
      zh: '{file} 第 {line} 行：此处缺少 {key}，它没有默认值。允许：{allowed}。',
    },
    next: correct,
  },
  'config.secret': {
    says: {
      en: '{file}, line {line}: {key} looks like a secret, and secrets do not belong in this file.',
      zh: '{file} 第 {line} 行：{key} 像是密码或密钥，这类内容不得写入本文件。',
    },
    next: {
      en: "Remove the line and change the secret, since others may have read it. Hand it over in an environment variable, or in a file that only the station's user can read.",
      zh: '请删除该行；内容可能已被他人看到，请更换该密码或密钥。应通过环境变量提供，或放在只有采集站运行用户可读的文件中。',
    },
  },
  'config.wrong_value': {
    says: {
      en: '{file}, line {line}: {key} is {found}. Allowed: {allowed}.',
      zh: '{file} 第 {line} 行：{key} 的值是 {found}。允许：{allowed}。',
    },
    next: correct,
  },
  'config.unknown_zone': {
    says: {
      en: '{file}, line {line}: {key} is {found}, which is no time zone this machine knows. Allowed: {allowed}.',
      zh: '{file} 第 {line} 行：{key} 的值是 {found}，不是本机认识的时区。允许：{allowed}。',
    },
    next: correct,
  },
} as const satisfies Readonly<Record<string, Problem>>;
