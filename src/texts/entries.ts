import type { EntryType } from '../custody/entry-kinds.ts';
import type { Text } from './text.ts';

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
  'station.stopped': { en: 'the station was stopped', zh: '站点停止' },
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
  'recording.failed': {
    en: '{path} ({size}) of recorder {recorder} could not be brought in: {why}',
    zh: '执法记录仪 {recorder} 的 {path}（{size}）未能采集：{why}',
  },
  'recording.deferred': {
    en: '{path} ({size}) of recorder {recorder} was left for later: {why}',
    zh: '执法记录仪 {recorder} 的 {path}（{size}）留待以后：{why}',
  },
  'recording.prioritised': { en: '{path} was put first', zh: '{path} 提到最前' },
  'sidecar.stored': {
    en: 'its sidecar {path} ({size}, SHA-256 {sha256}) was put write-once into vault {vault}',
    zh: '附属文件 {path}（{size}，SHA-256 {sha256}）一次写入存证库 {vault}',
  },
  'sidecar.failed': {
    en: 'its sidecar {path} could not be taken in: {why}',
    zh: '附属文件 {path} 未能采集：{why}',
  },
  'evidence.exported': {
    en: 'a copy ({size}, SHA-256 {sha256}) was exported with its proof to {destination}',
    zh: '副本（{size}，SHA-256 {sha256}）连同证明导出至 {destination}',
  },
  'ledger.exported': {
    en: 'the ledger with {size} entries was exported to {destination}',
    zh: '导出保管链（{size} 条）至 {destination}',
  },
  'alarm.raised': { en: 'alarm {alarm}: {why}', zh: '告警 {alarm}：{why}' },
  'alarm.acknowledged': { en: 'alarm {alarm} was acknowledged: {note}', zh: '确认告警 {alarm}：{note}' },
} as const satisfies Readonly<Record<EntryType, Text>>;

/** Whether the station could be sure that nothing is written to a card. */
export const mountTexts = {
  readOnly: { en: 'read-only', zh: '只读' },
  notEnsured: { en: 'read-only could not be ensured', zh: '未能确保只读' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a docking ended, and why a card was refused: codes that are not reasons of a recording. */
export const endingTexts = {
  taken: {
    en: 'the card had been gone through',
    zh: '清点已结束',
  },
  detached: { en: 'the recorder was taken out before all was read', zh: '采集完成前被取出' },
  cancelled: { en: 'a person cancelled it', zh: '人工取消' },
  refused: { en: 'the card had been refused', zh: '存储卡已被拒绝' },
  interrupted: { en: 'the station went down in the middle', zh: '站点中途停机' },
  stopped: { en: 'the station was stopped', zh: '站点停止' },
  no_profile: { en: 'it matches no device profile', zh: '与任何设备型号档案都不匹配' },
  unregistered: { en: 'the recorder is not registered', zh: '执法记录仪未登记' },
} as const satisfies Readonly<Record<string, Text>>;
