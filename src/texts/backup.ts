import type { Problem } from './text.ts';

export const backupProblems = {
  'backup.no_folder': {
    says: { en: 'No folder for backups is set (backup.folder).', zh: '未设置备份文件夹（backup.folder）。' },
    next: {
      en: 'Set backup.folder to a folder on another disk, or name one: docket backup --to FOLDER',
      zh: '请将 backup.folder 设为另一块磁盘上的文件夹，或直接指定：docket backup --to 文件夹',
    },
  },
  'backup.no_recipient': {
    says: {
      en: 'No public key for backups is set (backup.recipient), and the station’s key and people’s names must not lie about in clear.',
      zh: '未设置备份公钥（backup.recipient），站点密钥与人员姓名不得以明文存放。',
    },
    next: {
      en: 'Run docket backup --make-key, keep the secret key away from this machine, put the public one into the configuration.',
      zh: '请运行 docket backup --make-key，将私钥保管在本机之外，并将公钥写入配置。',
    },
  },
  'backup.recipient_wrong': {
    says: {
      en: 'backup.recipient is no public key of age: {found}.',
      zh: 'backup.recipient 不是 age 公钥：{found}。',
    },
    next: {
      en: 'It begins with age1; docket backup --make-key makes a pair.',
      zh: '公钥以 age1 开头；可用 docket backup --make-key 生成密钥对。',
    },
  },
  'backup.folder_missing': {
    says: {
      en: 'There is no folder {folder} for backups; it is never created.',
      zh: '备份文件夹 {folder} 不存在；程序不会创建它。',
    },
    next: {
      en: 'Mount the disk, or make the folder on it.',
      zh: '请挂载该磁盘，或在其上建立该文件夹。',
    },
  },
  'backup.folder_inside': {
    says: {
      en: 'The folder {folder} lies within {own}, which a backup is to stand in for.',
      zh: '文件夹 {folder} 位于 {own} 之内，而备份正是为了替代它。',
    },
    next: { en: 'Choose a folder on another disk.', zh: '请选择另一块磁盘上的文件夹。' },
  },
  'backup.no_room': {
    says: {
      en: 'The disk of {folder} has {free} bytes free; a copy of the ledger and the reserve need {needed}.',
      zh: '{folder} 所在磁盘剩余 {free} 字节，而保管链副本与保留空间共需 {needed} 字节。',
    },
    next: { en: 'Make room on that disk; nothing was written.', zh: '请释放该磁盘空间；未写入任何内容。' },
  },
  'backup.write_failed': {
    says: {
      en: 'The backup could not be written into {folder}: {found}.',
      zh: '备份无法写入 {folder}：{found}。',
    },
    next: {
      en: 'Look at the disk: full (ENOSPC), a file too large for it (EFBIG: FAT32), write-protected (EROFS)? Nothing half stands there.',
      zh: '请检查磁盘：已满（ENOSPC）、文件超出上限（EFBIG，如 FAT32）、写保护（EROFS）？未留下不完整的备份。',
    },
  },
  'backup.exists': {
    says: { en: 'The backup {path} exists already.', zh: '备份 {path} 已存在。' },
    next: { en: 'Try again in a second; nothing is overwritten.', zh: '请稍后重试；不会覆盖任何文件。' },
  },
  'backup.snapshot_unsound': {
    says: { en: 'The copy of the ledger is not sound: {found}.', zh: '保管链副本有问题：{found}。' },
    next: {
      en: 'Run docket verify; older backups are kept.',
      zh: '请运行 docket verify；较早的备份已保留。',
    },
  },
  'backup.unproved': {
    says: {
      en: 'What {path} holds is not what was written: {expected} was expected, {found} found.',
      zh: '{path} 的内容与写入的不符：应为 {expected}，实际为 {found}。',
    },
    next: {
      en: 'The disk does not keep what it is given: use another one. Older backups are kept.',
      zh: '该磁盘未能如实保存数据，请更换磁盘。较早的备份已保留。',
    },
  },
  'backup.stopped': {
    says: { en: 'The backup was given up: the station stops.', zh: '备份已中止：站点正在停止。' },
    next: {
      en: 'Nothing half stands; docket backup makes one.',
      zh: '未留下不完整的备份；可运行 docket backup。',
    },
  },
  'backup.not_encrypted': {
    says: { en: '{file} is no backup: {found}.', zh: '{file} 不是备份文件：{found}。' },
    next: { en: 'Name a file docket-….tar.age.', zh: '请指定 docket-….tar.age 文件。' },
  },
  'backup.unreadable': {
    says: { en: '{path} cannot be read: {found}.', zh: '{path} 无法读取：{found}。' },
    next: { en: 'Name a file that this user may read.', zh: '请指定当前用户可读取的文件。' },
  },
  'backup.identity_unusable': {
    says: {
      en: 'The identity file holds no secret key of age: {found}.',
      zh: '身份文件中没有 age 私钥：{found}。',
    },
    next: {
      en: 'It holds the line AGE-SECRET-KEY-1… that docket backup --make-key has shown.',
      zh: '其中应有 docket backup --make-key 显示的 AGE-SECRET-KEY-1… 一行。',
    },
  },
  'backup.identity_wrong': {
    says: { en: 'The secret key does not open {file}.', zh: '该私钥无法解开 {file}。' },
    next: {
      en: 'Use the secret key of the recipient that the backup was made for (docket ledger list --type backup.made shows the public one).',
      zh: '请使用该备份所用公钥对应的私钥（docket ledger list --type backup.made 可查看公钥）。',
    },
  },
  'backup.damaged': {
    says: {
      en: 'The backup {file} is cut off or damaged: {found}.',
      zh: '备份 {file} 被截断或损坏：{found}。',
    },
    next: { en: 'Nothing was restored. Take another backup.', zh: '未恢复任何内容。请换用另一份备份。' },
  },
  'backup.forged': {
    says: {
      en: 'The backup {file} is not signed by the station whose vault this is: {found}.',
      zh: '备份 {file} 并非由该存证库所属站点签名：{found}。',
    },
    next: {
      en: 'Nothing was restored. Find out where this file comes from.',
      zh: '未恢复任何内容。请查明该文件的来源。',
    },
  },
  'backup.newer': {
    says: {
      en: 'The backup {file} has version {version}; this program knows version {known}.',
      zh: '备份 {file} 的版本为 {version}，本程序支持版本 {known}。',
    },
    next: { en: 'Update this program; nothing was restored.', zh: '请升级本程序；未恢复任何内容。' },
  },
  'backup.folder_taken': {
    says: {
      en: 'The data folder {folder} is not empty: {found}. Nothing is ever restored over a station.',
      zh: '数据文件夹 {folder} 不为空：{found}。不会覆盖任何站点。',
    },
    next: {
      en: 'Name an empty folder, or move aside everything but the vault.',
      zh: '请指定空文件夹，或将存证库以外的内容移开。',
    },
  },
  'backup.vault_missing': {
    says: {
      en: 'The vault is not to be found at {folder}: {found}',
      zh: '在 {folder} 找不到存证库：{found}',
    },
    next: {
      en: 'Put its disk back or name it with --vault FOLDER. If it is lost for good: --without-vault.',
      zh: '请接回其磁盘，或用 --vault 文件夹 指定。若已彻底丢失：--without-vault。',
    },
  },
  'backup.key_unsaid': {
    says: {
      en: 'Neither the station’s private key is given (--key), nor is it said that it is lost (--new-key).',
      zh: '既未给出站点私钥（--key），也未说明其已遗失（--new-key）。',
    },
    next: {
      en: 'The key is in every backup: docket restore, or age -d … | tar -xO station.key. With --new-key, heads from then on are signed by another key, which everyone who verifies must be told.',
      zh: '每份备份中都有该密钥：docket restore，或 age -d … | tar -xO station.key。使用 --new-key 则此后由新密钥签名，须告知所有核验人员。',
    },
  },
  'backup.vault_in_store': {
    says: {
      en: 'The vault of this station is not on a disk: by the configuration in the backup it was {address} at {endpoint}.',
      zh: '该站点的存证库不在磁盘上：按备份中的配置，它位于 {endpoint} 的 {address}。',
    },
    next: {
      en: 'A backup may come from anybody, so that its word is not taken: if that is your store, name a configuration that leads to it, with vault.kind: s3 (--config FILE).',
      zh: '备份可能来自任何人，因此不直接采信其中的配置：若这确是本单位的存储，请用 --config 文件 指定指向它的配置（vault.kind: s3）。',
    },
  },
  'backup.vault_stands': {
    says: {
      en: 'The vault is called lost (--without-vault), and stands at {folder}.',
      zh: '指定了存证库已丢失（--without-vault），但它仍在 {folder}。',
    },
    next: {
      en: 'Restore with it, without that option: it has what is newer than the backup.',
      zh: '请去掉该选项，连同存证库一起恢复：其中有比备份更新的内容。',
    },
  },
  'custody.other_history': {
    says: {
      en: 'The ledger to be restored is not the one that was signed as {place} at {size} entries: root {expected} was expected, {found} found.',
      zh: '待恢复的保管链与 {place} 在 {size} 条处的签名不符：根应为 {expected}，实际为 {found}。',
    },
    next: {
      en: 'Nothing was restored. One of both is not this station’s ledger: keep both as they are.',
      zh: '未恢复任何内容。两者之一不是本站的保管链：请保持两者原样。',
    },
  },
  'custody.log_unsound': {
    says: {
      en: 'The vault’s copy of the ledger is not whole at {name}: {found}.',
      zh: '存证库中的保管链副本在 {name} 处不完整：{found}。',
    },
    next: {
      en: 'Nothing was restored. Try the mirror of the vault, or another backup.',
      zh: '未恢复任何内容。请尝试存证库的镜像，或另一份备份。',
    },
  },
  'backup.behind': {
    says: {
      en: 'What can be had back has {found} entries; the checkpoint {place} was signed over {size}.',
      zh: '可恢复的有 {found} 条，而检查点 {place} 的签名覆盖 {size} 条。',
    },
    next: {
      en: 'Nothing was restored. Take a newer backup, or the vault itself; without --checkpoint it is restored as far as it goes.',
      zh: '未恢复任何内容。请换用更新的备份或存证库本身；不带 --checkpoint 则恢复到现有程度。',
    },
  },
  'backup.unsound': {
    says: {
      en: 'What was restored does not verify: {found}',
      zh: '恢复的内容未通过验证：{found}',
    },
    next: {
      en: 'Nothing was put into place. Take another backup.',
      zh: '未放入任何内容。请换用另一份备份。',
    },
  },
  'backup.no_ledger': {
    says: {
      en: 'The vault {folder} holds no signed checkpoint of this key: {found}',
      zh: '存证库 {folder} 中没有该密钥签名的检查点：{found}',
    },
    next: {
      en: 'Name the vault of this station, and the station.key that belongs to it.',
      zh: '请指定该站点的存证库及其对应的 station.key。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;
