import type { Problem, Text } from './text.ts';

const askAgain = {
  en: 'Ask whoever issued it for one that fits; docket tls show says what is in use.',
  zh: '请向签发方索取符合要求的证书；docket tls show 可查看当前所用证书。',
};

/** Certificates and keys that nothing may be encrypted with. */
export const tlsProblems = {
  'tls.pair_incomplete': {
    says: {
      en: 'http.tls names a certificate or a key, but not both.',
      zh: 'http.tls 只指定了证书与密钥之一。',
    },
    next: {
      en: 'Set certificateFile and keyFile, or neither.',
      zh: '请同时设置 certificateFile 与 keyFile，或两者均不设置。',
    },
  },
  'tls.file_unreadable': {
    says: { en: 'The file {path} cannot be read: {found}.', zh: '无法读取文件 {path}：{found}。' },
    next: {
      en: 'Look at http.tls, and at who may read the file.',
      zh: '请检查 http.tls 及该文件的读取权限。',
    },
  },
  'tls.key_open': {
    says: {
      en: 'The key {path} may be read by everybody on this machine (mode {mode}).',
      zh: '密钥 {path} 可被本机所有用户读取（权限 {mode}）。',
    },
    next: { en: 'Take that away: chmod 600 {path}', zh: '请收回权限：chmod 600 {path}' },
  },
  'tls.own_missing': {
    says: {
      en: "The station's own certificate {path} cannot be read: {found}.",
      zh: '无法读取站点自有证书 {path}：{found}。',
    },
    next: { en: 'Make it: docket tls renew', zh: '请生成：docket tls renew' },
  },
  'tls.certificate_unreadable': {
    says: { en: 'The certificate cannot be read: {found}.', zh: '证书无法识别：{found}。' },
    next: {
      en: 'Give a PEM file: the certificate of the server first, then those that vouch for it.',
      zh: '请提供 PEM 文件：先服务器证书，后其上级证书。',
    },
  },
  'tls.leaf_vouches': {
    says: {
      en: 'The first certificate, {subject}, is an authority, not a server.',
      zh: '文件中的第一个证书 {subject} 是颁发机构证书，不是服务器证书。',
    },
    next: {
      en: 'Put the certificate of the server first, then those that vouch for it.',
      zh: '请将服务器证书放在最前，其后为上级证书。',
    },
  },
  'tls.chain_broken': {
    says: {
      en: 'The certificate that follows {subject} does not vouch for it.',
      zh: '{subject} 之后的证书不是其颁发者。',
    },
    next: {
      en: 'Put each certificate before the one that has issued it, and leave out what does not belong.',
      zh: '请按颁发顺序排列证书，并去掉无关证书。',
    },
  },
  'tls.not_for_servers': {
    says: {
      en: 'The certificate {subject} is not for servers (extended key usage).',
      zh: '证书 {subject} 不可用于服务器（扩展密钥用法）。',
    },
    next: askAgain,
  },
  'tls.key_unusable': {
    says: { en: 'The key cannot be used: {found}.', zh: '密钥无法使用：{found}。' },
    next: {
      en: 'Give an RSA or EC key as PEM, without a password.',
      zh: '请提供不带口令的 PEM 格式 RSA 或 EC 密钥。',
    },
  },
  'tls.key_foreign': {
    says: {
      en: 'The key does not belong to the certificate {subject}.',
      zh: '密钥与证书 {subject} 不匹配。',
    },
    next: {
      en: 'Give the key with which the certificate was asked for; an authority of the station itself is replaced with docket tls renew --authority.',
      zh: '请提供申请该证书时所用的密钥；站点自有颁发机构可用 docket tls renew --authority 更换。',
    },
  },
  'tls.key_weak': {
    says: {
      en: 'The RSA key has {bits} bits; clients want at least {least}.',
      zh: 'RSA 密钥仅 {bits} 位；客户端至少要求 {least} 位。',
    },
    next: askAgain,
  },
  'tls.not_yet': {
    says: {
      en: 'The certificate {subject} counts from {from} on; now it is {now}.',
      zh: '证书 {subject} 自 {from} 起生效；当前时间 {now}。',
    },
    next: {
      en: "Look at this machine's clock; else wait, or ask for another.",
      zh: '请检查本机时钟；否则请等待生效或更换证书。',
    },
  },
  'tls.expired': {
    says: {
      en: 'The certificate {subject} ended at {until}; now it is {now}.',
      zh: '证书 {subject} 已于 {until} 到期；当前时间 {now}。',
    },
    next: {
      en: "Put a new one in its place. The station's own: docket tls renew, or docket tls renew --authority where the authority itself has ended.",
      zh: '请更换新证书。站点自有证书：docket tls renew；颁发机构证书到期时：docket tls renew --authority。',
    },
  },
  'tls.name_missing': {
    says: {
      en: 'The certificate is not for {name}; it is for {found}.',
      zh: '证书不适用于 {name}；其适用于 {found}。',
    },
    next: {
      en: 'Ask for a certificate with that name, or take the name out of http.tls.names.',
      zh: '请申请包含该名称的证书，或从 http.tls.names 中去掉该名称。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

/** What `docket tls` says. */
export const tlsTexts = {
  'cli.tls': { en: 'The certificate with which the station is reached', zh: '访问本站所用的证书' },
  'cli.tls.show': {
    en: 'Show the certificate in use, for which names, and until when',
    zh: '显示当前证书、适用名称与有效期',
  },
  'cli.tls.renew': {
    en: "Make the station's own certificate anew, and its authority where there is none",
    zh: '重新生成站点自有证书；尚无颁发机构时一并生成',
  },
  'cli.tls.renew_authority': {
    en: 'The authority too: every client must then install the new one',
    zh: '同时更换颁发机构：所有客户端须重新安装',
  },
  'cli.tls.ca': {
    en: "Print the authority's certificate (PEM), for clients to install",
    zh: '输出颁发机构证书（PEM），供客户端安装',
  },
  'cli.tls.none': {
    en: 'The station answers without TLS, on this machine alone.',
    zh: '本站未启用 TLS，仅限本机访问。',
  },
  'cli.tls.own': { en: "the station's own", zh: '站点自有' },
  'cli.tls.files': { en: "the bureau's", zh: '本单位提供' },
  'cli.tls.shown': {
    en: 'Certificate ({source}): {subject}\nIssued by: {issuer}\nFor: {names}\nUntil: {until}\nSHA-256: {fingerprint}',
    zh: '证书（{source}）：{subject}\n颁发者：{issuer}\n适用名称：{names}\n有效期至：{until}\nSHA-256：{fingerprint}',
  },
  'cli.tls.renewed': {
    en: 'A new certificate is in place, for {names}. A running daemon takes it up within a minute.',
    zh: '新证书已就位，适用于 {names}。运行中的守护进程将在一分钟内启用。',
  },
  'cli.tls.renewed_authority': {
    en: 'The authority is new too: install it on every client (docket tls ca).',
    zh: '颁发机构已更换：请在每个客户端安装（docket tls ca）。',
  },
} as const satisfies Readonly<Record<string, Text>>;
