import type { Problem } from './text.ts';

/** Values that the canonical form of the ledger refuses. `place` is a JSON pointer into the value. */
const canonicalProblems = {
  'custody.number_not_exact': {
    says: {
      en: 'the number at {place} must be a whole number that is exact in every program (at most 9007199254740991), found {found}',
      zh: '{place} 处的数字必须是各种程序都能精确表示的整数（绝对值不超过 9007199254740991），实际为 {found}',
    },
    next: {
      en: 'write it as an integer in a smaller unit, or as text',
      zh: '请改用更小单位的整数，或改写为文本',
    },
  },
  'custody.text_not_unicode': {
    says: {
      en: 'the text at {place} must be valid Unicode, found half of a surrogate pair',
      zh: '{place} 处的文本必须是合法的 Unicode，实际含有不成对的代理码元',
    },
    next: {
      en: 'keep the original bytes as Base64 or hex beside a readable form',
      zh: '请将原始字节以 Base64 或十六进制保存，另附可读形式',
    },
  },
  'custody.value_not_json': {
    says: {
      en: 'the value at {place} must be text, an integer, true, false, null, a list or a plain object, found {found}',
      zh: '{place} 处的值必须是文本、整数、true、false、null、列表或普通对象，实际为 {found}',
    },
    next: {
      en: 'convert the value to text or leave the field out',
      zh: '请先转换为文本，或省去该字段',
    },
  },
  'custody.nested_too_deep': {
    says: {
      en: 'the value at {place} is nested deeper than the {limit} levels that an entry may have',
      zh: '{place} 处的值嵌套过深，超过条目允许的 {limit} 层',
    },
    next: { en: 'flatten the value, or look for a cycle in it', zh: '请减少嵌套，或检查其中是否有循环引用' },
  },
  'custody.not_canonical': {
    says: {
      en: 'the bytes must be canonical JSON (RFC 8785), found another spelling: {found}',
      zh: '字节内容必须是规范 JSON（RFC 8785），实际写法不同：{found}',
    },
    next: {
      en: 'compare with the vault copy of this entry; a station never writes another spelling',
      zh: '请与存证库中的该条目比对；采集站不会写出其他写法',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

const leafProblems = {
  'custody.entry_too_large': {
    says: {
      en: 'the {type} entry is {bytes} bytes long, at most {limit} are allowed',
      zh: '{type} 条目长 {bytes} 字节，上限为 {limit} 字节',
    },
    next: {
      en: 'split the entry into several, or store the large part as a log object and name its digest',
      zh: '请拆成多个条目，或将较大部分另存为日志对象并在条目中写明其摘要',
    },
  },
  'custody.leaf_malformed': {
    says: {
      en: 'the ledger entry has an unexpected {field}: expected {expected}, found {found}',
      zh: '保管链条目的 {field} 不符合要求：应为 {expected}，实际为 {found}',
    },
    next: {
      en: 'run the verify command; if the entry is unaltered, a newer version of the program wrote it',
      zh: '请运行 verify 命令；若条目未被改动，则由更新版本的程序写入',
    },
  },
  'custody.salt_malformed': {
    says: {
      en: 'the salt of a personal value must be {expected} bytes long, found {found}',
      zh: '个人信息的盐值应为 {expected} 字节，实际为 {found} 字节',
    },
    next: {
      en: 'restore the personal values from the newest backup',
      zh: '请从最近的备份恢复个人信息',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

const treeProblems = {
  'custody.hash_malformed': {
    says: {
      en: 'a tree hash must be 32 bytes long, found {bytes} bytes',
      zh: '树的哈希值应为 32 字节，实际为 {bytes} 字节',
    },
    next: { en: 'run the verify command to find the damage', zh: '请运行 verify 命令查找损坏之处' },
  },
  'custody.frontier_malformed': {
    says: {
      en: 'a tree of {size} entries is resumed from {expected} subtree hashes, found {found}',
      zh: '含 {size} 个条目的树应由 {expected} 个子树哈希恢复，实际为 {found} 个',
    },
    next: { en: 'run the verify command to find the damage', zh: '请运行 verify 命令查找损坏之处' },
  },
  'custody.tile_path_malformed': {
    says: {
      en: '{path} must be a tile path like tile/0/x001/234.p/5 or tile/entries/000',
      zh: '{path} 应为 tile/0/x001/234.p/5 或 tile/entries/000 这样的瓦片路径',
    },
    next: { en: 'look for a renamed or foreign file', zh: '请检查是否有被改名或外来的文件' },
  },
  'custody.tile_damaged': {
    says: {
      en: 'the tile {path} must be {expected} bytes long, found {found}',
      zh: '瓦片 {path} 应为 {expected} 字节，实际为 {found} 字节',
    },
    next: {
      en: 'run the verify command; tiles can be made again from the entries',
      zh: '请运行 verify 命令；瓦片可由条目重新生成',
    },
  },
  'custody.bundle_damaged': {
    says: {
      en: 'the entry bundle must hold {expected} whole entries, found {found}',
      zh: '条目包应含 {expected} 个完整条目，实际为 {found} 个',
    },
    next: {
      en: 'run the verify command, then take the bundle from the vault',
      zh: '请运行 verify 命令，再从存证库取回该条目包',
    },
  },
  'custody.proof_out_of_range': {
    says: {
      en: 'a proof was asked for place {wanted} of a ledger with {size} entries',
      zh: '保管链共 {size} 个条目，却请求第 {wanted} 处的证明',
    },
    next: {
      en: 'ask for a place that the checkpoint covers, or take a newer checkpoint',
      zh: '请选择检查点所包含的位置，或使用更新的检查点',
    },
  },
  'custody.proof_malformed': {
    says: {
      en: 'line {line} of the proof must be {expected}',
      zh: '证明的第 {line} 行应为 {expected}',
    },
    next: {
      en: 'ask for the proof again; its format is c2sp.org/tlog-proof@v1',
      zh: '请重新获取证明，其格式为 c2sp.org/tlog-proof@v1',
    },
  },
  'custody.proof_wrong': {
    says: {
      en: 'the proof does not lead from entry {index} to the root of the checkpoint of size {size}',
      zh: '该证明不能由条目 {index} 推得规模为 {size} 的检查点的根',
    },
    next: {
      en: 'check that entry, proof and checkpoint belong together; if they do, one of them was altered',
      zh: '请确认条目、证明和检查点属于同一份；若属同一份，则其中之一被改动过',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

const noteProblems = {
  'custody.note_malformed': {
    says: {
      en: 'the signed note is not in the expected form: {expected}',
      zh: '签名文本格式不符：{expected}',
    },
    next: {
      en: 'take the file again without any change by an editor or mail program',
      zh: '请重新取得该文件，避免编辑器或邮件程序改动其内容',
    },
  },
  'custody.note_unsigned': {
    says: {
      en: 'the signed note must carry a signature by {wanted}, found only {found}',
      zh: '签名文本应有 {wanted} 的签名，实际仅有 {found}',
    },
    next: {
      en: 'compare the public key with the one published by the unit',
      zh: '请将公钥与单位公布的公钥比对',
    },
  },
  'custody.note_signature_wrong': {
    says: {
      en: 'the signature by {name} does not belong to this text: the text or the signature was altered',
      zh: '{name} 的签名与文本不符：文本或签名被改动过',
    },
    next: {
      en: 'do not rely on the note; take another copy and find out who changed this one',
      zh: '请勿采信该文本；另取一份并查明改动者',
    },
  },
  'custody.vkey_malformed': {
    says: {
      en: 'the public key must read NAME+HASH+BASE64 (c2sp.org/signed-note, Ed25519), found {found}',
      zh: '公钥应为“名称+哈希+Base64”形式（c2sp.org/signed-note，Ed25519），实际为 {found}',
    },
    next: { en: 'copy the whole line of key.vkey', zh: '请完整复制 key.vkey 中的一行' },
  },
  'custody.key_name_malformed': {
    says: {
      en: 'a key name must not be empty and must hold neither spaces nor plus signs, found "{name}"',
      zh: '密钥名称不能为空，也不能含空格或加号，实际为“{name}”',
    },
    next: {
      en: 'choose a name such as docket.example/ST01',
      zh: '请使用 docket.example/ST01 这样的名称',
    },
  },
  'custody.checkpoint_malformed': {
    says: {
      en: 'line {line} of the checkpoint must be {expected}',
      zh: '检查点的第 {line} 行应为 {expected}',
    },
    next: {
      en: 'take the checkpoint again; its format is c2sp.org/tlog-checkpoint',
      zh: '请重新取得检查点，其格式为 c2sp.org/tlog-checkpoint',
    },
  },
  'custody.checkpoint_foreign': {
    says: {
      en: 'the checkpoint must be of the ledger {expected}, found {found}',
      zh: '检查点应属于保管链 {expected}，实际属于 {found}',
    },
    next: {
      en: 'use a checkpoint of this station',
      zh: '请使用本采集站的检查点',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

const keyProblems = {
  'custody.key_missing': {
    says: {
      en: 'the station key {path} is missing',
      zh: '采集站密钥 {path} 不存在',
    },
    next: {
      en: 'restore the file from the backup of the data folder; a new key starts a new ledger',
      zh: '请从数据文件夹的备份恢复该文件；换用新密钥意味着另起一条保管链',
    },
  },
  'custody.key_foreign': {
    says: {
      en: 'the station key must be the one that the ledger names in its first entry, {expected}, found {found}',
      zh: '采集站密钥应为保管链首条所载的 {expected}，实际为 {found}',
    },
    next: {
      en: 'restore the key file from the backup of this data folder; run docket verify if nobody knows who replaced it',
      zh: '请从本数据文件夹的备份恢复密钥文件；若不清楚由谁替换，请运行 docket verify',
    },
  },
  'custody.key_exists': {
    says: {
      en: 'a station key stands at {path} already, and a key is never replaced',
      zh: '{path} 处已有采集站密钥，密钥不会被替换',
    },
    next: {
      en: 'use the key that is there, or choose another data folder',
      zh: '请使用现有密钥，或另选数据文件夹',
    },
  },
  'custody.key_readable_by_others': {
    says: {
      en: 'the station key {path} must be closed to all but its owner (mode 0600), found mode {mode}',
      zh: '采集站密钥 {path} 只能由所有者读写（权限 0600），实际权限为 {mode}',
    },
    next: {
      en: 'find out who could read it; then run chmod 600 {path}',
      zh: '请先查明谁可能读取过，再执行 chmod 600 {path}',
    },
  },
  'custody.key_damaged': {
    says: {
      en: 'the station key {path} must be an Ed25519 private key in a PKCS#8 PEM file, found {found}',
      zh: '采集站密钥 {path} 应为 PKCS#8 PEM 格式的 Ed25519 私钥，实际为 {found}',
    },
    next: {
      en: 'restore the file from the backup of the data folder',
      zh: '请从数据文件夹的备份恢复该文件',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

export const custodyProblems = {
  ...canonicalProblems,
  ...leafProblems,
  ...treeProblems,
  ...noteProblems,
  ...keyProblems,
} as const satisfies Readonly<Record<string, Problem>>;
