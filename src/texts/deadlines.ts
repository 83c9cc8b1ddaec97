import type { Problem, Text } from './text.ts';

export const deadlineProblems = {
  'deadlines.policy_folder_unreadable': {
    says: {
      en: 'The folder of regulations {folder} cannot be read: {errno}.',
      zh: '无法读取时限规则文件夹 {folder}：{errno}。',
    },
    next: {
      en: 'Check that the folder exists and that this user may read it, or correct deadlines.policyFolder.',
      zh: '请确认该文件夹存在且当前用户有读取权限，或更正配置项 deadlines.policyFolder。',
    },
  },
  'deadlines.policy_syntax': {
    says: {
      en: 'The regulation {file} is not valid YAML at line {line}: {detail}',
      zh: '时限规则 {file} 第 {line} 行不是有效的 YAML：{detail}',
    },
    next: { en: 'Correct that line.', zh: '请更正该行。' },
  },
  'deadlines.policy_invalid': {
    says: {
      en: 'The regulation {file}, line {line}: {key} is {found}; allowed: {allowed}.',
      zh: '时限规则 {file} 第 {line} 行：{key} 为 {found}；允许的是：{allowed}。',
    },
    next: { en: 'Correct {key} in {file}.', zh: '请更正 {file} 中的 {key}。' },
  },
  'deadlines.policy_duplicate': {
    says: {
      en: 'The regulation {id} stands twice, the second time in {file}.',
      zh: '时限规则 {id} 重复，第二次出现在 {file}。',
    },
    next: { en: 'Give one of them another id.', zh: '请为其中一个改用别的 id。' },
  },
  'deadlines.calendar_file_wrong': {
    says: {
      en: 'The calendar file cannot be used: {key} is {found}; allowed: {allowed}.',
      zh: '日历文件无法使用：{key} 为 {found}；允许的是：{allowed}。',
    },
    next: {
      en: 'Correct that event in the file; nothing was imported.',
      zh: '请更正文件中的该事件；未导入任何内容。',
    },
  },
  'deadlines.session_unknown': {
    says: {
      en: 'There is no session for {found}.',
      zh: '没有与 {found} 对应的记录组。',
    },
    next: {
      en: 'docket session list names all sessions.',
      zh: '运行 docket session list 可列出全部记录组。',
    },
  },
  'deadlines.session_emptied': {
    says: {
      en: 'The recordings of session {session} are in {into} now.',
      zh: '记录组 {session} 的记录现已归入 {into}。',
    },
    next: {
      en: 'docket session show {into}; what became of {session}: docket ledger list --subject session:{session}',
      zh: '运行 docket session show {into}；{session} 的经过：docket ledger list --subject session:{session}',
    },
  },
  'deadlines.items_apart': {
    says: {
      en: 'These recordings are not in one session: {found}.',
      zh: '这些记录不在同一记录组：{found}。',
    },
    next: {
      en: 'Name recordings of one session only.',
      zh: '请只指定同一记录组的记录。',
    },
  },
  'deadlines.split_all': {
    says: {
      en: 'That is all there is in session {session}.',
      zh: '这已是记录组 {session} 的全部记录。',
    },
    next: {
      en: 'Leave at least one recording in it.',
      zh: '请至少保留一个记录。',
    },
  },
  'deadlines.join_one': {
    says: {
      en: 'Joining needs two sessions; found {session}.',
      zh: '合并需要两个记录组；只有 {session}。',
    },
    next: {
      en: 'Name two sessions or more.',
      zh: '请指定两个或更多记录组。',
    },
  },
  'deadlines.return_future': {
    says: {
      en: 'The return {found} lies in the future; it is {now} now.',
      zh: '返回时间 {found} 在未来；现在是 {now}。',
    },
    next: {
      en: 'Enter the time at which the officer was back.',
      zh: '请录入实际返回单位的时间。',
    },
  },
  'deadlines.justification_open': {
    says: {
      en: 'Session {session} has justification {justification} already, which is open or approved.',
      zh: '记录组 {session} 已有特殊情况说明 {justification}（待审批或已批准）。',
    },
    next: {
      en: 'A new one can be submitted after a rejection, or when its author withdraws it: docket justification withdraw {justification}.',
      zh: '驳回后，或提交人撤回（docket justification withdraw {justification}）后，才能重新提交。',
    },
  },
  'deadlines.join_apart': {
    says: {
      en: 'These recordings are of different officers or recorders: {found}.',
      zh: '这些记录属于不同的执法人员或记录仪：{found}。',
    },
    next: {
      en: 'Only what one officer recorded in one course of enforcement can be joined.',
      zh: '只能合并同一执法人员同一次执法的记录。',
    },
  },
  'deadlines.join_justified': {
    says: {
      en: 'Session {session} has a reason that is open or approved.',
      zh: '记录组 {session} 有待审批或已批准的特殊情况说明。',
    },
    next: {
      en: 'Join the others into this one, by naming it first, or let the reason be rejected or withdrawn.',
      zh: '请将该组写在最前作为保留组，或先驳回、撤回其说明。',
    },
  },
  'deadlines.return_before_start': {
    says: {
      en: 'The return {found} lies before the first recording, which began at {start}.',
      zh: '返回时间 {found} 早于首个记录的开始时间 {start}。',
    },
    next: {
      en: 'Enter the time at which the officer was back from this course of enforcement.',
      zh: '请录入本次执法后返回单位的时间。',
    },
  },
  'deadlines.note_wanted': {
    says: {
      en: 'Session {session} has a return that somebody entered; another one needs a reason.',
      zh: '记录组 {session} 已录入返回时间；更改须说明原因。',
    },
    next: { en: 'Say why with --note.', zh: '请用 --note 说明原因。' },
  },
  'deadlines.nothing_to_justify': {
    says: {
      en: 'Session {session} is in time: there is nothing to justify.',
      zh: '记录组 {session} 按时，无须说明。',
    },
    next: { en: 'Nothing needs to be done.', zh: '无需操作。' },
  },
  'deadlines.year_announced': {
    says: {
      en: 'The working days of {year} are known already; the file would change them and every verdict that they touch.',
      zh: '{year} 年的工作日安排已知；该文件会更改它及所有相关判定。',
    },
    next: {
      en: 'If the announced arrangement was corrected: --correct.',
      zh: '如确为更正已公布的安排，请加 --correct。',
    },
  },
  'deadlines.justification_unknown': {
    says: {
      en: 'There is no justification {found}.',
      zh: '没有特殊情况说明 {found}。',
    },
    next: {
      en: 'docket justification list names all of them.',
      zh: '运行 docket justification list 可列出全部说明。',
    },
  },
  'deadlines.justification_decided': {
    says: {
      en: 'Justification {justification} was decided already: {state}.',
      zh: '特殊情况说明 {justification} 已审批：{state}。',
    },
    next: {
      en: 'Nothing needs to be done; after a rejection a new one may be submitted.',
      zh: '无需操作；驳回后可重新提交。',
    },
  },
  'deadlines.justification_own': {
    says: {
      en: 'Justification {justification} is by {submitter}, who may withdraw it and may not decide on it; for all others it is the other way round.',
      zh: '特殊情况说明 {justification} 由 {submitter} 提交：提交人只能撤回，不能审批；他人只能审批，不能撤回。',
    },
    next: {
      en: 'Let somebody else decide, or its author withdraw it.',
      zh: '请由他人审批，或由提交人撤回。',
    },
  },
  'deadlines.policy_unknown': {
    says: {
      en: 'There is no regulation {found}; there are: {allowed}.',
      zh: '没有时限规则 {found}；现有：{allowed}。',
    },
    next: {
      en: 'Choose one of them, or put a file of your own into the folder of deadlines.policyFolder.',
      zh: '请选择其中之一，或将自备规则文件放入 deadlines.policyFolder 所指文件夹。',
    },
  },
  'deadlines.day_wrong': {
    says: {
      en: '{field}: expected a date such as 2027-01-01 that stands there once; found {found}.',
      zh: '{field}：应为 2027-01-01 这样的日期，且不得重复归类；实际为 {found}。',
    },
    next: { en: 'Correct the configuration.', zh: '请更正配置。' },
  },
  'deadlines.stored_too_early': {
    says: {
      en: 'Stored at {stored} is before {option} {found}: nothing can be stored before that.',
      zh: '存储时间 {stored} 早于 {option} {found}：不可能在此之前存储。',
    },
    next: { en: 'Check both times and give the right ones.', zh: '请核对两个时间并重新给出。' },
  },
} as const satisfies Readonly<Record<string, Problem>>;

export const verdictTexts = {
  undetermined: { en: 'undetermined', zh: '无法判定' },
  pending: { en: 'pending', zh: '待存储' },
  due_soon: { en: 'due soon', zh: '即将到期' },
  on_time: { en: 'on time', zh: '按时' },
  excused: { en: 'excused', zh: '已说明' },
  late: { en: 'late', zh: '迟传' },
  overdue: { en: 'overdue', zh: '超期' },
} as const satisfies Readonly<Record<string, Text>>;

export const assumptionTexts = {
  docking_is_return: {
    en: 'the docking counts as the return, as the unit has ordered',
    zh: '按本单位规定，接入视为返回单位',
  },
  return_unknown: {
    en: 'when the officer returned is unknown: entering it decides this',
    zh: '返回单位时间未知：录入后即可判定',
  },
  return_immaterial: {
    en: 'when the officer returned is unknown, and makes no difference: whenever it was, the verdict is the same',
    zh: '返回单位时间未知，但不影响判定：无论何时返回，结论相同',
  },
  end_unknown: {
    en: 'when the recording ended is unknown: entering it decides this',
    zh: '录制结束时间未知：录入后即可判定',
  },
  start_unknown: { en: 'the moment that starts this limit is unknown', zh: '起算时间未知' },
  extension_start_unknown: {
    en: 'the moment that starts the extension is unknown',
    zh: '延长时限的起算时间未知',
  },
  clock_doubtful: { en: "the recorder's clock is doubtful", zh: '执法记录仪时钟可疑' },
  ended_after_docking: {
    en: 'the recording is said to have ended after it was docked: a clock is wrong',
    zh: '录制结束时间晚于接入时间：时钟有误',
  },
  returned_after_docking: {
    en: 'the return is said to lie after the docking: check it',
    zh: '返回时间晚于接入时间：请核对',
  },
  labels_unknown: {
    en: 'whether it is labelled with case, party and handler is not looked at',
    zh: '是否已标注案号、当事人、承办人未予核查',
  },
  store_not_designated: {
    en: "the vault is not the unit's designated server: storing in it does not end this limit",
    zh: '存证库并非单位指定的服务器：存入其中不满足本时限',
  },
  designation_undocumented: {
    en: "no document is named that makes this vault the unit's server (vault.designatedBy)",
    zh: '未注明指定该存证库为单位服务器的文件（vault.designatedBy）',
  },
  year_not_announced: {
    en: "a year's working days have not been announced yet: provisional",
    zh: '所涉年度的工作日安排尚未公布：暂定',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Why something came in late, as the officer says. */
export const categoryTexts = {
  fault: { en: 'fault of equipment', zh: '设备故障' },
  distance: { en: 'distance', zh: '路途遥远' },
  continuous_duty: { en: 'continuous duty', zh: '连续执勤' },
  network: { en: 'network', zh: '网络故障' },
  other: { en: 'other', zh: '其他' },
} as const satisfies Readonly<Record<string, Text>>;

export const justificationTexts = {
  none: { en: 'none', zh: '无' },
  submitted: { en: 'submitted', zh: '待审批' },
  approved: { en: 'approved', zh: '已批准' },
  rejected: { en: 'rejected', zh: '已驳回' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
} as const satisfies Readonly<Record<string, Text>>;

export const deadlineTexts = {
  'cli.deadline': { en: 'compute limits and verdicts for given times', zh: '按给定时间计算时限与判定' },
  'cli.deadline.policy': {
    en: 'the regulation (default: deadlines.policy)',
    zh: '时限规则（默认 deadlines.policy）',
  },
  'cli.deadline.stored': { en: 'when it was in the store that counts', zh: '存入应存储处的时间' },
  'cli.deadline.now': { en: 'judge as of this instant (default: now)', zh: '以此时刻判定（默认当前）' },
  'cli.deadline.reason': {
    en: 'the justification: none, submitted, accepted or rejected',
    zh: '特殊情况说明：none、submitted、accepted 或 rejected',
  },
  'cli.deadline.ended': { en: 'when the recording ended', zh: '录制结束时间' },
  'cli.deadline.returned': { en: 'when the officer returned to the unit', zh: '返回单位时间' },
  'cli.deadline.docked': { en: 'when the recorder was docked', zh: '接入时间' },
  'cli.deadline.caseClosed': { en: 'when the case was closed', zh: '结案时间' },
  'cli.deadline.actEnded': { en: 'when the enforcement act ended', zh: '执法行为终结时间' },
  'cli.deadline.executionEnded': { en: 'when execution ended', zh: '执行完毕时间' },
  'cli.deadline.decided': { en: 'when the decision was made', zh: '决定作出时间' },
  'cli.deadline.inspected': { en: 'when the inspection took place', zh: '检查时间' },
  'cli.deadline.unknown': { en: 'unknown', zh: '未知' },
  'cli.deadline.doubtful': { en: 'doubtful', zh: '存疑' },
  'cli.deadline.provisional': { en: 'provisional', zh: '暂定' },
  'cli.deadline.verdict': { en: 'verdict', zh: '判定' },
  'cli.deadline.start': { en: 'begins', zh: '起算' },
  'cli.deadline.due': { en: 'due', zh: '期限' },
  'cli.deadline.extension': { en: 'with {needs} due', zh: '有{needs}时期限' },
  'cli.calendar.import': {
    en: "import a year's arrangement from an .ics file and judge everything again",
    zh: '从 .ics 文件导入某年安排并全部重新判定',
  },
  'cli.calendar.file': {
    en: 'iCalendar file of whole-day events that say rest or work',
    zh: 'iCalendar 文件，全天事件，名称含“休”或“班”',
  },
  'cli.calendar.correct': {
    en: 'change a year that is announced already',
    zh: '更正已公布的年份',
  },
  'cli.calendar.import_year': {
    en: 'the year that the file arranges completely',
    zh: '该文件完整安排的年份',
  },
  'cli.calendar.imported': {
    en: '{year} imported: {rest} rest day(s), {work} working day(s) on weekends.',
    zh: '已导入 {year} 年：放假 {rest} 天，调休上班 {work} 天。',
  },
  'cli.judge': {
    en: 'find out when recordings ended and bring every verdict up to date',
    zh: '核定录制时间并更新全部时限判定',
  },
  'cli.judge.done': {
    en: '{timed} recording(s) timed, {judged} session(s) judged, {verdicts} new verdict(s).',
    zh: '核定 {timed} 个记录，判定 {judged} 个记录组，新判定 {verdicts} 项。',
  },
  'cli.session': {
    en: 'courses of enforcement: recordings that are judged together',
    zh: '记录组：一次执法的全部记录',
  },
  'cli.session.list': { en: 'list sessions with their verdicts', zh: '列出记录组及其判定' },
  'cli.session.show': {
    en: 'one session: its recordings, verdicts and history',
    zh: '一个记录组：记录、判定与经过',
  },
  'cli.session.split': {
    en: 'take recordings out of their session into a new one',
    zh: '将记录从所在记录组拆出，成为新组',
  },
  'cli.session.join': { en: 'put sessions together', zh: '合并记录组' },
  'cli.session.returned': { en: 'enter when the officer returned to the unit', zh: '录入返回单位时间' },
  'cli.session.operand': { en: 'session, such as ST01-S000001', zh: '记录组编号，例如 ST01-S000001' },
  'cli.session.evidence': { en: 'evidence items to take out', zh: '要拆出的证据条目' },
  'cli.session.sessions': {
    en: 'two sessions or more; the first one stays',
    zh: '两个或更多记录组；保留第一个',
  },
  'cli.session.at': { en: 'when, with offset', zh: '时间（须带时区偏移）' },
  'cli.session.note': { en: 'a note for the ledger', zh: '写入保管链的备注' },
  'cli.session.verdict': { en: 'with this verdict only', zh: '仅此判定' },
  'cli.session.recorder': { en: 'of one recorder', zh: '某台执法记录仪' },
  'cli.session.officer': { en: 'of one officer number, as file names say it', zh: '某执法人员（按文件名）' },
  'cli.session.after': { en: 'go on after this session', zh: '从此记录组之后继续' },
  'cli.session.none': { en: 'No sessions.', zh: '没有记录组。' },
  'cli.session.unjudged': {
    en: '{count} recording(s) are not judged yet: docket judge',
    zh: '尚有 {count} 个记录未判定：docket judge',
  },
  'cli.session.done_split': { en: 'New session {session}.', zh: '新记录组 {session}。' },
  'cli.session.done_join': {
    en: 'All recordings are in session {session} now.',
    zh: '全部记录已归入记录组 {session}。',
  },
  'cli.session.done_returned': {
    en: 'Return entered for session {session}.',
    zh: '已录入记录组 {session} 的返回时间。',
  },
  'cli.session.col.session': { en: 'session', zh: '记录组' },
  'cli.session.col.items': { en: 'items', zh: '条目' },
  'cli.session.col.officer': { en: 'officer', zh: '执法人员' },
  'cli.session.col.recorder': { en: 'recorder', zh: '记录仪' },
  'cli.session.col.start': { en: 'began', zh: '开始' },
  'cli.session.col.ended': { en: 'ended', zh: '结束' },
  'cli.session.col.returned': { en: 'returned', zh: '返回' },
  'cli.session.col.docked': { en: 'docked', zh: '接入' },
  'cli.session.col.secured': { en: 'secured', zh: '已暂存' },
  'cli.session.col.length': { en: 'length', zh: '时长' },
  'cli.session.col.stored': { en: 'stored', zh: '入库' },
  'cli.session.col.verdict': { en: 'verdict', zh: '判定' },
  'cli.session.col.clause': { en: 'clause', zh: '条款' },
  'cli.session.col.due': { en: 'due', zh: '期限' },
  'cli.session.col.last_due': { en: 'at the latest', zh: '最迟' },
  'cli.session.by_system': {
    en: "the delay after reading is the station's, not the officer's",
    zh: '读取之后的延误系采集站原因，非执法人员原因',
  },
  'cli.session.judged_by': {
    en: 'judged by {policy} (SHA-256 {digest})',
    zh: '依据 {policy}（SHA-256 {digest}）',
  },
  'cli.session.history': { en: 'History', zh: '经过' },
  'cli.session.items': { en: 'Recordings', zh: '记录' },
  'cli.justification': { en: 'written reasons for being late', zh: '特殊情况说明' },
  'cli.justification.submit': { en: 'submit a reason for a session', zh: '为记录组提交说明' },
  'cli.justification.approve': {
    en: 'approve one that somebody else has submitted',
    zh: '批准他人提交的说明',
  },
  'cli.justification.reject': { en: 'reject one that somebody else has submitted', zh: '驳回他人提交的说明' },
  'cli.justification.withdraw': { en: 'withdraw one of your own', zh: '撤回自己提交的说明' },
  'cli.justification.list': { en: 'list justifications', zh: '列出说明' },
  'cli.justification.operand': {
    en: 'justification, such as ST01-J000001',
    zh: '说明编号，例如 ST01-J000001',
  },
  'cli.justification.category': {
    en: 'fault, distance, continuous_duty, network or other',
    zh: 'fault 设备故障、distance 路途遥远、continuous_duty 连续执勤、network 网络故障、other 其他',
  },
  'cli.justification.text': { en: 'the reason in words', zh: '说明文字' },
  'cli.justification.attach': { en: 'a file that proves it; may be repeated', zh: '证明文件；可重复' },
  'cli.justification.state': {
    en: 'submitted, approved or rejected',
    zh: 'submitted 待审批、approved 已批准、rejected 已驳回',
  },
  'cli.justification.submitted': {
    en: 'Justification {justification} submitted for session {session}.',
    zh: '已为记录组 {session} 提交说明 {justification}。',
  },
  'cli.justification.decided_approved': {
    en: 'Justification {justification} approved.',
    zh: '已批准说明 {justification}。',
  },
  'cli.justification.decided_rejected': {
    en: 'Justification {justification} rejected.',
    zh: '已驳回说明 {justification}。',
  },
  'cli.justification.decided_withdrawn': {
    en: 'Justification {justification} withdrawn.',
    zh: '已撤回说明 {justification}。',
  },
  'cli.justification.none': { en: 'No justifications.', zh: '没有说明。' },
  'cli.justification.col.id': { en: 'id', zh: '编号' },
  'cli.justification.col.state': { en: 'state', zh: '状态' },
  'cli.justification.col.category': { en: 'category', zh: '类别' },
  'cli.justification.col.submitter': { en: 'submitted by', zh: '提交人' },
  'cli.justification.col.decider': { en: 'decided by', zh: '审批人' },
  'cli.justification.col.attachments': { en: 'attachments', zh: '附件' },
  'cli.justification.col.text': { en: 'text', zh: '说明' },
  'cli.docking.clock': {
    en: "enter how far a recorder's clock was ahead at a docking",
    zh: '录入接入时执法记录仪时钟快多少',
  },
  'cli.docking.offset': {
    en: 'seconds that it was ahead; negative where it was behind',
    zh: '快多少秒；慢则为负数',
  },
  'cli.docking.clock_done': {
    en: '{timed} recording(s) of docking {docking} were timed anew.',
    zh: '已重新核定接入 {docking} 的 {timed} 个记录。',
  },
  'cli.late': { en: 'what came in late, and how many were in time', zh: '迟传、超期清单及完成率' },
  'cli.late.by': {
    en: 'count by officer, recorder, unit, week or rule',
    zh: '按 officer 执法人员、recorder 记录仪、unit 单位、week 周或 rule 条款统计',
  },
  'cli.late.since': {
    en: 'due at this time or later, with offset',
    zh: '期限在此时间及以后（须带时区偏移）',
  },
  'cli.late.until': { en: 'due before this time, with offset', zh: '期限在此时间之前（须带时区偏移）' },
  'cli.late.all': { en: 'also what was in time', zh: '同时列出按时的' },
  'cli.late.csv': { en: 'write the list into a new CSV file', zh: '将清单写入新的 CSV 文件' },
  'cli.late.xlsx': { en: 'write list and counts into a new XLSX file', zh: '将清单与统计写入新的 XLSX 文件' },
  'cli.late.none': { en: 'Nothing is late.', zh: '没有迟传或超期。' },
  'cli.late.written': { en: 'Written: {file}', zh: '已写入：{file}' },
  'cli.late.sheet_list': { en: 'sessions', zh: '清单' },
  'cli.late.sheet_counts': { en: 'counts', zh: '统计' },
  'cli.late.sum': { en: 'all', zh: '合计' },
  'cli.late.col.group': { en: 'group', zh: '分组' },
  'cli.late.col.due': { en: 'due', zh: '应上传' },
  'cli.late.col.stored': { en: 'stored', zh: '已上传' },
  'cli.late.col.on_time': { en: 'in time', zh: '按时' },
  'cli.late.col.late': { en: 'late', zh: '迟传' },
  'cli.late.col.excused': { en: 'excused', zh: '特殊情况' },
  'cli.late.col.overdue': { en: 'overdue', zh: '超期' },
  'cli.late.col.undetermined': { en: 'undetermined', zh: '待定' },
  'cli.late.col.open': { en: 'open', zh: '未到期' },
  'cli.late.col.rate': { en: 'stored %', zh: '完成率' },
  'cli.late.col.punctuality': { en: 'in time %', zh: '按时率' },
  'cli.late.col.justification': { en: 'justification', zh: '特殊情况说明' },
  'cli.late.col.marks': { en: 'remarks', zh: '备注' },
  'cli.calendar': { en: "a year's rest days and make-up working days", zh: '某年的放假与调休安排' },
  'cli.calendar.year': { en: 'the year', zh: '年份' },
  'cli.calendar.announced': { en: '{year}: announced', zh: '{year} 年：已公布' },
  'cli.calendar.open': {
    en: '{year}: not announced yet; only weekends and the holidays of fixed date are known, verdicts are provisional',
    zh: '{year} 年：尚未公布；仅计周末与固定日期的法定节日，判定为暂定',
  },
  'cli.calendar.rest': { en: 'rest on weekdays', zh: '工作日放假' },
  'cli.calendar.work': { en: 'work on weekends', zh: '周末上班' },
  'cli.calendar.count': { en: 'working days: {count}', zh: '工作日：{count} 天' },
} as const satisfies Readonly<Record<string, Text>>;
