import type { Text } from '../text.ts';

/** The page of one evidence item: its facts, its keeping, what is done there. */
export const itemTexts = {
  help: {
    en: 'Everything that this station knows of one recording, from the card to today. What you do here – watching, verifying, tagging – is entered in the ledger with your name.',
    zh: '本站掌握的该音像记录的全部情况，自采集至今。您在此进行的查看、核验、标注均连同姓名记入保管链。',
  },
  back: { en: 'All evidence', zh: '返回列表' },
  print: { en: 'Print', zh: '打印' },
  disposed_note: {
    en: 'This recording was disposed of on {day}. Its record stays; nothing of the footage is left here.',
    zh: '该音像记录已于 {day} 依规处置。登记信息保留，影像内容不再留存。',
  },
  secured_note: {
    en: 'The recording lies on this station and waits for its store. It is not locked yet; it is moved on by itself.',
    zh: '该记录已固定在本站，正等待存入存证库，尚未锁定；系统会自动继续。',
  },
  unassigned_note: {
    en: 'The recorder {recorder} is not registered, so nobody is named for this recording. Register it, or tag the officer below.',
    zh: '执法记录仪 {recorder} 未登记，无法确定归属。请登记该记录仪，或在下方标注执法人员。',
  },
  held_note: {
    en: 'A hold stands on this recording: it is not disposed of, whatever its date.',
    zh: '该记录已封存：无论期限如何，均不得处置。',
  },
  not_here: { en: 'There is no such item here', zh: '此处没有该证据条目' },
  not_here_next: {
    en: 'Either the number is wrong, or the item is not yours to see. Ask whoever is responsible for it, or go back to the list.',
    zh: '编号有误，或您无权查看该条目。请联系负责人，或返回列表。',
  },

  findings_open: { en: '{count} that do not fit', zh: '异常 {count} 项' },

  facts: { en: 'The original', zh: '原件' },
  name_on_recorder: { en: 'Name on the recorder', zh: '原文件名' },
  size: { en: 'Size', zh: '大小' },
  size_exact: { en: '{size} ({bytes} bytes)', zh: '{size}（{bytes} 字节）' },
  digest: { en: 'Digest ({name})', zh: '校验值（{name}）' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  copy_of: { en: 'Copy {name}', zh: '复制 {name}' },
  recorder: { en: 'Recorder', zh: '执法记录仪' },
  officer: { en: 'Officer', zh: '执法人员' },
  recorded: { en: 'Recorded, by its name', zh: '摄录时间（文件名）' },
  secured: { en: 'Taken in', zh: '采集' },
  stored: { en: 'Stored', zh: '存证' },
  waits: { en: 'waits', zh: '等待中' },
  lies_in: { en: 'Where it lies', zh: '存放位置' },
  copy_main: { en: 'Vault', zh: '存证库' },
  copy_mirror: { en: 'Mirror', zh: '镜像' },
  copy_sound: { en: 'sound', zh: '完好' },
  copy_altered: { en: 'altered', zh: '内容改变' },
  copy_missing: { en: 'missing', zh: '缺失' },
  copy_unknown: { en: 'the place is not known any more', zh: '位置不明' },
  checked_at: { en: 'last read back {at}', zh: '最近读回 {at}' },
  checked_never: { en: 'not read back since', zh: '尚未再次读回' },
  no_copies: { en: 'nothing is left', zh: '已无留存' },
  not_stored: { en: 'on this station, not stored yet', zh: '在本站，尚未存证' },
  lock_until: { en: 'Locked until', zh: '锁定至' },
  not_locked: { en: 'not locked yet', zh: '尚未锁定' },
  kept_as: { en: 'Kept as', zh: '保存类别' },
  sidecars: { en: 'Files beside it', zh: '附属文件' },
  way: { en: 'How it came', zh: '来源' },
  way_dock: { en: 'over the dock, {docking}', zh: '采集仓位，{docking}' },
  way_other: { en: 'handed in ({way}), {docking}', zh: '移交（{way}），{docking}' },
  resumed: { en: 'The reading was interrupted once and went on.', zh: '采集曾中断并续传。' },

  verify: { en: 'Verify now', zh: '立即核验' },
  verify_waits_stored: {
    en: 'There is nothing in the store to be read back yet.',
    zh: '尚未存证，暂无可读回的内容。',
  },
  verify_waits_gone: {
    en: 'It was disposed of: nothing is left to be read.',
    zh: '已处置，无可读取的内容。',
  },
  verify_running: {
    en: 'Every copy is being read back whole and compared with its digest …',
    zh: '正在完整读回每个副本并与校验值比对……',
  },
  verify_sound: {
    en: 'Sound: {checked} copies ({size}) were read back and are byte for byte what was taken in.',
    zh: '完好：已读回 {checked} 个副本（{size}），与采集时逐字节一致。',
  },
  verify_damaged: {
    en: '{count} copies are not what they were. An alarm stands; the station mends from another copy where it has one.',
    zh: '{count} 个副本与原件不符，已发出警报；如另有完好副本，系统将予以修复。',
  },
  verify_unreached: {
    en: '{count} copies could not be reached: their store is not there.',
    zh: '{count} 个副本无法访问：存储不在线。',
  },
  verify_at: { en: 'Verified {at} by you; it is in the ledger.', zh: '您于 {at} 核验，已记入保管链。' },

  keeping: { en: 'Hold', zh: '封存' },
  no_hold: {
    en: 'No person holds it.',
    zh: '无人工封存。',
  },
  held_because: { en: 'Kept beyond its date, because {because}.', zh: '期满仍予保留，因为：{because}。' },
  hold_by: { en: '{placer} since {placed}', zh: '{placer}，{placed}' },
  hold_of_case: { en: 'hold of case {case}', zh: '案件 {case} 的封存' },
  hold: { en: 'Hold it', zh: '封存' },
  hold_asks: { en: 'Hold this recording?', zh: '封存该记录？' },
  hold_says: {
    en: 'It will not be disposed of until somebody lifts the hold, whatever its date. Say why: the reason is entered with your name.',
    zh: '在解除封存之前，无论期限如何均不得处置。请写明事由，事由连同您的姓名记入保管链。',
  },
  hold_may_not: { en: 'Clerks place and lift holds.', zh: '封存与解除由内勤办理。' },
  lift: { en: 'Lift', zh: '解除' },
  lift_asks: { en: 'Lift this hold?', zh: '解除该封存？' },
  lift_says: {
    en: 'The recording is then kept as its class says, and may be disposed of once its date is past. Say why.',
    zh: '解除后按保存类别保管，期满可处置。请写明事由。',
  },
  reason: { en: 'Reason', zh: '事由' },
  reason_missing: { en: 'Write a reason first.', zh: '请先填写事由。' },

  story: { en: 'Custody', zh: '保管经过' },
  story_more: { en: 'Show all {count} steps', zh: '显示全部 {count} 条' },
  story_less: { en: 'Show fewer', zh: '收起' },
  entry: { en: 'entry {seq}', zh: '第 {seq} 条' },
  proof: { en: 'Proof', zh: '证明' },
  proof_help: {
    en: 'Each step is an entry of a ledger that nobody can change unseen. The proof shows an outsider that the entry stands in it; it is checked with the station’s public key.',
    zh: '每一步均为保管链中的一条记录，任何改动都会被发现。证明文件可供外部用本站公钥独立验证。',
  },
  proof_save: { en: 'Save the proof of entry {seq}', zh: '下载第 {seq} 条的证明' },
  proof_holds: {
    en: 'Proven: entry {seq} is number {number} of {size} under the signed head.',
    zh: '已证明：第 {seq} 条在已签名的 {size} 条记录之中，位序 {number}。',
  },
  proof_waits: {
    en: 'Not under a signed head yet: the station signs within minutes.',
    zh: '尚未纳入签名检查点，数分钟内将自动签名。',
  },
  proof_fails: {
    en: 'The proof does not hold. Tell whoever looks after the station.',
    zh: '证明不成立，请立即联系维护人员。',
  },
  proof_may_not: {
    en: 'Auditors take proofs and exports.',
    zh: '证明与导出由督察人员办理。',
  },
  export: { en: 'Export its entries with proofs', zh: '导出其全部记录与证明' },

  map: { en: 'Where it was made', zh: '摄录地点' },
  map_none: {
    en: 'Nothing in the recording or beside it says a position.',
    zh: '记录及其附属文件中均无定位信息。',
  },
  map_waiting: { en: 'Its position has not been looked for yet.', zh: '尚未提取定位信息。' },
  map_says: {
    en: '{points} points of a track {length} long; it begins at {start}, and {place}.',
    zh: '轨迹 {points} 个点，长 {length}；起点 {start}，{place}。',
  },
  map_in: { en: 'lies near {place}', zh: '附近地点：{place}' },
  map_nowhere: { en: 'no place of the register lies near', zh: '附近无登记地点' },
  map_scale: { en: '{meters} m', zh: '{meters} 米' },
  map_north: { en: 'N', zh: '北' },
  map_start: { en: 'start', zh: '起' },
  map_end: { en: 'end', zh: '止' },
  map_coordinates: { en: 'WGS-84 {longitude}, {latitude}', zh: 'WGS-84 {longitude}，{latitude}' },
  map_accuracy: { en: 'within some {meters} m', zh: '精度约 {meters} 米' },
} as const satisfies Readonly<Record<string, Text>>;
