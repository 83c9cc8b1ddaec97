import type { Text } from './text.ts';

export const backupTexts = {
  'cli.backup': {
    en: 'make a backup of ledger, key and configuration, encrypted, read back and proved',
    zh: '备份保管链、密钥与配置：加密、回读并验证',
  },
  'cli.backup.to': {
    en: 'existing folder on another disk (default: backup.folder); older backups there are kept',
    zh: '另一块磁盘上的已有文件夹（默认 backup.folder）；其中较早的备份会保留',
  },
  'cli.backup.make_key': {
    en: 'make a key pair for backups; the secret key is shown this once and kept nowhere',
    zh: '生成备份密钥对；私钥仅显示这一次，不会保存',
  },
  'cli.backup.key': {
    en: '# Secret key. Write it down or save it away from this machine: it is kept nowhere and shown this once.\n# public key: {recipient}\n{identity}\n# Into ingest.config.yaml:\n# backup:\n#   recipient: {recipient}',
    zh: '# 私钥。请抄写或保存到本机之外：程序不保存，仅显示这一次。\n# 公钥：{recipient}\n{identity}\n# 写入 ingest.config.yaml：\n# backup:\n#   recipient: {recipient}',
  },
  'cli.backup.done': {
    en: 'Backup {path}: {size}, {entries} entries, read back and opened. SHA-256 {sha256}',
    zh: '备份 {path}：{size}，共 {entries} 条，已回读并解开核对。SHA-256 {sha256}',
  },
  'cli.backup.removed': { en: 'Older backups removed: {files}', zh: '已删除较早的备份：{files}' },

  'cli.restore': {
    en: 'put a station back from a backup into an empty data folder, held against its vault',
    zh: '将站点从备份恢复到空的数据文件夹，并与存证库核对',
  },
  'cli.restore.file': { en: 'backup, docket-….tar.age', zh: '备份文件 docket-….tar.age' },
  'cli.restore.identity': {
    en: 'file with the secret key that docket backup --make-key has shown',
    zh: '含有 docket backup --make-key 所示私钥的文件',
  },
  'cli.restore.vault': {
    en: 'where the vault stands now (default: where it stood); s3://BUCKET/PREFIX at the endpoint that the configuration names',
    zh: '存证库现在的位置（默认为原位置）；s3://存储桶/前缀 表示配置所指端点上的存储',
  },
  'cli.restore.without_vault': {
    en: 'the vault is lost: restore what the backup holds and nothing more',
    zh: '存证库已丢失：仅恢复备份中的内容',
  },
  'cli.restore.done': {
    en: 'Restored into {data} from the backup of {made} ({entries} entries). The station that it was made of must not run again: both would write one ledger.',
    zh: '已从 {made} 的备份（{entries} 条）恢复到 {data}。原站点不得再运行：否则两者会写入同一保管链。',
  },
  'cli.restore.behind': {
    en: 'The vault’s newest checkpoint is newer than the backup, and of the same history.',
    zh: '存证库的最新检查点比备份新，且属同一历史。',
  },
  'cli.restore.equal': {
    en: 'The vault’s newest checkpoint is exactly the backup’s.',
    zh: '存证库的最新检查点与备份完全一致。',
  },
  'cli.restore.ahead': {
    en: 'The backup extends the vault’s newest checkpoint; what the vault lacks goes there at the next start.',
    zh: '备份在存证库最新检查点之后延续；存证库所缺部分将在下次启动时写入。',
  },
  'cli.restore.unknown': {
    en: 'No vault was there to hold it against: whether newer entries were lost, nobody can tell. Hold it against a checkpoint kept elsewhere (docket verify --checkpoint).',
    zh: '没有存证库可供核对：无法得知是否丢失了更新的条目。请与另行保存的检查点核对（docket verify --checkpoint）。',
  },
  'cli.restore.config': {
    en: 'Its configuration lay at {config}; it lies in {data} as ingest.config.backup.yaml, and nothing reads it there.',
    zh: '原配置位于 {config}；现存于 {data} 中的 ingest.config.backup.yaml，程序不会读取。',
  },
  'cli.rebuild': {
    en: 'give a station whose data folder is lost its ledger and evidence list back from its vault',
    zh: '数据文件夹丢失时，从存证库重建保管链与证据清单',
  },
  'cli.rebuild.vault': {
    en: 'the vault of the lost station; s3://BUCKET/PREFIX at the endpoint that the configuration names',
    zh: '丢失站点的存证库；s3://存储桶/前缀 表示配置所指端点上的存储',
  },
  'cli.rebuild.key': {
    en: 'the station’s private key, station.key, from a backup',
    zh: '备份中的站点私钥 station.key',
  },
  'cli.rebuild.new_key': {
    en: 'the private key is lost: go on with a new one, which the ledger then names',
    zh: '私钥已遗失：改用新密钥继续，并记入保管链',
  },
  'cli.rebuild.rekeyed': {
    en: 'New public key (give it to whoever is to verify; nothing signed with the lost one says so): {publicKey}\nIt takes the place of {previousKey}',
    zh: '新公钥（请交给负责核验的人员；遗失的旧密钥无法为其签名）：{publicKey}\n取代 {previousKey}',
  },
  'cli.rebuild.done': {
    en: 'Rebuilt in {data}: ledger {ledger}, {size} entries. The lost station must not run again: both would write one ledger.',
    zh: '已在 {data} 重建：保管链 {ledger}，共 {size} 条。丢失的站点不得再运行：否则两者会写入同一保管链。',
  },
  'cli.restored.brought': {
    en: '{count} entries came back from the vault ({from} to {last}).',
    zh: '从存证库找回 {count} 条（{from} 至 {last}）。',
  },
  'cli.restored.lost': {
    en: 'Names, paths and the like that lay beside those entries are in no vault and are shown as lost: {fields}.',
    zh: '与这些条目一同保存的姓名、路径等不在存证库中，显示为遗失：{fields}。',
  },
  'cli.restored.unknown': {
    en: '{count} original(s) in the vault are named by no entry: they came in after the newest published checkpoint. Dock their recorders again; equal bytes meet the standing original. {digests}',
    zh: '存证库中有 {count} 个原始资料没有条目记载：它们在最新发布的检查点之后采集。请重新接入相应执法记录仪，相同内容将与现有原始资料对应。{digests}',
  },
  'cli.restored.unknown_about': {
    en: '{sha256}: by what stands with it, of station {station}, evidence item {evidence}, recorder {recorder}',
    zh: '{sha256}：据其自带信息，站点 {station}，证据条目 {evidence}，执法记录仪 {recorder}',
  },
  'cli.restored.aside': {
    en: 'Staged files that no entry names were set aside in the vault’s staging folder: {files}',
    zh: '没有条目记载的暂存文件已在存证库暂存文件夹中另存：{files}',
  },
  'cli.restored.next': {
    en: 'The configuration must lead to the vault {vault} (vault.folder, or vault.kind and vault.s3 of a store). Next: docket verify, with a checkpoint kept elsewhere if there is one.',
    zh: '配置须指向存证库 {vault}（vault.folder；存储则为 vault.kind 与 vault.s3）。下一步：运行 docket verify，如有另行保存的检查点请一并核对。',
  },

  'cli.status.backup': { en: 'Backup', zh: '备份' },
  'cli.status.backup_newest': {
    en: '{file}, made {hours} h ago, {entries} entries',
    zh: '{file}，{hours} 小时前完成，共 {entries} 条',
  },
  'cli.status.backup_none': {
    en: 'none was made (backup.folder, backup.recipient)',
    zh: '尚无备份（backup.folder、backup.recipient）',
  },
  'doctor.backup': {
    en: 'the newest backup, {file}, is {hours} h old and goes to {folder}',
    zh: '最新备份 {file} 已有 {hours} 小时，写入 {folder}',
  },
  'doctor.backup.off': { en: 'no backups are made (backup.folder)', zh: '未进行备份（backup.folder）' },
  'doctor.backup.off_next': {
    en: 'Set backup.folder to another disk and backup.recipient to a public key (docket backup --make-key): names, paths and the key are in no vault.',
    zh: '请将 backup.folder 设为另一块磁盘，backup.recipient 设为公钥（docket backup --make-key）：姓名、路径与密钥不在存证库中。',
  },
  'doctor.backup.no_recipient': {
    en: 'backups go to {folder}, and backup.recipient is not set: none is made',
    zh: '备份写入 {folder}，但未设置 backup.recipient：不会备份',
  },
  'doctor.backup.none': { en: 'no backup was made yet into {folder}', zh: '尚未向 {folder} 备份' },
  'doctor.backup.old': {
    en: 'the newest backup, {file}, is {hours} h old',
    zh: '最新备份 {file} 已有 {hours} 小时',
  },
  'doctor.backup.missing': {
    en: 'the folder for backups, {folder}, is not there',
    zh: '备份文件夹 {folder} 不存在',
  },
  'doctor.backup.same_disk': {
    en: 'backups go to {folder}, on the same disk as the station',
    zh: '备份写入 {folder}，与站点位于同一磁盘',
  },
  'doctor.backup.next': {
    en: 'docket backup makes one now and says what stands in the way.',
    zh: '运行 docket backup 立即备份，并查看存在的问题。',
  },
  'doctor.backup.disk_next': {
    en: 'Mount the disk, or set backup.folder to a folder on another disk.',
    zh: '请挂载该磁盘，或将 backup.folder 设为另一块磁盘上的文件夹。',
  },
} as const satisfies Readonly<Record<string, Text>>;
