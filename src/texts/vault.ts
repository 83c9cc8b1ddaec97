import type { Problem } from './text.ts';

export const vaultProblems = {
  'vault.marker_missing': {
    says: {
      en: 'the vault {folder} should hold the marker docket-vault.json, but has none: the disk may not be mounted, or this folder was never a vault',
      zh: '存证库 {folder} 应有标记文件 docket-vault.json，但没有找到：磁盘可能未挂载，或该目录从来不是存证库',
    },
    next: {
      en: 'mount the vault disk and try again; for a new vault run `docket init`',
      zh: '请挂载存证库磁盘后重试；如需新建存证库，请运行 `docket init`',
    },
  },
  'vault.marker_other': {
    says: {
      en: 'the vault {folder} should be vault {expected}, but its marker says {found}',
      zh: '存证库 {folder} 应为 {expected}，但其标记为 {found}',
    },
    next: {
      en: 'mount the disk that belongs to this station, or set `vault.folder` to where its vault lies',
      zh: '请挂载属于本采集站的磁盘，或将 `vault.folder` 设为本站存证库所在位置',
    },
  },
  'vault.marker_broken': {
    says: {
      en: 'the marker {file} should be the JSON of a Docket vault, but is {found}',
      zh: '标记文件 {file} 应为 Docket 存证库的 JSON，实际为 {found}',
    },
    next: {
      en: 'restore docket-vault.json from a backup of the vault; do not write a new one over it',
      zh: '请从存证库备份中恢复 docket-vault.json，不要用新文件覆盖',
    },
  },
  'vault.marker_lost': {
    says: {
      en: 'the folder {folder} already holds originals, but no marker docket-vault.json says whose they are',
      zh: '目录 {folder} 中已有原始资料，但没有标记文件 docket-vault.json 说明其归属',
    },
    next: {
      en: 'restore docket-vault.json from a backup, or choose an empty folder for the new vault',
      zh: '请从备份中恢复 docket-vault.json，或为新存证库选择空目录',
    },
  },
  'vault.no_links': {
    says: {
      en: 'the file system of {folder} should allow hard links, which the vault publishes by, but refuses them ({errno})',
      zh: '存证库以硬链接方式入库，{folder} 所在文件系统应支持硬链接，但拒绝创建（{errno}）',
    },
    next: {
      en: 'put the vault on ext4, XFS or btrfs; FAT and exFAT cannot hold one',
      zh: '请将存证库放在 ext4、XFS 或 btrfs 上；FAT、exFAT 不能用作存证库',
    },
  },
  'vault.facts_malformed': {
    says: {
      en: 'the {what} should be {expected}, but is "{found}"',
      zh: '{what} 应为 {expected}，实际为“{found}”',
    },
    next: {
      en: 'give the value as the catalogue shows it',
      zh: '请按目录中所示的值填写',
    },
  },
  'vault.staged_elsewhere': {
    says: {
      en: 'the staged file {path} should lie directly in {staging}, but lies elsewhere',
      zh: '暂存文件 {path} 应直接位于 {staging} 中，但在别处',
    },
    next: {
      en: 'stage the recording in the staging folder of the same vault',
      zh: '请将音像记录暂存到同一存证库的暂存目录',
    },
  },
  'vault.staged_differs': {
    says: {
      en: 'the staged file {path} should be {expected}, but is {found}',
      zh: '暂存文件 {path} 应为 {expected}，实际为 {found}',
    },
    next: {
      en: 'leave the recorder as it is and ingest the recording again; check the vault disk',
      zh: '请保留执法记录仪上的内容并重新采集该音像记录，同时检查存证库磁盘',
    },
  },
  'vault.nothing_to_publish': {
    says: {
      en: 'either the staged file {staged} or the original {object} should be there, but neither is',
      zh: '暂存文件 {staged} 与原始资料 {object} 至少应有其一，但两者都不存在',
    },
    next: {
      en: 'ingest the recording again from its recorder',
      zh: '请从执法记录仪重新采集该音像记录',
    },
  },
  'vault.object_differs': {
    says: {
      en: 'the original {object} should be {expected}, but what stands there is {found}; nothing was replaced',
      zh: '原始资料 {object} 应为 {expected}，库中实际为 {found}；未做任何替换',
    },
    next: {
      en: 'keep both files, run `docket verify --vault full` and have the vault disk examined',
      zh: '请保留两个文件，运行 `docket verify --vault full` 并检查存证库磁盘',
    },
  },
  'vault.object_foreign': {
    says: {
      en: '{path} should be a {expected}, but is a {found}; nothing was followed or replaced',
      zh: '{path} 应为 {expected}，实际为 {found}；未跟随也未替换',
    },
    next: {
      en: 'find out who put it into the vault, keep it as evidence, and move it out of the way',
      zh: '请查明何人将其放入存证库，留存后移开',
    },
  },
  'vault.original_missing': {
    says: {
      en: 'the original {object} should be in the vault, but is not',
      zh: '原始资料 {object} 应在存证库中，但不存在',
    },
    next: {
      en: 'run `docket verify --vault full` and restore the original from a backup',
      zh: '请运行 `docket verify --vault full`，并从备份中恢复该原始资料',
    },
  },
  'vault.still_locked': {
    says: {
      en: 'the original {object} should be past its lock to be disposed of, but is locked until {until}',
      zh: '处置原始资料 {object} 须待锁定期满，但其锁定至 {until}',
    },
    next: {
      en: 'wait for that date; no lock can be shortened',
      zh: '请等待期满；锁定期限不能缩短',
    },
  },
  'vault.on_hold': {
    says: {
      en: 'the original {object} should be on no legal hold to be disposed of, but is',
      zh: '处置原始资料 {object} 须无封存，但其处于封存中',
    },
    next: {
      en: '`docket evidence show` says what holds it: classify the item, close its case, or lift the hold',
      zh: '请用 `docket evidence show` 查看封存原因：归类条目、结案或解除封存',
    },
  },
  'vault.disposal_name': {
    says: {
      en: 'a disposal should be named by 1 to 64 of A-Z a-z 0-9 . _ -, but is "{name}"',
      zh: '处置编号应为 1 至 64 个 A-Z a-z 0-9 . _ - 字符，实际为“{name}”',
    },
    next: {
      en: 'give the id that `docket disposal list` shows',
      zh: '请填写 `docket disposal list` 所示编号',
    },
  },
  'vault.retention_out_of_range': {
    says: {
      en: 'a retention date should lie in the years 1970 to 9999, but is {until}',
      zh: '保存期限应在 1970 年至 9999 年之间，实际为 {until}',
    },
    next: {
      en: 'correct `vault.retentionDays` or the date that was asked for',
      zh: '请更正 `vault.retentionDays` 或所要求的日期',
    },
  },
  'vault.log_name': {
    says: {
      en: 'the name of a log object should be relative parts of A-Z a-z 0-9 . _ - joined by "/", but is "{name}"',
      zh: '日志对象名应为由 A-Z a-z 0-9 . _ - 组成、以“/”分隔的相对名称，实际为“{name}”',
    },
    next: {
      en: 'use a name without other characters and without "." or ".." parts',
      zh: '请勿使用其他字符，也不要含有“.”或“..”部分',
    },
  },
  'vault.log_differs': {
    says: {
      en: 'the log object {name} should be written once, but stands in the vault with other bytes ({found} instead of {expected})',
      zh: '日志对象 {name} 只应写入一次，但库中已有内容不同的同名对象（{found}，应为 {expected}）',
    },
    next: {
      en: 'run `docket verify`: the ledger and its copy in the vault disagree',
      zh: '请运行 `docket verify`：保管链与其在存证库中的副本不一致',
    },
  },
  'vault.full': {
    says: {
      en: 'there should be room in the vault for {path}, but the disk is full ({errno})',
      zh: '存证库应有空间存放 {path}，但磁盘已满（{errno}）',
    },
    next: {
      en: 'free space or enlarge the vault disk; waiting recordings go on by themselves',
      zh: '请释放空间或扩容存证库磁盘；等待中的音像记录会自动继续',
    },
  },
  'vault.unwritable': {
    says: {
      en: '{path} should be writable in the vault, but the system refuses ({errno})',
      zh: '存证库中的 {path} 应可写入，但系统拒绝（{errno}）',
    },
    next: {
      en: 'check the disk (`dmesg`), whether it is mounted read-only, and the rights of the folder',
      zh: '请检查磁盘（`dmesg`）、是否以只读方式挂载，以及目录权限',
    },
  },
  'vault.unreadable': {
    says: {
      en: '{path} should be readable in the vault, but the system refuses ({errno})',
      zh: '存证库中的 {path} 应可读取，但系统拒绝（{errno}）',
    },
    next: {
      en: 'check the disk (`dmesg`) and the rights of the folder, then verify the vault',
      zh: '请检查磁盘（`dmesg`）与目录权限，然后校验存证库',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;
