import type { Problem, Text } from './text.ts';

/** What the entries about erasing say. */
export const erasingEntryTexts = {
  'erasing.proposed': {
    en: '{count} file(s) ({size}) of recorder {recorder} may go from it, part {part} of {parts}; list {list}',
    zh: '执法记录仪 {recorder} 上有 {count} 个文件（{size}）可以清除，第 {part}/{parts} 部分；清单 {list}',
  },
  'erasing.confirmed': {
    en: 'that list {list} goes from recorder {recorder} was confirmed',
    zh: '确认从执法记录仪 {recorder} 清除清单 {list}',
  },
  'erasing.begun': {
    en: 'erasing {erasing}: {files} file(s) ({size}) of list {list} begin to be taken from recorder {recorder} ({why})',
    zh: '清除 {erasing}：开始从执法记录仪 {recorder} 清除清单 {list} 的 {files} 个文件（{size}）（{why}）',
  },
  'erasing.going': {
    en: '{path} ({size}) on recorder {recorder} is equal to its original in the vault, SHA-256 {sha256}, and is being removed (erasing {erasing})',
    zh: '执法记录仪 {recorder} 上的 {path}（{size}）与存证库原始资料一致，SHA-256 {sha256}，正在清除（清除 {erasing}）',
  },
  'erasing.gone': {
    en: 'file {file} of erasing {erasing} was removed from the recorder; its original is in the vault',
    zh: '清除 {erasing} 的第 {file} 个文件已从执法记录仪清除；原始资料在存证库中',
  },
  'erasing.kept': {
    en: '{path} ({size}) stays on recorder {recorder} (erasing {erasing}): {why}',
    zh: '{path}（{size}）保留在执法记录仪 {recorder} 中（清除 {erasing}）：{why}',
  },
  'erasing.finished': {
    en: 'erasing {erasing} ended ({why}): {gone} file(s) removed, {kept} kept, {unknown} unknown',
    zh: '清除 {erasing} 结束（{why}）：已清除 {gone} 个，保留 {kept} 个，无法确定 {unknown} 个',
  },
  'erasing.settled': {
    en: 'docking {docking} shows what became of file {file} of erasing {erasing}: {why}',
    zh: '接入 {docking} 查明清除 {erasing} 的第 {file} 个文件：{why}',
  },
  'recorder.space': {
    en: 'its card has {freeBytes} of {bytes} bytes free, {lockedBytes} are locked as important',
    zh: '存储卡共 {bytes} 字节，可用 {freeBytes} 字节，标为重要而锁定 {lockedBytes} 字节',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** How an erasing ended, whose order it was, and what a later docking has shown. */
export const erasingEndingTexts = {
  done: { en: 'everything on the list was gone through', zh: '清单已处理完' },
  pulled: { en: 'the recorder was taken out in the middle', zh: '清除中途记录仪被取出' },
  card_stalled: { en: 'the card stopped answering', zh: '存储卡停止响应' },
  station_stopped: { en: 'the station was stopped in the middle', zh: '清除中途站点停止' },
  station_down: { en: 'the station went down in the middle', zh: '清除中途站点停机' },
  not_writable: { en: 'the card could not be opened for writing', zh: '存储卡无法以可写方式打开' },
  confirmed: { en: 'confirmed by a person', zh: '人工确认' },
  policy: { en: 'by itself, as the configuration orders', zh: '按配置自动清除' },
  gone: { en: 'it is not on the card any more', zh: '已不在存储卡中' },
  still_there: { en: 'it is still there', zh: '仍在存储卡中' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a file stays on a recorder. */
export const keptTexts = {
  changed_on_card: {
    en: 'it is not the file that was read: changed, replaced, or gone since',
    zh: '已不是采集时的文件：被改动、替换或已不存在',
  },
  differs_from_original: {
    en: 'its bytes are not those of its original',
    zh: '其内容与原始资料不一致',
  },
  vault_missing: { en: 'its original is not in the vault', zh: '存证库中没有其原始资料' },
  vault_altered: { en: 'its original in the vault is damaged', zh: '存证库中的原始资料已损坏' },
  vault_unreadable: {
    en: 'its original could not be read back from the vault ({errno})',
    zh: '无法从存证库读回其原始资料（{errno}）',
  },
  card_unreadable: {
    en: 'it could not be read from the card ({errno})',
    zh: '无法从存储卡读取（{errno}）',
  },
  not_removed: { en: 'the card refused to remove it ({errno})', zh: '存储卡拒绝清除（{errno}）' },
  kept_with_other: {
    en: 'a file that belongs to it stays, so it stays too',
    zh: '与其同属一个记录的文件须保留，故一并保留',
  },
  not_come_to: { en: 'its turn did not come', zh: '尚未处理到' },
  original_damaged: {
    en: 'its original in the vault, or the copy of it, is damaged: the recorder may hold the last sound one',
    zh: '其存证库原始资料或副本已损坏，记录仪中可能是最后一份完好的内容',
  },
  not_stored: { en: 'it is not in the vault', zh: '尚未存入存证库' },
  sidecar_not_stored: {
    en: 'a sidecar of it is not in the vault',
    zh: '其附属文件尚未存入存证库',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const erasingAlarmTexts = {
  erasing_incomplete: {
    en: '{count} file(s) that were to go stay on recorder {recorder}, for instance {path} ({reason}). docket docking show {docking} names them; look at the card and dock the recorder again.',
    zh: '执法记录仪 {recorder} 有 {count} 个应清除的文件未清除，例如 {path}（{reason}）。运行 docket docking show {docking} 可查看清单；请检查存储卡后重新接入。',
  },
  erasing_not_writable: {
    en: 'Nothing was taken from recorder {recorder} at port {port}: its card cannot be opened for writing (docking {docking}). Look at its write-protect switch; only FAT and exFAT are opened for writing.',
    zh: '仓位 {port} 的执法记录仪 {recorder} 未清除任何文件：存储卡无法以可写方式打开（接入 {docking}）。请检查写保护开关；仅支持 FAT 与 exFAT。',
  },
  recorder_left_writable: {
    en: 'The card of recorder {recorder} at port {port} could not be made read-only again after erasing and was taken away: {found}. Take the recorder out and dock it again.',
    zh: '清除后仓位 {port} 的执法记录仪 {recorder} 的存储卡无法恢复只读，已卸载：{found}。请取出后重新接入。',
  },
  recorder_full: {
    en: 'The card of recorder {recorder} is nearly full: {free} of {total} free, {locked} locked as important, which the recorder does not write over. Next shift: {shift}. Make room before: docket docking erase DOCKING, or look at what stays on it.',
    zh: '执法记录仪 {recorder} 的存储卡将满：共 {total}，可用 {free}，其中 {locked} 标为重要而锁定，记录仪不会覆盖。下次执勤：{shift}。请在此之前腾出空间：docket docking erase 接入编号，或检查卡上保留的文件。',
  },
} as const satisfies Readonly<Record<string, Text>>;

const list = {
  en: 'docket docking erase {docking} shows the list.',
  zh: '运行 docket docking erase {docking} 查看清单。',
} as const;

export const erasingProblems = {
  'erasing.off': {
    says: {
      en: 'Recorders are not erased at this station: docking {docking} stays as it is.',
      zh: '本站不清除执法记录仪：接入 {docking} 保持原样。',
    },
    next: {
      en: 'Where the unit has ordered it, name the units and the models under erasing in the configuration.',
      zh: '单位已作规定的，请在配置的 erasing 中列出单位与型号。',
    },
  },
  'erasing.intake_not_over': {
    says: {
      en: 'The intake of docking {docking} is not over, or was broken off.',
      zh: '接入 {docking} 的采集尚未完成，或已中断。',
    },
    next: {
      en: 'Wait until docket status says that it is complete; one that was broken off must be docked again.',
      zh: '请等待 docket status 显示采集完成；中断的须重新接入。',
    },
  },
  'erasing.unassigned': {
    says: {
      en: 'Nobody can say for certain whose card docking {docking} is, so nothing is taken from it.',
      zh: '无法确定接入 {docking} 的存储卡归属，因此不清除。',
    },
    next: {
      en: 'Register the recorder (docket devices register), settle what its marks disagree on, then dock it again.',
      zh: '请登记执法记录仪（docket devices register），核实其标识不一致之处，然后重新接入。',
    },
  },
  'erasing.model_not_allowed': {
    says: {
      en: 'The recorder of docking {docking} is of model {model}, which is not erased here.',
      zh: '接入 {docking} 的执法记录仪型号为 {model}，未列入可清除型号。',
    },
    next: {
      en: 'Where the unit has ordered it, add it to erasing.models in the configuration.',
      zh: '单位已作规定的，请将其加入配置的 erasing.models。',
    },
  },
  'erasing.unit_not_allowed': {
    says: {
      en: 'The recorder of docking {docking} belongs to unit {unit}, whose recorders are not erased here.',
      zh: '接入 {docking} 的执法记录仪属于单位 {unit}，该单位未列入可清除单位。',
    },
    next: {
      en: 'Its unit is that of its holder by the registers; where the unit has ordered it, add it to erasing.units in the configuration.',
      zh: '所属单位以登记簿中持有人的单位为准；单位已作规定的，请将其加入配置的 erasing.units。',
    },
  },
  'erasing.not_all_stored': {
    says: {
      en: 'Not every recording of docking {docking} is in the vault yet; until then nothing goes from the recorder.',
      zh: '接入 {docking} 的记录尚未全部存入存证库；在此之前不清除。',
    },
    next: {
      en: 'docket docking show {docking} names what is missing.',
      zh: '运行 docket docking show {docking} 查看缺失内容。',
    },
  },
  'erasing.not_managed': {
    says: {
      en: 'The card of docking {docking} was not mounted by this daemon, so it cannot be opened for writing safely.',
      zh: '接入 {docking} 的存储卡不是由本守护进程挂载，无法安全地以可写方式打开。',
    },
    next: {
      en: 'Let the daemon mount recorders (dock.usb.mode: manage) and dock it again.',
      zh: '请由守护进程挂载执法记录仪（dock.usb.mode: manage），然后重新接入。',
    },
  },
  'erasing.file_system': {
    says: {
      en: 'The card of docking {docking} has file system {found}, which is not opened for writing.',
      zh: '接入 {docking} 的存储卡文件系统为 {found}，不以可写方式打开。',
    },
    next: {
      en: 'Only FAT and exFAT cards are erased; let the recorder itself clear this one.',
      zh: '仅清除 FAT 与 exFAT 存储卡；此卡请用记录仪自身功能清空。',
    },
  },
  'erasing.list_changed': {
    says: {
      en: 'What may go is another list than the one that was confirmed: {found}, not {expected}.',
      zh: '可清除的清单与所确认的不同：现为 {found}，所确认为 {expected}。',
    },
    next: { en: `${list.en} Look at it, and confirm that.`, zh: `${list.zh}核对后再确认。` },
  },
  'erasing.nothing': {
    says: {
      en: 'There is nothing on the recorder of docking {docking} that may go.',
      zh: '接入 {docking} 的执法记录仪中没有可清除的文件。',
    },
    next: {
      en: 'docket docking show {docking} says what stays on it, and why.',
      zh: '运行 docket docking show {docking} 查看保留的文件及原因。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

export const erasingScreenTexts = {
  'cli.docking.erase': {
    en: 'show which files may go from a docked recorder; with --confirm take them off it',
    zh: '显示已接入执法记录仪中可清除的文件；加 --confirm 则清除',
  },
  'cli.docking.erase_confirm': {
    en: 'the digest of the list, as it was shown',
    zh: '所显示清单的摘要',
  },
  'cli.docking.erase_list': {
    en: '{files} file(s) ({size}) may go from recorder {recorder}; each is compared with its original once more before it goes:',
    zh: '执法记录仪 {recorder} 中可清除 {files} 个文件（{size}）；清除前逐个再与原始资料核对：',
  },
  'cli.docking.erase_stays': { en: 'These stay on it:', zh: '以下文件保留：' },
  'cli.docking.erase_how': {
    en: 'To take these very files off it: docket docking erase {docking} --confirm {list}',
    zh: '清除以上文件：docket docking erase {docking} --confirm {list}',
  },
  'cli.docking.erased': {
    en: '{gone} file(s) removed, {kept} kept, {unknown} unknown when it ended: {why}',
    zh: '已清除 {gone} 个，保留 {kept} 个，结束时无法确定 {unknown} 个：{why}',
  },
  'cli.docking.show': {
    en: 'show one docking: what came of it, what was erased, what stays on the recorder and why',
    zh: '显示一次接入：结果、已清除内容、记录仪中保留的文件及原因',
  },
  'cli.docking.erased_since': {
    en: '; since then it is known that {gone} had gone and {there} had not',
    zh: '；此后查明：已清除 {gone} 个，仍在 {there} 个',
  },
  'cli.docking.show_left': { en: 'Not taken in:', zh: '未采集：' },
  'cli.docking.since': { en: '(taken in since: {evidence})', zh: '（此后已采集：{evidence}）' },
  'cli.docking.show_again': {
    en: 'Disposed of before, and not taken in again:',
    zh: '此前已处置，未再采集：',
  },
  'cli.docking.disposed': { en: 'disposed of', zh: '已处置' },
  'cli.docking.show_erasings': { en: 'Erased:', zh: '清除：' },
  'cli.docking.show_kept': { en: 'Stays on the recorder:', zh: '保留在执法记录仪中：' },
  'cli.docking.show_unknown': {
    en: 'went or not, the next docking shows it',
    zh: '是否已清除，下次接入时查明',
  },
  'live.phase.erasing': { en: 'erasing', zh: '清除中' },
  'live.erased_words': {
    en: '{gone} file(s) were taken off the recorder; {kept} stay on it: docket docking show {docking}',
    zh: '已从执法记录仪清除 {gone} 个文件；保留 {kept} 个：docket docking show {docking}',
  },
  'live.erasing_files': {
    en: '{done} of {total} files; do not pull',
    zh: '{done} / {total} 个文件；请勿拔出',
  },
} as const satisfies Readonly<Record<string, Text>>;
