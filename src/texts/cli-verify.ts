import type { Text } from './text.ts';

export const verifyTexts = {
  'cli.verify': {
    en: 're-read everything and prove it: entries, tree, checkpoints, catalogue, originals',
    zh: '重新读取并核验全部内容：条目、哈希树、检查点、目录、原始资料',
  },
  'cli.verify.vault': {
    en: 'how much of the vault is read: full, sample or none',
    zh: '核验存证库的范围：full（全部）、sample（抽样）或 none（不核验）',
  },
  'cli.verify.checkpoint': {
    en: 'an older checkpoint that was kept elsewhere: finds a data folder that was put back to an older state',
    zh: '另处保存的较早检查点：可发现数据文件夹被整体回退',
  },
  'cli.verify.no_replay': {
    en: 'leave out replaying the catalogue, the strict reading of each entry and the values beside the tree',
    zh: '不重放目录，不逐条严格解析，也不核对树外的个人信息值',
  },
  'cli.verify.sound': {
    en: 'Sound. {size} entries under {checkpoints} signed checkpoint(s), {reread} of {looked} originals read whole, {disposed} disposed of, {logObjects} ledger objects of the vault compared.\nRoot {root}\n{unsigned} entries are newer than the newest checkpoint.',
    zh: '完好。{size} 条记录，{checkpoints} 个签名检查点；{looked} 个原始资料中完整读取 {reread} 个，另有 {disposed} 个已依规处置；比对存证库中的保管链对象 {logObjects} 个。\n根哈希 {root}\n有 {unsigned} 条记录晚于最新检查点。',
  },
  'cli.verify.key_change': {
    en: 'From entry {entry} on another key signs, on the word of whoever entered it: {publicKey}',
    zh: '自第 {entry} 条起由另一密钥签名，以录入者的声明为准：{publicKey}',
  },
  'cli.verify.outside': {
    en: 'This proves the station against itself. Against whoever owns this machine, keep a checkpoint elsewhere (docket ledger checkpoint) and give it with --checkpoint.',
    zh: '以上为站点自证。若要防范本机所有者，请在别处保存检查点（docket ledger checkpoint），并通过 --checkpoint 提供。',
  },
  'cli.verify.held': {
    en: 'The ledger goes on from the checkpoint that was kept elsewhere.',
    zh: '保管链与在别处保存的检查点相符，并由其延续。',
  },
  'cli.verify.about': { en: 'concerns {items}', zh: '涉及 {items}' },
  'cli.verify.damaged': { en: 'DAMAGED. {kinds} kind(s) of damage:', zh: '已损坏。发现 {kinds} 类损坏：' },
  'cli.verify.damage': {
    en: '{code} {what}: {place}\n   expected {expected}\n   found    {found}   ({count} in all)',
    zh: '{code} {what}：{place}\n   应为 {expected}\n   实为 {found}（共 {count} 处）',
  },
  'damage.entry_altered': { en: 'entry altered', zh: '条目被篡改' },
  'damage.entry_missing': { en: 'entry missing or reordered', zh: '条目缺失或顺序改变' },
  'damage.truncated': { en: 'ledger truncated or rolled back', zh: '保管链被截断或回退' },
  'damage.signature': { en: 'signature or key', zh: '签名或密钥有误' },
  'damage.catalogue_differs': { en: 'catalogue differs from the ledger', zh: '目录与保管链不一致' },
  'damage.object_missing': { en: 'object missing from the vault', zh: '存证库对象缺失' },
  'damage.object_altered': { en: 'object altered in the vault', zh: '存证库对象被篡改' },
  'damage.disposal_unapproved': {
    en: 'disposed of by {disposal}, which nobody but its proposer has approved (entry {entry})',
    zh: '由 {disposal} 处置，而该处置未经提出人以外的人员批准（第 {entry} 条）',
  },
  'damage.disposal_unlisted': {
    en: 'disposed of by {disposal}, which does not name this item or was over with it (entry {entry})',
    zh: '由 {disposal} 处置，而该处置未列明此项证据或已办结（第 {entry} 条）',
  },
  'damage.disposal_foreign': {
    en: 'disposed of by {disposal} as an original of an item that does not have it (entry {entry})',
    zh: '由 {disposal} 处置，而所列原始资料不属于此项证据（第 {entry} 条）',
  },
  'damage.disposal_held': {
    en: 'disposed of by {disposal} while hold {hold} stood (entry {entry})',
    zh: '由 {disposal} 处置时，封存 {hold} 尚未解除（第 {entry} 条）',
  },
  'damage.disposal_on_hold': {
    en: 'disposed of by {disposal} while its legal hold stood: {because} (entry {entry})',
    zh: '由 {disposal} 处置时，其仍处于封存状态：{because}（第 {entry} 条）',
  },
  'damage.disposal_locked': {
    en: 'disposed of by {disposal} while it was locked until {until} (entry {entry})',
    zh: '由 {disposal} 处置时，其锁定期尚未届满（至 {until}，第 {entry} 条）',
  },
  'damage.lock_shorter': {
    en: 'its lock is not what the ledger says: until {until}',
    zh: '其锁定与保管链所载不符：锁定至 {until}',
  },
  'damage.lock_none': {
    en: 'its lock is not what the ledger says: it has no date',
    zh: '其锁定与保管链所载不符：没有锁定日期',
  },
  'damage.hold_none': {
    en: 'its lock is not what the ledger says: it is not on hold',
    zh: '其锁定与保管链所载不符：未处于封存状态',
  },
  'damage.stands_again': {
    en: 'it stands again, though {disposal} disposed of it',
    zh: '已由 {disposal} 处置，却又出现在存证库中',
  },
  'damage.tombstone_missing': {
    en: 'the vault has no record that {disposal} disposed of it',
    zh: '存证库中没有由 {disposal} 处置的记录',
  },
} as const satisfies Readonly<Record<string, Text>>;
