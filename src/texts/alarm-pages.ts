import type { Text } from './text.ts';

/**
 * What alarms say on pages, where `alarms.ts` names commands: whoever sits before a page is told of pages and buttons, and of
 * the administrator where there is none. A code that is not here says the same in both places.
 */
export const alarmPageTexts = {
  card_refused: {
    en: 'The card at port {port} is of no model that this station knows and was refused: {root}. Hand it to the administrator, who adds the model or takes the card in by hand.',
    zh: '仓位 {port} 的存储卡不属于本站已知的任何型号，已拒绝采集：{root}。请交管理员添加型号档案或人工采集。',
  },
  recorder_unregistered: {
    en: 'Recorder {recorder} at port {port} is not registered. Its recordings were taken in as unassigned. Enter it on the page Registers, under recorders.',
    zh: '仓位 {port} 的执法记录仪 {recorder} 未登记，其记录已按“未归属”采集。请在“基础登记”页面的设备一栏登记。',
  },
  recorder_refused: {
    en: 'Recorder {recorder} at port {port} is not registered and was refused, as this station is set. Enter it on the page Registers, under recorders, and dock it again.',
    zh: '仓位 {port} 的执法记录仪 {recorder} 未登记，已按本站设置拒绝采集。请在“基础登记”页面登记后重新接入。',
  },
  recordings_failed: {
    en: '{count} recording(s) of recorder {recorder} at port {port} could not be read, for instance {path} ({reason}). Leave the card as it is and call the administrator; the docking is {docking}.',
    zh: '仓位 {port} 的执法记录仪 {recorder} 有 {count} 个记录无法读取，例如 {path}（{reason}）。请勿改动存储卡，并联系管理员；接入编号 {docking}。',
  },
  vault_unwritable: {
    en: 'The vault cannot be written ({found}). Intake has stopped and loses nothing; look at the disk, then at the page Station, under Health.',
    zh: '存证库无法写入（{found}）。采集已停止，不会丢失数据；请检查磁盘，并查看“采集站”页面的运行状态。',
  },
  original_unkept: {
    en: 'The original {sha256} could not be locked, held or released as it should be: {found}. The administrator has the whole vault verified.',
    zh: '原始资料 {sha256} 未能按要求锁定、封存或解除：{found}。请由管理员对存证库作完整核验。',
  },
  disposed_on_recorder: {
    en: 'The recording of evidence {evidence}, which was disposed of, still lies on recorder {recorder}. It is not taken in again and was not touched; erase it there, or ask the administrator to take a copy in as a new item.',
    zh: '已处置的证据 {evidence} 的音像记录仍在执法记录仪 {recorder} 中。未再次采集，也未改动；请在记录仪上清除，或请管理员将副本作为新条目采集。',
  },
  uploads_failing: {
    en: 'Originals do not go up into the vault: {found}. Recordings are taken in and kept on this station; they go up by themselves when this is put right. The page Station shows how many wait.',
    zh: '原始资料无法上传至存证库：{found}。音像记录照常采集并暂存在本站；故障排除后自动上传。“采集站”页面显示等待数量。',
  },
  config_unapproved: {
    en: '{count} setting(s) of the configuration file were changed that need two persons, and nobody has confirmed them: {keys}. The station goes on by what stood before. The administrator changes them back, or proposes them on the page Station, under Configuration; somebody else confirms, and the station is started again.',
    zh: '配置文件中有 {count} 项须经两人的设置被改动而未经确认：{keys}。站点仍按原设置运行。请管理员改回，或在“采集站”页面的配置一栏提出，由另一人确认后重新启动站点。',
  },
  object_differs: {
    en: 'An object of the vault does not have the bytes its name says: {object}. Nothing was replaced; the administrator has the whole vault verified.',
    zh: '存证库中的对象与其名称所示的内容不符：{object}。未作任何替换；请由管理员对存证库作完整核验。',
  },
  certificate_expiring: {
    en: 'The certificate {subject} with which this station is reached ends at {until}. The administrator puts a new one in its place.',
    zh: '访问本站所用的证书 {subject} 将于 {until} 到期。请由管理员及时更换。',
  },
  not_stored_yet: {
    en: 'Session {session} is not in the vault yet and is due at {due} ({clause}). Look at the vault: page Station, Health.',
    zh: '记录组 {session} 尚未存入存证库，期限为 {due}（{clause}）。请在“采集站”页面的运行状态中检查存证库。',
  },
  calendar_not_announced: {
    en: 'The working days of {year} are not known yet: deadlines that reach into it are provisional. When the State Council has announced them, import the year on the page Station, under Calendar.',
    zh: '{year} 年的工作日安排尚未录入：涉及该年的时限为暂定。国务院公布后，请在“采集站”页面的工作日历中导入。',
  },
  case_file_due: {
    en: 'The file of case {case} is to be archived by {due} ({clause}), and is not. When it is, enter the day on the page Registers, under cases.',
    zh: '案件 {case} 的案卷应于 {due} 前（含当日）归档（{clause}），尚未归档。归档后请在“基础登记”页面的案件一栏填写归档日期。',
  },
  case_without_recording: {
    en: 'Case {case} concerns a matter that must be recorded ({matter}), and {days} days after {since} no recording is filed under it. File its recordings on the page Evidence; where there are none, close the alarm and say why.',
    zh: '案件 {case} 属于应当音像记录的事项（{matter}），自 {since} 起已过 {days} 天，尚无记录归入该案。请在“音像证据”页面归入；确无记录的，请关闭告警并说明原因。',
  },
  recorder_unseen: {
    en: 'Recorder {recorder} (holder {holder}) is in use and has not been docked at this station for {days} days; last: {last}. Ask for it; if it is not in use, say so on the page Registers, under recorders.',
    zh: '在用执法记录仪 {recorder}（持有人 {holder}）已超过 {days} 天未在本站接入，最近一次：{last}。请查明去向；如未在用，请在“基础登记”页面的设备一栏更改状态。',
  },
  evidence_without_case: {
    en: '{count} recording(s) of docking {docking} (recorder {recorder}) are filed under no case after {days} days. File them on the page Evidence; where they belong to none, close the alarm and say why.',
    zh: '接入 {docking}（执法记录仪 {recorder}）的 {count} 个记录超过 {days} 天未归入案件。请在“音像证据”页面归入；确不属于任何案件的，请关闭告警并说明原因。',
  },
  findings_many: {
    en: 'Docking {docking} gives more than {most} findings of one kind ({code}); the others are not entered. Look at the card, and at its recordings on the page Evidence.',
    zh: '接入 {docking} 的同类发现（{code}）超过 {most} 项，其余未列出。请检查该卡，并在“音像证据”页面查看其记录。',
  },
  emergency_viewing: {
    en: '{who} watches footage in an emergency without approval until {until}: request {request}. It must be approved or rejected on the page Requests.',
    zh: '{who} 因紧急情形未经批准查看影像，至 {until}：申请 {request}。须在“申请审批”页面予以审批。',
  },
  backup_failed: {
    en: 'The backup into {folder} could not be made: {found}. It is tried again every hour; older backups are kept. The page Station, Backups, tries now.',
    zh: '未能备份到 {folder}：{found}。每小时重试一次；较早的备份已保留。可在“采集站”页面的备份中立即重试。',
  },
  backup_no_recipient: {
    en: 'No backup was made into {folder}: no key is set to which backups are encrypted, and the station’s own key must not lie there in clear. The administrator makes a key pair and sets it.',
    zh: '未备份到 {folder}：未设置备份的加密公钥，站点密钥不得以明文存放。请由管理员生成备份密钥并完成设置。',
  },
  original_damaged: {
    en: 'A copy of evidence {evidence} is damaged: {object} should be {expected}, found was {found}. Nothing of it was removed; another copy is tried at once. The page Ledger tells what became of it.',
    zh: '证据 {evidence} 的一份副本已损坏：{object} 应为 {expected}，实际为 {found}。未删除任何内容，正在尝试另一份副本。结果见“保管链”页面。',
  },
  original_unrepaired: {
    en: 'Evidence {evidence} is damaged and no second copy matches. Keep recorder {recorder} as it is and do not erase it: it may still hold the recording; dock it again. Look for copies on disc, tape or in exports; keep the damaged one, and have the disk examined.',
    zh: '证据 {evidence} 已损坏，且没有核对一致的第二份副本。请保持执法记录仪 {recorder} 原样、切勿清空：其中可能仍有该记录，请重新接入。请查找光盘、磁带或导出的副本；保留损坏的一份，并检查磁盘。',
  },
  originals_repaired: {
    en: 'Originals of this vault were damaged and have been repaired from another copy, first evidence {evidence} ({object}, from {from}, a vault or a docking; what was damaged is kept as {kept}). Nothing is lost. Have the disk examined; the page Ledger names the others.',
    zh: '本存证库有原始资料损坏，已用另一份副本修复，首例为证据 {evidence}（{object}，来自存证库或接入 {from}；损坏的内容保留为 {kept}）。内容未丢失。请检查磁盘；其余见“保管链”页面。',
  },
  ledger_ahead: {
    en: 'The clock of this machine was ahead and was put back: entries from {since} on bear times that have not come yet, {length} ahead. Every new entry bears {until} until then. Check the clock on the page Station, under Health; what was timed meanwhile needs a person to look at it.',
    zh: '本机时钟曾偏快后被调回：自第 {since} 条起，条目时间尚未到来，超前 {length}。在此之前新条目的时间均为 {until}。请在“采集站”页面的运行状态中核对时钟；其间计时的内容须人工核实。',
  },
  strays_in_vault: {
    en: 'In vault {vault} {count} file(s) stand among the originals that no entry names, for instance {example}. Docket has not put them there and removes nothing: find out who did.',
    zh: '存证库 {vault} 的原始资料文件夹中有 {count} 个文件未经条目记载，例如 {example}。这些文件并非由 Docket 放入，Docket 也不会删除：请查明来源。',
  },
  mirror_not_made: {
    en: 'The configuration names a mirror at {place} that has not been made. The administrator makes it.',
    zh: '配置中的镜像 {place} 尚未创建，请由管理员创建。',
  },
  mirror_failing: {
    en: 'Copies cannot be written to the mirror: {found}. It is tried again by itself; until then originals are in one place only.',
    zh: '无法向镜像写入副本：{found}。将自动重试；在此之前原始资料只有一份。',
  },
  single_copy: {
    en: '{count} original(s) of {size} have been in one place only for longer than {days} days, the oldest since {oldest}. Look at the mirror on the page Station, or ask the administrator to set one up.',
    zh: '{count} 个原始资料（{size}）仅有一份已超过 {days} 天，最早的自 {oldest} 起。请在“采集站”页面检查镜像，或请管理员设置。',
  },
  erasing_incomplete: {
    en: '{count} file(s) that were to go stay on recorder {recorder}, for instance {path} ({reason}). Look at the card and dock the recorder again; the docking is {docking}.',
    zh: '执法记录仪 {recorder} 有 {count} 个应清除的文件未清除，例如 {path}（{reason}）。请检查存储卡后重新接入；接入编号 {docking}。',
  },
  recorder_full: {
    en: 'The card of recorder {recorder} is nearly full: {free} of {total} free, {locked} locked as important, which the recorder does not write over. Next shift: {shift}. Ask the administrator to make room before, or look at what stays on it.',
    zh: '执法记录仪 {recorder} 的存储卡将满：共 {total}，可用 {free}，其中 {locked} 标为重要而锁定，记录仪不会覆盖。下次执勤：{shift}。请在此之前请管理员腾出空间，或检查卡上保留的文件。',
  },
} as const satisfies Readonly<Record<string, Text>>;
