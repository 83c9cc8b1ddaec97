import type { EntryType, HandedInWay } from '../custody/entry-kinds.ts';
import { accessEndingTexts, accessEntryTexts } from './access-entries.ts';
import { deadlineEntryTexts } from './deadline-entries.ts';
import { erasingEndingTexts, erasingEntryTexts } from './erasing.ts';
import { keepingEntryTexts } from './keeping-entries.ts';
import type { Text } from './text.ts';
import { viewingEntryTexts } from './viewing-entries.ts';

/** After the words of an entry by which something was stored. */
export const notReadBack = {
  en: '(not read back: the store took it with its digests)',
  zh: '（未读回：该存储已按摘要接收）',
} as const satisfies Text;

/**
 * What each kind of ledger entry says in plain words. A hole is a field of the entry, public or personal, or one of
 * `subject`, `size` (its bytes in units), `mounted` (whether read-only) and `why` (its reason in words, or the alarm's
 * sentence).
 */
export const entryTexts = {
  'station.initialised': {
    en: 'station {code} was created with ledger {origin}',
    zh: '创建站点 {code}，保管链 {origin}',
  },
  'station.started': { en: 'the station was started, version {version}', zh: '站点启动，版本 {version}' },
  'station.restored': {
    en: 'the station had its data back from {why}; {count} entries came from the vault alone, {lostValues} names, paths and the like are lost, {unknownOriginals} originals are named by no entry',
    zh: '站点数据已从{why}恢复；其中 {count} 条仅来自存证库，{lostValues} 项姓名、路径等已遗失，{unknownOriginals} 个原始资料没有条目记载',
  },
  'station.rekeyed': {
    en: 'the station’s key was lost; from here on {publicKey} signs, on the word of whoever entered it',
    zh: '站点密钥已遗失；此后由 {publicKey} 签名，以录入者的声明为准',
  },
  'station.stopped': { en: 'the station was stopped', zh: '站点停止' },
  'backup.made': {
    en: 'a backup of {entries} entries was made and proved: {file} in {folder}, {size}, SHA-256 {sha256}',
    zh: '已完成备份并验证，共 {entries} 条：{folder} 中的 {file}，{size}，SHA-256 {sha256}',
  },
  'backup.removed': {
    en: 'older backups were removed: {files}',
    zh: '已删除较早的备份：{files}',
  },
  'recorder.registered': {
    en: 'recorder {recorder} was registered, profile {profile}, holder {holder}',
    zh: '登记执法记录仪 {recorder}，型号档案 {profile}，持有人 {holder}',
  },
  'docking.started': {
    en: 'a card was docked at port {port} ({root}; {mounted})',
    zh: '仓位 {port} 接入存储卡（{root}；{mounted}）',
  },
  'docking.device': {
    en: 'it is the USB device {usbId} at {path}: {product}, serial number {serial}',
    zh: '其 USB 设备为 {path} 处的 {usbId}：{product}，序列号 {serial}',
  },
  'port.named': { en: 'the place {path} on the USB bus is port {port}', zh: 'USB 位置 {path} 即仓位 {port}' },
  'device.ignored': {
    en: 'something that is no recorder was plugged in at {path} and not used: {usbId}, {product}',
    zh: '{path} 处插入了非执法记录仪设备，未使用：{usbId}，{product}',
  },
  'docking.identified': {
    en: 'the card is that of recorder {recorder}, profile {profile}',
    zh: '识别为执法记录仪 {recorder}，型号档案 {profile}',
  },
  'docking.handed_in': {
    en: 'it did not come over the dock ({why}): handed in by {by}, second person {second}, seal {seal}, because: {cause}',
    zh: '非经仓位接入（{why}）：{by} 移交，在场第二人 {second}，封签 {seal}，事由：{cause}',
  },
  'docking.marked': {
    en: "the card's marker file names officer {officers} ({officerNames}) and unit {units} ({unitNames})",
    zh: '存储卡标识文件记有人员 {officers}（{officerNames}）、单位 {units}（{unitNames}）',
  },
  'docking.refused': { en: 'the card was refused: {why}', zh: '拒绝采集：{why}' },
  'docking.listed': {
    en: '{recordings} recording(s) of {size} are on the card',
    zh: '存储卡上有 {recordings} 个记录，共 {size}',
  },
  'files.ignored': {
    en: '{count} file(s) that are no recordings stayed on the card',
    zh: '{count} 个非记录文件留在存储卡上',
  },
  'docking.paused': { en: 'reading was paused', zh: '采集暂停' },
  'docking.resumed': { en: 'reading was resumed', zh: '采集继续' },
  'docking.prioritised': { en: 'it was put before the other recorders', zh: '提到其他记录仪之前优先采集' },
  'docking.completed': {
    en: 'the card was gone through: {stored} stored, {alreadyStored} known already, {secured} secured, {failed} failed, {deferred} deferred',
    zh: '清点结束：已存证 {stored}，此前已存 {alreadyStored}，已暂存 {secured}，失败 {failed}，推迟 {deferred}',
  },
  'docking.ended': { en: 'the docking ended: {why}', zh: '接入结束：{why}' },
  'recording.secured': {
    en: 'read whole from recorder {recorder} in docking {docking}: {path}, {size}, SHA-256 {sha256}; staged on the station, read back from the disk and equal',
    zh: '在接入 {docking} 中从执法记录仪 {recorder} 完整读取：{path}，{size}，SHA-256 {sha256}；已暂存于采集站，从磁盘读回核对一致',
  },
  'recording.stored': {
    en: 'put write-once into vault {vault} as {object}, locked until {retainUntil}',
    zh: '一次写入存证库 {vault}：{object}，锁定至 {retainUntil}',
  },
  'recording.duplicate': {
    en: 'the same bytes were found again on recorder {recorder} in docking {docking}: {path}',
    zh: '在接入 {docking} 中于执法记录仪 {recorder} 再次发现相同内容：{path}',
  },
  'recordings.recognised': {
    en: 'known again in docking {docking} by path, size, time and both ends, and not read anew',
    zh: '在接入 {docking} 中按路径、大小、时间和首尾摘要认出，未重新读取',
  },
  'recordings.seen_again': {
    en: '{count} recording(s) that were disposed of before still lay on recorder {recorder} in docking {docking}; they stayed there',
    zh: '接入 {docking} 中，执法记录仪 {recorder} 上仍有 {count} 个此前已处置的记录；未再采集，留在卡上',
  },
  'recording.failed': {
    en: '{path} ({size}) of recorder {recorder} could not be brought in: {why}',
    zh: '执法记录仪 {recorder} 的 {path}（{size}）未能采集：{why}',
  },
  'recording.deferred': {
    en: '{path} ({size}) of recorder {recorder} was left for later: {why}',
    zh: '执法记录仪 {recorder} 的 {path}（{size}）留待以后：{why}',
  },
  'recording.prioritised': { en: '{path} was put first', zh: '{path} 提到最前' },
  'sidecar.secured': {
    en: 'its sidecar {path} ({size}, SHA-256 {sha256}) is on the station, verified, and waits to be stored',
    zh: '附属文件 {path}（{size}，SHA-256 {sha256}）已在采集站暂存校验，等待入库',
  },
  'sidecar.stored': {
    en: 'its sidecar {path} ({size}, SHA-256 {sha256}) was put write-once into vault {vault}',
    zh: '附属文件 {path}（{size}，SHA-256 {sha256}）一次写入存证库 {vault}',
  },
  'sidecar.failed': {
    en: 'its sidecar {path} could not be taken in: {why}',
    zh: '附属文件 {path} 未能采集：{why}',
  },
  'recording.timed': {
    en: 'it began at {start} ({source}) and ended at {ended}, by a clock corrected by {offsetSeconds} s',
    zh: '录制开始于 {start}（依据{source}），结束于 {ended}，时钟修正 {offsetSeconds} 秒',
  },
  'recording.located': {
    en: 'it was made where {fixes} fix(es) say ({why}), from {start} to {end}; {dropped} were not believed',
    zh: '录制地点依据{why}的 {fixes} 个定位点，自 {start} 至 {end}；{dropped} 个不可信',
  },
  'docking.clock': {
    en: "the recorder's clock is wrong: ahead by at least {offsetSeconds} s ({why})",
    zh: '执法记录仪时钟有误：至少快 {offsetSeconds} 秒（{why}）',
  },
  'docking.clock_corrected': {
    en: "the recorder's clock was ahead by {offsetSeconds} s: {note}",
    zh: '执法记录仪时钟快 {offsetSeconds} 秒：{note}',
  },
  'evidence.tagged': { en: 'tagged {tag} ({why})', zh: '标注 {tag}（{why}）' },
  'register.entered': { en: '{subject} was entered', zh: '录入 {subject}' },
  'register.removed': { en: '{subject} was taken away: {cause}', zh: '移除 {subject}：{cause}' },
  'register.import_begun': {
    en: '{rows} row(s) of {register} are imported from {file} (SHA-256 {sha256}), {refused} fault(s) told',
    zh: '自 {file} 导入 {register} {rows} 行（SHA-256 {sha256}），指出错误 {refused} 处',
  },
  'register.imported': {
    en: 'the import of {rows} row(s) of {register} is complete',
    zh: '{register} {rows} 行导入完成',
  },
  'case.ledger_exported': {
    en: 'the electronic ledger of {subject} with {recordings} recording(s) ({size}, SHA-256 {sha256}) was exported to {destination}',
    zh: '导出 {subject} 的执法电子台账（含记录 {recordings} 个，{size}，SHA-256 {sha256}）至 {destination}',
  },
  'recording.probed': {
    en: 'its container was read: {container}, {streamCount} stream(s), {length} long',
    zh: '读取容器信息：{container}，{streamCount} 个流，时长 {length}',
  },
  'finding.made': { en: 'finding {finding}: {why}', zh: '发现 {finding}：{why}' },
  'finding.withdrawn': {
    en: 'finding {finding} does not hold any more: {why}',
    zh: '发现 {finding} 不再成立：{why}',
  },
  'finding.explained': {
    en: 'finding {finding} was explained: {who}, {when}: {why}; signed by {signedBy}; {text}',
    zh: '对发现 {finding} 作出说明：{who}，{when}：{why}；签名：{signedBy}；{text}',
  },
  'finding.attached': {
    en: 'attachment {name} of the statement on finding {finding} ({size}, SHA-256 {sha256}) put write-once into vault {vault}',
    zh: '发现 {finding} 的说明附件 {name}（{size}，SHA-256 {sha256}）一次写入存证库 {vault}',
  },
  'finding.dismissed': {
    en: 'finding {finding} was put aside: {reason}',
    zh: '发现 {finding} 已排除：{reason}',
  },
  'evidence.exported': {
    en: 'a copy ({size}, SHA-256 {sha256}) was exported with its proof to {destination}',
    zh: '副本（{size}，SHA-256 {sha256}）连同证明导出至 {destination}',
  },
  'track.exported': {
    en: 'its track ({format}, {size}, SHA-256 {sha256}) was exported to {destination}',
    zh: '轨迹（{format}，{size}，SHA-256 {sha256}）导出至 {destination}',
  },
  'entries.exported': {
    en: '{entries} entries were given to {destination} as a file, SHA-256 {sha256}; asked for: {question}',
    zh: '向 {destination} 导出 {entries} 条条目，SHA-256 {sha256}；查询条件：{question}',
  },
  'ledger.exported': {
    en: 'the ledger with {size} entries was exported to {destination}',
    zh: '导出保管链（{size} 条）至 {destination}',
  },
  ...deadlineEntryTexts,
  ...keepingEntryTexts,
  ...viewingEntryTexts,
  ...erasingEntryTexts,
  'alarm.raised': { en: 'alarm {alarm}: {why}', zh: '告警 {alarm}：{why}' },
  'alarm.acknowledged': { en: 'alarm {alarm} was acknowledged: {note}', zh: '确认告警 {alarm}：{note}' },
  'alarm.acknowledged.2': { en: 'alarm {alarm} was acknowledged: {note}', zh: '确认告警 {alarm}：{note}' },
  'alarm.handled': { en: 'alarm {alarm} was handled: {text}', zh: '处置告警 {alarm}：{text}' },
  'alarm.closed': { en: 'alarm {alarm} was closed ({why}): {note}', zh: '关闭告警 {alarm}（{why}）：{note}' },
  ...accessEntryTexts,
} as const satisfies Readonly<Record<EntryType, Text>>;

/** Whether the station could be sure that nothing is written to a card. */
export const mountTexts = {
  readOnly: { en: 'read-only', zh: '只读' },
  notEnsured: { en: 'read-only could not be ensured', zh: '未能确保只读' },
} as const satisfies Readonly<Record<string, Text>>;

/** From where a recording's start was read. */
export const startSourceTexts = {
  name: { en: "by the file's name", zh: '文件名' },
  segments: { en: 'by the segments before it', zh: '前面的分段' },
  container: { en: 'by the container', zh: '文件容器' },
  sidecar: { en: 'by satellite time', zh: '卫星时间' },
  file: { en: "by the file's own time", zh: '文件时间' },
} as const satisfies Readonly<Record<string, Text>>;

/** By which other way than the dock something came in. */
export const wayTexts = {
  reader: { en: 'card in a reader', zh: '读卡器读卡' },
  camera: { en: 'camera', zh: '照相机、摄像机' },
  surveillance: { en: 'surveillance export', zh: '视频监控导出' },
  other: { en: 'other way', zh: '其他途径' },
} as const satisfies Readonly<Record<HandedInWay, Text>>;

/** Why a docking ended, and why a card was refused: codes that are not reasons of a recording. */
export const endingTexts = {
  ...erasingEndingTexts,
  taken: {
    en: 'the card had been gone through',
    zh: '清点已结束',
  },
  detached: { en: 'the recorder was taken out before all was read', zh: '采集完成前被取出' },
  cancelled: { en: 'a person cancelled it', zh: '人工取消' },
  refused: { en: 'the card had been refused', zh: '存储卡已被拒绝' },
  interrupted: { en: 'the station went down in the middle', zh: '站点中途停机' },
  stopped: { en: 'the station was stopped', zh: '站点停止' },
  backup: { en: 'a backup', zh: '备份' },
  vault: { en: 'its vault alone', zh: '存证库' },
  no_profile: { en: 'it matches no device profile', zh: '与任何设备型号档案都不匹配' },
  unregistered: { en: 'the recorder is not registered', zh: '执法记录仪未登记' },
  recorder_contradicted: {
    en: 'its own marks contradict whose card it was said to be',
    zh: '存储卡自身标识与所称归属不符',
  },
  cause_gone: { en: 'its cause is gone', zh: '原因已消除' },
  gap: { en: 'by time and officer', zh: '按时间与执法人员' },
  segments: { en: 'segments of one recording', zh: '同一记录的分段' },
  split: { en: 'a person split it off', zh: '人工拆分' },
  joined: { en: 'a person joined them', zh: '人工合并' },
  person: { en: 'by a person', zh: '人工录入' },
  roster: { en: 'by the duty roster', zh: '勤务安排' },
  gps: { en: 'by satellites', zh: '卫星定位' },
  nmea: { en: 'NMEA sidecar', zh: 'NMEA 附属文件' },
  gpx: { en: 'GPX sidecar', zh: 'GPX 附属文件' },
  embedded: { en: 'samples inside the file', zh: '文件内的定位数据' },
  container: { en: 'the position in the file', zh: '文件内的位置' },
  marker: { en: "by the card's marker file", zh: '存储卡标识文件' },
  file_name: { en: "by the file's name", zh: '文件名' },
  register: { en: 'by the register', zh: '登记簿' },
  arrived: { en: 'what was missing has come in since', zh: '缺失的内容已采集' },
  changed: { en: 'times or facts have changed', zh: '时间或事实已变更' },
  newest_file: { en: 'a file lies in the future', zh: '有文件时间在未来' },
  reset: { en: 'it had been reset', zh: '时钟曾被重置' },
  approved: { en: 'approved', zh: '批准' },
  rejected: { en: 'rejected', zh: '驳回' },
  withdrawn: { en: 'withdrawn', zh: '撤回' },
  ...accessEndingTexts,
} as const satisfies Readonly<Record<string, Text>>;
