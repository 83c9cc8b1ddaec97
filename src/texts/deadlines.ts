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
