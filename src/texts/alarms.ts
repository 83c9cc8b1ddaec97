import { erasingAlarmTexts } from './erasing.ts';
import type { Text } from './text.ts';

/** What each alarm says, by its code. */
export const alarmTexts = {
  card_refused: {
    en: 'The card at port {port} matches no device profile and was refused: {root}. Add a profile in devices/, or look at it and take it in by hand: docket ingest FOLDER --from other (docket ingest --help).',
    zh: '仓位 {port} 的存储卡与任何设备型号档案都不匹配，已拒绝采集：{root}。请在 devices/ 中添加型号档案，或人工检查后采集：docket ingest 文件夹 --from other（见 docket ingest --help）。',
  },
  card_unreadable: {
    en: 'The card {root} could not be listed: {found}.',
    zh: '存储卡 {root} 无法列出内容：{found}。',
  },
  recorder_unregistered: {
    en: 'Recorder {recorder} at port {port} is not registered. Its recordings were taken in as unassigned. Register it: docket devices register {recorder}',
    zh: '仓位 {port} 的执法记录仪 {recorder} 未登记，其记录已按“未归属”采集。请登记：docket devices register {recorder}',
  },
  recorder_refused: {
    en: 'Recorder {recorder} at port {port} is not registered and was refused, as the configuration orders (intake.unregistered: refuse). Register it: docket devices register {recorder}',
    zh: '仓位 {port} 的执法记录仪 {recorder} 未登记，已按配置（intake.unregistered: refuse）拒绝采集。请登记：docket devices register {recorder}',
  },
  identity_conflict: {
    en: 'The card at port {port} says different things about whose it is: {claims}. Its recordings were taken in as unassigned; look at the card and the recorder.',
    zh: '仓位 {port} 的存储卡对所属设备的说法不一致：{claims}。其记录已按“未归属”采集，请核对存储卡与记录仪。',
  },
  recordings_failed: {
    en: '{count} recording(s) of recorder {recorder} at port {port} could not be read, for instance {path} ({reason}). Leave the card as it is; docket evidence list --docking {docking} names them.',
    zh: '仓位 {port} 的执法记录仪 {recorder} 有 {count} 个记录无法读取，例如 {path}（{reason}）。请勿改动存储卡；运行 docket evidence list --docking {docking} 可查看清单。',
  },
  sidecar_failed: {
    en: 'The sidecar {path} of evidence {evidence} could not be taken in ({reason}). The recording itself is safe.',
    zh: '证据 {evidence} 的附属文件 {path} 未能采集（{reason}）。记录本身已安全保存。',
  },
  card_stalled: {
    en: 'The card at port {port} has not answered for {seconds} s and was given up. Take the recorder out and dock it again; what was read so far is kept.',
    zh: '仓位 {port} 的存储卡 {seconds} 秒未响应，已停止采集。请取出记录仪重新接入；已读取的部分已保留。',
  },
  vault_full: {
    en: 'The vault has {free} left and intake needs more (reserve {reserve}). Intake waits and loses nothing; make room or add a disk.',
    zh: '存证库仅剩 {free}，不足以继续采集（保留空间 {reserve}）。采集已暂停，不会丢失数据；请释放空间或增加磁盘。',
  },
  vault_unwritable: {
    en: 'The vault cannot be written ({found}). Intake has stopped and loses nothing; look at the disk, then docket doctor.',
    zh: '存证库无法写入（{found}）。采集已停止，不会丢失数据；请检查磁盘，然后运行 docket doctor。',
  },
  original_lost: {
    en: 'Evidence {evidence} was secured but neither its staged file nor its original stands in the vault. Dock recorder {recorder} again at once and do not erase it.',
    zh: '证据 {evidence} 已暂存校验，但暂存文件与存证库原始资料均不存在。请立即重新接入执法记录仪 {recorder}，切勿清空。',
  },
  retention_failing: {
    en: 'Locks, holds and disposals cannot be brought into the vault: {found}. Nothing is lost; it is tried again by itself.',
    zh: '锁定期限、封存和处置无法同步到存证库：{found}。资料不会丢失；系统将自动重试。',
  },
  original_unkept: {
    en: 'The original {sha256} could not be locked, held or released as it should be: {found}. Run docket verify --vault full.',
    zh: '原始资料 {sha256} 未能按要求锁定、封存或解除：{found}。请运行 docket verify --vault full。',
  },
  disposed_on_recorder: {
    en: 'The recording of evidence {evidence}, which was disposed of, still lies on recorder {recorder}. It is not taken in again and was not touched; erase it there, or hand a copy in as a new item: docket ingest FOLDER --from other.',
    zh: '已处置的证据 {evidence} 的音像记录仍在执法记录仪 {recorder} 中。未再次采集，也未改动；请在记录仪上清除，或将副本作为新条目移交：docket ingest 文件夹 --from other。',
  },
  uploads_failing: {
    en: 'Originals do not go up into the vault: {found}. Recordings are taken in and kept on this station; they go up by themselves when this is put right (docket status).',
    zh: '原始资料无法上传至存证库：{found}。音像记录照常采集并暂存在本站；故障排除后自动上传（docket status）。',
  },
  staged_damaged: {
    en: 'The staged copy of evidence {evidence} is damaged: {found}. Dock recorder {recorder} again at once and do not erase it.',
    zh: '证据 {evidence} 的暂存副本已损坏：{found}。请立即重新接入执法记录仪 {recorder}，切勿清空。',
  },
  attachment_lost: {
    en: 'Attachment {name} of {of} cannot go into the vault: {found}. Attach the file again, with a new statement.',
    zh: '{of} 的附件 {name} 无法存入存证库：{found}。请另行提交说明并重新附上该文件。',
  },
  object_differs: {
    en: 'An object of the vault does not have the bytes its name says: {object}. Nothing was replaced; run docket verify --vault full.',
    zh: '存证库中的对象与其名称所示的内容不符：{object}。未作任何替换；请运行 docket verify --vault full。',
  },
  http_unavailable: {
    en: 'The HTTP interface does not answer: {found}. Recordings are taken in all the same.',
    zh: 'HTTP 接口不可用：{found}。采集不受影响。',
  },
  door_unavailable: {
    en: 'The door at which accounts give orders by command (access.doorSocket) does not open: {found}. Everything else goes on.',
    zh: '账号下达命令的入口（access.doorSocket）无法打开：{found}。其他功能不受影响。',
  },
  certificate_expiring: {
    en: 'The certificate {subject} with which this station is reached ends at {until}. Put a new one in its place; docket tls show says which it is.',
    zh: '访问本站所用的证书 {subject} 将于 {until} 到期。请及时更换；docket tls show 可查看详情。',
  },
  certificate_unusable: {
    en: 'The certificate with which this station is reached cannot be renewed or taken up: {found}. The one before stays in use.',
    zh: '访问本站所用的证书无法更新或启用：{found}。仍使用原证书。',
  },
  log_unpublished: {
    en: 'The ledger could not be written into the vault: {found}. The ledger itself is whole; it is tried again at the next checkpoint.',
    zh: '保管链未能写入存证库：{found}。保管链本身完整；将在下一个检查点重试。',
  },
  ffprobe_missing: {
    en: 'ffprobe is not installed, so nobody can tell how long recordings are: nothing that comes in is judged until it is. Install ffmpeg.',
    zh: '未安装 ffprobe，无法得知记录时长：安装之前新采集的记录无法判定时限。请安装 ffmpeg。',
  },
  ffmpeg_missing: {
    en: 'ffmpeg is not installed or does not run, so no viewing copies can be made. Intake goes on. Install ffmpeg; what waits is then made.',
    zh: '未安装 ffmpeg 或其无法运行，不能生成预览副本。采集照常。请安装 ffmpeg，安装后将补做。',
  },
  viewing_failing: {
    en: 'Viewing copies could not be made, for instance of {evidence}: {found}. Intake and originals are untouched; it is tried again every ten minutes.',
    zh: '未能生成预览副本，例如 {evidence}：{found}。采集与原始资料不受影响；每十分钟重试一次。',
  },
  judging_failed: {
    en: 'Recordings could not be judged: {found}. Intake goes on; it is tried again every minute. Look at the log.',
    zh: '时限判定未能进行：{found}。采集照常；每分钟重试一次。请查看日志。',
  },
  exiftool_missing: {
    en: 'ExifTool is not installed, so nobody can read the positions inside recordings; those in sidecars are read. Install libimage-exiftool-perl; what has come in is then looked at again.',
    zh: '未安装 ExifTool，无法读取录像文件内的位置；附属文件中的位置仍会读取。请安装 libimage-exiftool-perl，安装后将重新读取。',
  },
  locating_failed: {
    en: 'Where recordings were made could not be found out, for instance of {evidence}: {found}. Intake and verdicts go on; it is tried again every ten minutes.',
    zh: '未能得知录制地点，例如 {evidence}：{found}。采集与时限判定照常；每十分钟重试一次。',
  },
  not_stored_yet: {
    en: 'Session {session} is not in the vault yet and is due at {due} ({clause}). Look at the vault: docket status.',
    zh: '记录组 {session} 尚未存入存证库，期限为 {due}（{clause}）。请检查存证库：docket status。',
  },
  calendar_not_announced: {
    en: 'The working days of {year} are not known yet: deadlines that reach into it are provisional. When the State Council has announced them: docket calendar import FILE --year {year}.',
    zh: '{year} 年的工作日安排尚未录入：涉及该年的时限为暂定。国务院公布后请运行 docket calendar import 文件 --year {year}。',
  },
  case_file_due: {
    en: 'The file of case {case} is to be archived by {due} ({clause}), and is not. When it is: docket register set cases number={case} archived=DATE.',
    zh: '案件 {case} 的案卷应于 {due} 前（含当日）归档（{clause}），尚未归档。归档后请运行 docket register set cases number={case} archived=日期。',
  },
  duty_not_docked: {
    en: 'Officer {officer} was on duty from {from} to {to} with recorder {recorder}. It has not been docked at this station since; by {clause} its recordings were due at {due}. Ask for the recorder. Where there is nothing to dock, close the alarm and say why.',
    zh: '执法人员 {officer} 于 {from} 至 {to} 执勤，使用执法记录仪 {recorder}，此后未在本站接入；依据 {clause}，其记录应于 {due} 前存入。请催交记录仪；如无需接入，请关闭告警并说明理由。',
  },
  case_without_recording: {
    en: 'Case {case} concerns a matter that must be recorded ({matter}), and {days} days after {since} no recording is filed under it. Tag its recordings: docket evidence tag case={case} ID; where there are none, close the alarm and say why.',
    zh: '案件 {case} 属于应当音像记录的事项（{matter}），自 {since} 起已过 {days} 天，尚无记录归入该案。请标注：docket evidence tag case={case} 证据编号；如确无记录，请关闭告警并说明理由。',
  },
  recorder_unseen: {
    en: 'Recorder {recorder} (holder {holder}) is in use and has not been docked at this station for {days} days; last: {last}. Ask for it; if it is not in use, say so: docket register set recorders number={recorder} state=repair',
    zh: '在用执法记录仪 {recorder}（持有人 {holder}）已超过 {days} 天未在本站接入，最近一次：{last}。请查明去向；如未在用，请登记：docket register set recorders number={recorder} state=维修',
  },
  evidence_without_case: {
    en: '{count} recording(s) of docking {docking} (recorder {recorder}) are filed under no case after {days} days. docket evidence list --docking {docking} --without-case names them, docket evidence tag case=NUMBER ID files them; where they belong to none, close the alarm and say why.',
    zh: '接入 {docking}（执法记录仪 {recorder}）的 {count} 个记录超过 {days} 天未归入案件。docket evidence list --docking {docking} --without-case 可列出，docket evidence tag case=案号 证据编号 可归入；如不属于任何案件，请关闭告警并说明理由。',
  },
  foreign_device: {
    en: 'Something that is no recorder was plugged in at port {port}: {name}. Nothing of it was used. Take it out and find out whose it is.',
    zh: '仓位 {port} 插入了非执法记录仪设备：{name}。未使用该设备的任何内容。请取出并查明来源。',
  },
  recorder_vendor_mode: {
    en: 'The recorder at port {port} ({name}) has not opened its storage. Switch it to its USB disk mode (often: enter its password, or hold the key while plugging it in), then dock it again.',
    zh: '仓位 {port} 的执法记录仪（{name}）未开放存储。请将其切换到 U 盘模式（通常为输入密码，或按住按键再插入），然后重新接入。',
  },
  recorder_media_transfer: {
    en: 'The device at port {port} ({name}) offers media transfer (MTP), not a disk. Choose "USB disk" or "mass storage" on it, then dock it again.',
    zh: '仓位 {port} 的设备（{name}）处于媒体传输（MTP）模式而非磁盘模式。请在设备上选择“U 盘”或“大容量存储”，然后重新接入。',
  },
  volume_failing: {
    en: 'A volume of the recorder at port {port} could not be opened: {found}.',
    zh: '仓位 {port} 的执法记录仪有一个卷无法打开：{found}。',
  },
  link_slow: {
    en: 'Recorder {recorder} at port {port} runs over a USB 2 link ({megabits} Mbit/s) although it could be faster: try another port or cable.',
    zh: '仓位 {port} 的执法记录仪 {recorder} 以 USB 2 速率（{megabits} Mbit/s）连接，低于其能力：请更换仓位或线缆。',
  },
  findings_many: {
    en: 'Docking {docking} gives more than {most} findings of one kind ({code}); the others are not entered. Look at the card and its recordings: docket finding list --all.',
    zh: '接入 {docking} 的同类发现（{code}）超过 {most} 项，其余未列出。请检查该卡及其记录：docket finding list --all。',
  },
  finding_failed: {
    en: 'Recordings could not be compared with one another: {found}. Intake and verdicts go on; it is tried again every minute. Look at the log.',
    zh: '记录连续性检查未能进行：{found}。采集与判定照常；每分钟重试一次。请查看日志。',
  },
  emergency_viewing: {
    en: '{who} watches footage in an emergency without approval until {until}: request {request}. It must be approved or rejected: docket request show {request}',
    zh: '{who} 因紧急情形未经批准查看影像，至 {until}：申请 {request}。须予审批：docket request show {request}',
  },
  clock_suspect: {
    en: 'The clock of recorder {recorder} is doubtful: {count} recording(s) say {example}. Their times are shown as they were found.',
    zh: '执法记录仪 {recorder} 的时钟可疑：{count} 个记录的时间为 {example}。时间按原样显示。',
  },
  ...erasingAlarmTexts,
  backup_failed: {
    en: 'The backup into {folder} could not be made: {found}. It is tried again every hour; older backups are kept. docket backup tries now.',
    zh: '未能备份到 {folder}：{found}。每小时重试一次；较早的备份已保留。可运行 docket backup 立即重试。',
  },
  backup_no_recipient: {
    en: 'No backup was made into {folder}: backup.recipient is not set, and the station’s key must not lie there in clear. Run docket backup --make-key, keep the secret key elsewhere, and put the public one into the configuration.',
    zh: '未备份到 {folder}：未设置 backup.recipient，站点密钥不得以明文存放。请运行 docket backup --make-key，另行妥善保管私钥，并将公钥写入配置。',
  },
  backup_same_disk: {
    en: 'Backups go to {folder}, which is on the same disk as the station itself: with that disk both are lost. Set backup.folder to another disk.',
    zh: '备份写入 {folder}，与站点位于同一磁盘：磁盘损坏将同时丢失。请将 backup.folder 设为另一块磁盘。',
  },
  original_damaged: {
    en: 'A copy of evidence {evidence} is damaged: {object} should be {expected}, found was {found}. Nothing of it was removed; another copy is tried at once. docket fixity status tells what became of it.',
    zh: '证据 {evidence} 的一份副本已损坏：{object} 应为 {expected}，实际为 {found}。未删除任何内容，正在尝试另一份副本。结果见 docket fixity status。',
  },
  original_unrepaired: {
    en: 'Evidence {evidence} is damaged and no second copy matches. Keep recorder {recorder} as it is and do not erase it: it may still hold the recording (dock it; docket ingest FOLDER takes it in again). Look for copies on disc, tape or in exports; keep the damaged one, and have the disk examined.',
    zh: '证据 {evidence} 已损坏，且没有核对一致的第二份副本。请保持执法记录仪 {recorder} 原样、切勿清空：其中可能仍有该记录（接入或用 docket ingest 文件夹 重新采集）。请查找光盘、磁带或导出的副本，保留损坏的内容，并检修磁盘。',
  },
  original_waits_for_copy: {
    en: 'Evidence {evidence} is damaged and the vault with its second copy is not there now. Bring it back: the repair is tried again every hour. Do not erase recorder {recorder}.',
    zh: '证据 {evidence} 已损坏，存有第二份副本的存证库当前不可用。请恢复该存证库，每小时会重试修复。切勿清空执法记录仪 {recorder}。',
  },
  originals_repaired: {
    en: 'Originals of this vault were damaged and have been repaired from another copy, first evidence {evidence} ({object}, from {from}, a vault or a docking; what was damaged is kept as {kept}). Nothing is lost. Have the disk examined; docket fixity status names the others.',
    zh: '本存证库有原始资料损坏，已用另一份副本修复，首例为证据 {evidence}（{object}，来自存证库或接入 {from}；损坏的内容保留为 {kept}）。内容没有丢失。请检修磁盘；其余见 docket fixity status。',
  },
  ledger_ahead: {
    en: 'The clock of this machine was ahead and was put back: entries from {since} on bear times that have not come yet, {length} ahead. Every new entry bears {until} until then. Check the clock (docket doctor); what was timed meanwhile needs a person to look at it.',
    zh: '本机时钟曾偏快后被调回：自第 {since} 条起，条目时间尚未到来，超前 {length}。在此之前新条目的时间均为 {until}。请核对时钟（docket doctor）；其间的时间须人工核对。',
  },
  strays_in_vault: {
    en: 'In vault {vault} {count} file(s) stand among the originals that no entry names, for instance {example}. Docket has not put them there and removes nothing: docket doctor names them; find out who did.',
    zh: '存证库 {vault} 的原始资料文件夹中有 {count} 个文件未经条目记载，例如 {example}。这些文件并非由 Docket 放入，Docket 也不会删除：docket doctor 可列出，请查明来源。',
  },
  fixity_behind: {
    en: 'Originals cannot all be read back within {days} days: the oldest was read {oldest} days ago, of {count}. {rate} MiB/s are allowed, about {needed} MiB/s would be needed: raise fixity.mebibytesPerSecond or fixity.days.',
    zh: '无法在 {days} 天内读回全部原始资料：共 {count} 个，最早一个上次读回于 {oldest} 天前。当前限速 {rate} MiB/s，约需 {needed} MiB/s：请调高 fixity.mebibytesPerSecond 或 fixity.days。',
  },
  config_unapproved: {
    en: '{count} setting(s) of the configuration file were changed that need two persons, and nobody has confirmed them: {keys}. The station goes on by what stood before. Change them back, or: docket config propose, then docket proposal confirm PROPOSAL by somebody else, and start the station again.',
    zh: '配置文件中有 {count} 项须经两人的设置被改动而未经确认：{keys}。站点仍按原设置运行。请改回；或运行 docket config propose，由另一人执行 docket proposal confirm 编号，再重新启动站点。',
  },
  mirror_absent: {
    en: 'The mirror {place} is not there: {found}. Recordings are taken in and stored as ever; copies go there by themselves when it is back. Nothing is created in its place.',
    zh: '镜像 {place} 不可用：{found}。采集与存证照常；恢复后自动补齐副本。不会在原处新建任何内容。',
  },
  mirror_not_made: {
    en: 'The configuration names a mirror at {place} that has not been made. Stop the daemon, run docket init, and start it again.',
    zh: '配置中的镜像 {place} 尚未创建。请停止守护进程，运行 docket init，然后重新启动。',
  },
  mirror_failing: {
    en: 'Copies cannot be written to the mirror: {found}. It is tried again by itself; until then originals are in one place only (docket status).',
    zh: '无法向镜像写入副本：{found}。将自动重试；在此之前原始资料只有一份（docket status）。',
  },
  single_copy: {
    en: '{count} original(s) of {size} have been in one place only for longer than {days} days, the oldest since {oldest}. Look at the mirror (docket status), or set one up: vault.mirror in the configuration. docket evidence list --single-copy names them.',
    zh: '{count} 个原始资料（{size}）仅有一份已超过 {days} 天，最早的自 {oldest} 起。请检查镜像（docket status），或在配置中设置 vault.mirror。docket evidence list --single-copy 可列出。',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type AlarmCode = keyof typeof alarmTexts;
