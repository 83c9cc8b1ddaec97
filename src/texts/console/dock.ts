import type { Text } from '../text.ts';

/** The screen at the dock, read from two metres. */
export const dockTexts = {
  title: { en: 'Dock', zh: '采集仓位' },
  port: { en: 'Port {port}', zh: '{port} 号仓位' },
  recorder: { en: 'Recorder {recorder}', zh: '记录仪 {recorder}' },
  nameless: { en: 'No number on the card', zh: '卡上无编号' },
  officer: { en: 'Officer {officer}', zh: '执法人员 {officer}' },
  free: { en: 'Free', zh: '空闲' },
  safe: { en: 'Safe to take', zh: '可以取下' },
  hold: { en: 'Do not pull', zh: '请勿拔出' },
  keep: { en: 'Do not erase', zh: '请勿清空' },
  dock_again: { en: 'Dock it again', zh: '请重新接入' },
  refused: { en: 'Not taken in', zh: '未采集' },
  unknown: { en: 'Unknown', zh: '状态未知' },
  held: { en: 'Held back', zh: '等候采集' },
  held_says: {
    en: 'Waits for port {port}, then goes on by itself.',
    zh: '{port} 号仓位优先，随后自动继续',
  },
  files: { en: '{done} of {total} files', zh: '{done} / {total} 个文件' },
  rate: { en: '{rate}/s', zh: '{rate}/秒' },
  time_left: { en: '{time} left', zh: '还需 {time}' },
  of_bytes: { en: '{done} of {total}', zh: '{done}，共 {total}' },
  all_in_one: { en: 'The one file on it is secured here.', zh: '1 个文件已保存到本站。' },
  all_in: { en: 'All {count} files are secured here.', zh: '{count} 个文件已全部保存到本站。' },
  nothing_on_it: { en: 'There is no recording on it.', zh: '记录仪中没有音像记录。' },
  emptied_one: {
    en: 'The one file on it is secured here and was taken off the recorder.',
    zh: '1 个文件已存证，并已从记录仪清除。',
  },
  emptied: {
    en: '{count} files are secured here and were taken off the recorder.',
    zh: '{count} 个文件已存证，并已从记录仪清除。',
  },
  erasing: {
    en: 'Taking stored files off it: {done} of {total}',
    zh: '正在清除已存证文件：{done} / {total}',
  },
  left_behind_one: { en: '1 file is not taken in', zh: '1 个文件未采集' },
  left_behind: { en: '{count} files are not taken in', zh: '{count} 个文件未采集' },
  early: {
    en: 'Taken out too early. Dock recorder {recorder} again.',
    zh: '记录仪 {recorder} 过早取出，请重新接入。',
  },
  early_nameless: {
    en: 'Taken out too early. Dock it again.',
    zh: '过早取出，请重新接入。',
  },
  taken: { en: 'Last: {recorder}, all taken in', zh: '上次：{recorder}，已全部采集' },
  space: { en: '{free} of {total} free on it', zh: '卡内剩余 {free} / {total}' },
  due: { en: 'due {time}', zh: '{time} 到期' },
  first: { en: 'This one first', zh: '先处理这台' },
  empty: { en: 'Put a recorder into any port.', zh: '请将执法记录仪插入任一仓位。' },
  empty_next: {
    en: 'It is taken in by itself. Leave it there until its card turns green and says that it is safe to take.',
    zh: '采集自动开始。请等到仓位卡片变为绿色并显示“可以取下”后再取出。',
  },
  empty_step_1: { en: 'Put it in', zh: '插入记录仪' },
  empty_step_2: { en: 'Wait for green', zh: '等待变为绿色' },
  empty_step_3: { en: 'Tap the card, sign in, name the case', zh: '点按仓位，登录后关联案件' },
  summary: { en: '{docked} docked · {safe} safe to take', zh: '已接入 {docked} 台 · 可取下 {safe} 台' },
  help: {
    en: 'Take a recorder out only when its card is green. Tap a card to name the case, to say when you were back, or to explain lateness.',
    zh: '仓位变为绿色后方可取出记录仪。点按仓位可关联案件、登记返回时间、说明迟传原因。',
  },
  mine: { en: 'My recordings', zh: '我的记录' },
  large: { en: 'Large type', zh: '大字' },
  sound_on: { en: 'Sound on', zh: '声音开' },
  sound_off: { en: 'Sound off', zh: '已静音' },
  sound_wait: { en: 'Tap once for sound', zh: '点按屏幕开启声音' },
  gone: {
    en: 'The station does not answer. Leave every recorder where it is; this screen comes back by itself.',
    zh: '采集站无响应。请勿拔出任何记录仪，恢复后本屏将自动更新。',
  },
  gone_card: { en: 'No answer', zh: '无响应' },
  alarm: { en: 'Alarm', zh: '告警' },
  alarm_at: { en: 'Port {port}', zh: '{port} 号仓位' },
  alarm_more: { en: '{count} more', zh: '另有 {count} 条' },
  close: { en: 'Close', zh: '关闭' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a recorder was not taken in, and what to do. */
export const dockRefusalTexts = {
  no_profile: {
    en: 'No known model. Hand it to the administrator.',
    zh: '型号无法识别，请交管理员处理。',
  },
  unregistered: {
    en: 'It is not registered here. Ask the administrator.',
    zh: '未在本站登记，请联系管理员。',
  },
  recorder_contradicted: {
    en: 'Its numbers contradict each other. Ask the administrator.',
    zh: '设备编号相互矛盾，请联系管理员。',
  },
  other: { en: 'Ask the administrator.', zh: '请联系管理员。' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why files stay on a recorder, in a word or two. */
export const dockLeftTexts = {
  read_error: { en: 'damaged on the card', zh: '卡上文件损坏' },
  still_changing: { en: 'still being written', zh: '仍在写入' },
  vault_full: { en: 'the vault is full', zh: '存证库已满' },
  vault_unwritable: { en: 'the vault cannot be written', zh: '存证库无法写入' },
  card_detached: { en: 'it was taken out', zh: '被取出' },
  card_stalled: { en: 'it stopped answering', zh: '停止响应' },
  unreadable_folder: { en: 'a folder cannot be read', zh: '文件夹无法读取' },
  cancelled: { en: 'cancelled', zh: '已取消' },
  other: { en: 'see the alarms', zh: '详见告警' },
} as const satisfies Readonly<Record<string, Text>>;

/** An alarm as it is told to whoever stands at the dock: what to do, and nobody's name. */
export const dockAlarmTexts = {
  card_refused: { en: 'A recorder of no known model was not taken in.', zh: '型号无法识别的记录仪未采集。' },
  card_unreadable: { en: 'A card cannot be read. Dock it again.', zh: '存储卡无法读取，请重新接入。' },
  recorder_unregistered: {
    en: 'A recorder is not registered; it was taken in all the same.',
    zh: '记录仪未登记，记录已照常采集。',
  },
  recorder_refused: {
    en: 'A recorder that is not registered was not taken in.',
    zh: '未登记的记录仪未采集。',
  },
  identity_conflict: { en: 'A card gives two device numbers.', zh: '存储卡的设备编号不一致。' },
  recordings_failed: {
    en: 'Recordings could not be read. Leave the card as it is and call the administrator.',
    zh: '有记录无法读取。请勿改动存储卡，并联系管理员。',
  },
  card_stalled: {
    en: 'A recorder stopped answering. Take it out and dock it again.',
    zh: '记录仪停止响应，请取出后重新接入。',
  },
  vault_full: {
    en: 'The vault is full. Leave recorders docked and call the administrator.',
    zh: '存证库已满。请勿取出记录仪，并联系管理员。',
  },
  vault_unwritable: {
    en: 'The vault cannot be written. Leave recorders docked and call the administrator.',
    zh: '存证库无法写入。请勿取出记录仪，并联系管理员。',
  },
  original_lost: {
    en: 'A recording is missing. Do not erase any recorder; call the administrator.',
    zh: '有记录缺失。请勿清空任何记录仪，并联系管理员。',
  },
  staged_damaged: {
    en: 'A copy is damaged. Do not erase any recorder; call the administrator.',
    zh: '暂存副本损坏。请勿清空任何记录仪，并联系管理员。',
  },
  recorder_full: { en: 'A recorder is nearly full.', zh: '有记录仪存储空间即将用尽。' },
  other: {
    en: 'The station has raised an alarm. Call the administrator.',
    zh: '采集站发出告警，请联系管理员。',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Signing in at the dock, and the sheet behind it. */
export const dockSheetTexts = {
  sign_in: { en: 'Who are you?', zh: '请登录' },
  sign_in_says: {
    en: 'Type your officer number and PIN, or hold your badge to the reader.',
    zh: '请输入人员编号（或账号）和 PIN 码，或刷工作证。',
  },
  number: { en: 'Officer number or account', zh: '人员编号或账号' },
  pin: { en: 'PIN', zh: 'PIN 码' },
  enter: { en: 'Sign in', zh: '登录' },
  wait_number: { en: 'Type your officer number first.', zh: '请先输入人员编号。' },
  wait_pin: { en: 'Type your PIN first.', zh: '请先输入 PIN 码。' },
  rub_out: { en: 'Rub out', zh: '退格' },
  clear: { en: 'Clear', zh: '清除' },
  hello: { en: '{person}: what you have brought', zh: '{person}：您带回的记录' },
  ends_in: { en: 'Signs out in {seconds} s', zh: '{seconds} 秒后自动退出' },
  sign_out: { en: 'Done, sign out', zh: '完成并退出' },
  none: { en: 'Nothing of yours has come in yet.', zh: '尚未采集到您的记录。' },
  none_next: {
    en: 'Dock your recorder and wait until its card is green; then look here again.',
    zh: '请接入记录仪，待仓位变为绿色后再查看。',
  },
  coming: {
    en: 'Port {port}: {done} of {total} files are in so far.',
    zh: '{port} 号仓位：正在采集，已完成 {done} / {total} 个文件。',
  },
  go_first: { en: 'This one first', zh: '优先采集这台' },
  goes_first: { en: 'It goes before the others now.', zh: '已优先采集这台。' },
  all_begun: { en: 'Nothing of it is waiting any more.', zh: '已无等待采集的文件。' },
  course_one: { en: '1 recording, {size}', zh: '1 个记录，{size}' },
  course: { en: '{items} recordings, {size}', zh: '{items} 个记录，{size}' },
  when: { en: '{from} to {to}', zh: '{from} 至 {to}' },
  from: { en: 'from {from}', zh: '{from} 起' },
  no_time: { en: 'time not known', zh: '时间不明' },
  case: { en: 'Case', zh: '案件' },
  filed: { en: 'Filed under {case}', zh: '已关联 {case}' },
  suggested: { en: 'Suggested', zh: '建议' },
  accept: { en: 'Accept', zh: '接受' },
  other_case: { en: 'Other case', zh: '其他案件' },
  change_case: { en: 'Change', zh: '更改' },
  case_number: { en: 'Number of the case', zh: '案件编号' },
  file_it: { en: 'File', zh: '关联' },
  wait_case: { en: 'Type the number of the case first.', zh: '请先输入案件编号。' },
  no_own_cases: { en: 'No open case of yours is registered here.', zh: '未登记您承办的未结案件。' },
  late: { en: 'In time', zh: '时限' },
  due: { en: 'due {time}', zh: '应于 {time} 前存储' },
  explain: { en: 'Explain lateness', zh: '说明迟传原因' },
  explained: { en: 'Explanation: {state}', zh: '情况说明：{state}' },
  why: { en: 'Why was it late?', zh: '迟传原因' },
  words: { en: 'What happened', zh: '具体情况' },
  send: { en: 'Submit', zh: '提交' },
  wait_category: { en: 'Choose a reason first.', zh: '请先选择原因。' },
  wait_words: { en: 'Say in a few words what happened.', zh: '请简要说明具体情况。' },
  return: { en: 'Return', zh: '返回' },
  returned: { en: 'back at {time}', zh: '{time} 返回' },
  not_returned: { en: 'not said yet', zh: '未登记' },
  say_return: { en: 'Say when I was back', zh: '登记返回时间' },
  back_at: { en: 'Back at', zh: '返回时间' },
  note: { en: 'Why it differs from what was said before', zh: '更改原因' },
  just_now: { en: 'Just now', zh: '刚刚返回' },
  save: { en: 'Save', zh: '保存' },
  wait_time: { en: 'Choose the time first.', zh: '请先选择时间。' },
  cancel: { en: 'Cancel', zh: '取消' },
  done: { en: 'Saved.', zh: '已保存。' },
  failed: { en: 'That did not work. Try once more.', zh: '操作未成功，请重试。' },
  unreachable: {
    en: 'The station does not answer. What you have typed is kept; try again in a moment.',
    zh: '采集站无响应，已填写的内容不会丢失，请稍后重试。',
  },
  ended: { en: 'You were signed out. Sign in again to go on.', zh: '已自动退出，请重新登录。' },
} as const satisfies Readonly<Record<string, Text>>;
