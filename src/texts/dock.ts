import type { Problem } from './text.ts';

export const dockProblems = {
  'dock.file_system_unknown': {
    says: {
      en: 'On {device} a file system of recorders was expected (FAT, exFAT, NTFS, ext2-4); found: {found}.',
      zh: '{device} 上应有记录仪所用的文件系统（FAT、exFAT、NTFS、ext2-4）；实际为：{found}。',
    },
    next: {
      en: 'Do not format it. Look whether the recorder shows its own recordings; keep the card and ask its vendor.',
      zh: '请勿格式化。请确认记录仪能否显示自身记录；保留存储卡并联系厂商。',
    },
  },
  'dock.mount_failed': {
    says: {
      en: 'The volume {device} ({type}) could not be mounted read-only: {found}.',
      zh: '卷 {device}（{type}）无法以只读方式挂载：{found}。',
    },
    next: {
      en: 'Dock it again; if that fails too, keep the card as it is: nothing was written to it. docket doctor says whether this user may mount.',
      zh: '请重新接入；若仍失败，请保持存储卡原样，未写入任何内容。docket doctor 可检查当前用户有无挂载权限。',
    },
  },
  'dock.mounted_elsewhere': {
    says: {
      en: 'Another program has mounted {device} at {found} already.',
      zh: '其他程序已将 {device} 挂载到 {found}。',
    },
    next: {
      en: 'Install devices/90-docket.rules so that desktops leave recorders alone, unmount it and dock it again; or set dock.usb.mode to observe.',
      zh: '请安装 devices/90-docket.rules 以阻止桌面自动挂载，卸载后重新接入；或将 dock.usb.mode 设为 observe。',
    },
  },
  'dock.profile_folder_unreadable': {
    says: {
      en: 'The folder of device profiles {folder} cannot be read: {errno}.',
      zh: '无法读取设备型号档案文件夹 {folder}：{errno}。',
    },
    next: {
      en: 'Check that the folder exists and that this user may read it, or correct dock.profileFolder.',
      zh: '请确认该文件夹存在且当前用户有读取权限，或更正配置项 dock.profileFolder。',
    },
  },
  'dock.profiles_none': {
    says: {
      en: 'The folder of device profiles {folder} was expected to hold at least one .yaml file; it holds none.',
      zh: '设备型号档案文件夹 {folder} 中应至少有一个 .yaml 文件，但一个也没有。',
    },
    next: {
      en: 'Put the device profiles back, or correct dock.profileFolder.',
      zh: '请放回设备型号档案，或更正配置项 dock.profileFolder。',
    },
  },
  'dock.profile_unreadable': {
    says: {
      en: 'The device profile {file} cannot be read: {errno}.',
      zh: '无法读取设备型号档案 {file}：{errno}。',
    },
    next: {
      en: 'Check that it is an ordinary text file of at most 256 KiB that this user may read.',
      zh: '请确认它是不超过 256 KiB 的普通文本文件，且当前用户有读取权限。',
    },
  },
  'dock.profile_syntax': {
    says: {
      en: 'The device profile {file} is not valid YAML at line {line}: {detail}',
      zh: '设备型号档案 {file} 第 {line} 行不是有效的 YAML：{detail}',
    },
    next: {
      en: 'Correct that line; text with a colon, hash, bracket or asterisk in it belongs in quotes.',
      zh: '请更正该行；含有冒号、井号、括号或星号的文本需要加引号。',
    },
  },
  'dock.profile_invalid': {
    says: {
      en: 'The device profile {file}, line {line}: {key} is {found}; allowed: {allowed}.',
      zh: '设备型号档案 {file} 第 {line} 行：{key} 为 {found}；允许的是：{allowed}。',
    },
    next: { en: 'Correct {key} in {file}.', zh: '请更正 {file} 中的 {key}。' },
  },
  'dock.profile_pattern_broken': {
    says: {
      en: 'The device profile {file}, line {line}: {key} is not a usable regular expression: {detail}',
      zh: '设备型号档案 {file} 第 {line} 行：{key} 不是可用的正则表达式：{detail}',
    },
    next: {
      en: 'Correct {key}; it must compile as a JavaScript regular expression of ASCII characters.',
      zh: '请更正 {key}；它必须是只含 ASCII 字符、可编译的 JavaScript 正则表达式。',
    },
  },
  'dock.profile_pattern_group': {
    says: {
      en: 'The device profile {file}, line {line}: {key} has the groups {found}; allowed: {allowed}.',
      zh: '设备型号档案 {file} 第 {line} 行：{key} 含有的命名组为 {found}；允许的是：{allowed}。',
    },
    next: {
      en: 'Use only those groups in {key}, each at most once in every branch.',
      zh: '请在 {key} 中只使用允许的命名组，每个分支中各最多一次。',
    },
  },
  'dock.profile_pattern_slow': {
    says: {
      en: 'The device profile {file}, line {line}: {key} could take very long on a file name made for it ({detail}).',
      zh: '设备型号档案 {file} 第 {line} 行：{key} 遇到恶意构造的文件名时可能耗时极长（{detail}）。',
    },
    next: {
      en: 'Repeat single characters or classes only, at most 3 times with a variable length, with at most 8 options; no lookaround, no back-references.',
      zh: '只允许重复单个字符或字符类，可变长度的重复最多 3 处，可选项最多 8 处；不得使用环视和反向引用。',
    },
  },
  'dock.profile_duplicate': {
    says: {
      en: 'Two device profiles call themselves {id}: {file} and {other}.',
      zh: '有两个设备型号档案的编号都是 {id}：{file} 和 {other}。',
    },
    next: { en: 'Give one of them another id, or remove it.', zh: '请为其中一个改用别的编号，或将其移除。' },
  },
  'dock.card_unreadable': {
    says: {
      en: 'The card at {root} was expected to be a readable folder; reading it gave {errno}.',
      zh: '{root} 处的存储卡应为可读取的文件夹，但读取时出错：{errno}。',
    },
    next: {
      en: 'Take the recorder out and dock it again; if it happens again, secure the card by itself.',
      zh: '请取出执法记录仪后重新接入；若再次出现，请单独保全该存储卡。',
    },
  },
  'dock.card_too_many_entries': {
    says: {
      en: 'The card at {root} holds more than {limit} files and folders; a recorder does not.',
      zh: '{root} 处的存储卡包含超过 {limit} 个文件和文件夹，执法记录仪不会如此。',
    },
    next: {
      en: 'Look at the card by hand: its file system may be damaged, or it is not a recorder.',
      zh: '请人工检查该存储卡：其文件系统可能已损坏，或者它不是执法记录仪。',
    },
  },
  'dock.card_unrecognised': {
    says: {
      en: 'The card at port {port} fits none of the {profiles} device profiles.',
      zh: '仓位 {port} 的存储卡与 {profiles} 个设备型号档案均不相符。',
    },
    next: {
      en: 'Run `docket devices test {root}` to see what was looked for, and add a device profile for this model.',
      zh: '请运行 `docket devices test {root}` 查看识别过程，并为该型号添加设备型号档案。',
    },
  },
  'dock.identity_conflict': {
    says: {
      en: 'The card at port {port} gives different device numbers: {claims}. It is not assigned to a recorder.',
      zh: '仓位 {port} 的存储卡给出了不同的设备编号：{claims}。该卡未归属任何执法记录仪。',
    },
    next: {
      en: 'Find out whose card it is and assign the recordings by hand.',
      zh: '请查明该存储卡的归属，并人工指定这些音像记录。',
    },
  },
  'dock.watched_folder_missing': {
    says: {
      en: 'The watched folder {folder} does not exist.',
      zh: '被监视的文件夹 {folder} 不存在。',
    },
    next: {
      en: 'Create it or correct dock.folders; the station goes on waiting for it.',
      zh: '请创建该文件夹或更正配置项 dock.folders；采集站会继续等待它出现。',
    },
  },
  'dock.watched_folder_unreadable': {
    says: {
      en: 'The watched folder {folder} cannot be read: {errno}.',
      zh: '无法读取被监视的文件夹 {folder}：{errno}。',
    },
    next: {
      en: 'Check that it is a folder that this user may read; the station goes on trying.',
      zh: '请确认它是当前用户可读取的文件夹；采集站会继续尝试。',
    },
  },
  'dock.port_name_unusable': {
    says: {
      en: 'In the watched folder {folder}, {name} is not a usable port name: it is not UTF-8 text.',
      zh: '被监视的文件夹 {folder} 中的 {name} 不能用作仓位名称：它不是 UTF-8 文本。',
    },
    next: { en: 'Rename it; until then it is left alone.', zh: '请将其改名；改名之前不会处理它。' },
  },
  'dock.remount_failed': {
    says: {
      en: 'The volume {device} could not be remounted ({to}): {found}',
      zh: '卷 {device} 无法重新挂载（{to}）：{found}',
    },
    next: {
      en: "Look at the card's write-protect switch and its file system; only FAT and exFAT are opened for writing.",
      zh: '请检查存储卡的写保护开关与文件系统；仅 FAT 和 exFAT 可以可写方式打开。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;
