import type { Text } from '../text.ts';

/** Alarms as somebody works through them. */
export const alarmBoardTexts = {
  help: {
    en: 'What needs a person, the newest first. Acknowledge what you have seen, write down what was done, then close it.',
    zh: '需要人员处理的事项，由新到旧排列。看到后请先确认，处理后填写处置情况，最后关闭。',
  },
  severity: { en: 'Severity', zh: '级别' },
  what: { en: 'What happened', zh: '告警内容' },
  state: { en: 'State', zh: '状态' },
  raised: { en: 'Raised', zh: '产生时间' },
  acts: { en: 'What to do', zh: '操作' },
  number: { en: 'Number', zh: '编号' },
  notice: { en: 'Notice', zh: '提示' },
  warning: { en: 'Warning', zh: '警告' },
  critical: { en: 'Critical', zh: '严重' },
  state_raised: { en: 'new', zh: '未确认' },
  state_acknowledged: { en: 'acknowledged', zh: '已确认' },
  state_handled: { en: 'handled', zh: '已处置' },
  state_closed: { en: 'closed', zh: '已关闭' },
  acknowledged_by: { en: 'Acknowledged', zh: '确认' },
  handled_by: { en: 'Handled', zh: '处置' },
  closed_by: { en: 'Closed', zh: '关闭' },
  cause_gone: { en: 'its cause is gone', zh: '原因已消除，由采集站关闭' },
  acknowledge: { en: 'Acknowledge', zh: '确认' },
  acknowledge_asks: { en: 'Acknowledge alarm {alarm}?', zh: '确认告警 {alarm}？' },
  acknowledge_says: {
    en: 'It is entered in the ledger that you have seen it. It stays open until it is closed.',
    zh: '将记入保管链：您已看到该告警。告警在关闭之前仍然保留。',
  },
  handle: { en: 'Write what was done', zh: '填写处置' },
  handle_asks: { en: 'What was done about alarm {alarm}?', zh: '告警 {alarm} 是如何处置的？' },
  handle_says: {
    en: 'Say it so that somebody else understands it next year. It cannot be changed, only added to.',
    zh: '请写清楚，以便日后他人也能看懂。提交后不能修改，只能补充。',
  },
  close: { en: 'Close', zh: '关闭告警' },
  close_asks: { en: 'Close alarm {alarm}?', zh: '关闭告警 {alarm}？' },
  close_handled: {
    en: 'It was handled. A closed alarm is not opened again; the same trouble raises a new one.',
    zh: '该告警已处置。关闭后不能重新打开；再次出现同样问题会产生新的告警。',
  },
  close_unhandled: {
    en: 'Nobody has written what was done: say why it is closed all the same.',
    zh: '尚未填写处置情况：请说明为何仍要关闭。',
  },
  may_not: { en: 'Your role sees alarms and does not handle them.', zh: '您的角色只能查看告警，不能处置。' },
  empty: { en: 'No alarm is open.', zh: '没有未关闭的告警。' },
  empty_next: {
    en: 'Nothing needs to be done. Choose the state “closed” above to see earlier ones.',
    zh: '无需处理。如需查看以往告警，请在上方状态中选择“已关闭”。',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The year of working days. */
export const calendarTexts = {
  help: {
    en: 'The working days by which deadlines are counted. When the State Council has announced a year, import its iCalendar file: verdicts are judged again by it.',
    zh: '计算时限所依据的工作日。国务院公布放假安排后，请导入该年的日历文件（iCalendar），时限将据此重新判定。',
  },
  year: { en: '{year}', zh: '{year}年' },
  before: { en: 'Year before', zh: '上一年' },
  after: { en: 'Year after', zh: '下一年' },
  announced: { en: 'announced', zh: '放假安排已公布' },
  not_announced: { en: 'not announced yet: counted provisionally', zh: '尚未公布：时限为暂定' },
  working_days: { en: '{count} working days', zh: '共 {count} 个工作日' },
  rest: { en: 'rest day', zh: '休息日' },
  work: { en: 'worked at a weekend', zh: '周末上班' },
  weekend: { en: 'weekend', zh: '周末' },
  mark_rest: { en: 'off', zh: '休' },
  mark_work: { en: 'on', zh: '班' },
  weekdays: { en: 'Mo,Tu,We,Th,Fr,Sa,Su', zh: '一,二,三,四,五,六,日' },
  months: {
    en: 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec',
    zh: '1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月',
  },
  import: { en: 'Import a year', zh: '导入放假安排' },
  import_asks: { en: 'Import the arrangement of {year}', zh: '导入 {year} 年放假安排' },
  import_says: {
    en: 'Deadlines that reach into the year are judged again. It is entered in the ledger.',
    zh: '涉及该年的时限将重新判定，并记入保管链。',
  },
  file: { en: 'iCalendar file (.ics)', zh: '日历文件（.ics）' },
  file_needed: { en: 'Choose a file first.', zh: '请先选择文件。' },
  correct: { en: 'Correct the arrangement that is known already', zh: '更正已知的安排' },
  may_not: { en: 'Your role does not import calendars.', zh: '您的角色不能导入日历。' },
} as const satisfies Readonly<Record<string, Text>>;

export const backupListTexts = {
  help: {
    en: 'Backups of the ledger, names and key; originals are in the vault and its mirror. Make one before anything is changed at this machine.',
    zh: '保管链、名称与密钥的备份；原始资料在存证库及镜像中。改动本机之前请先备份。',
  },
  make: { en: 'Make a backup now', zh: '立即备份' },
  no_folder: {
    en: 'No folder is set for backups (backup.folder in the configuration).',
    zh: '配置中尚未设置备份文件夹（backup.folder）。',
  },
  may_not: { en: 'Your role does not make backups.', zh: '您的角色不能执行备份。' },
  made_now: { en: 'The backup {file} was made and read back.', zh: '备份 {file} 已完成并核对。' },
  made: { en: 'Made', zh: '备份时间' },
  file: { en: 'File', zh: '文件' },
  folder: { en: 'Folder', zh: '文件夹' },
  bytes: { en: 'Size', zh: '大小' },
  entries: { en: 'Ledger entries', zh: '保管链条目数' },
  state: { en: 'State', zh: '状态' },
  kept: { en: 'kept', zh: '保留中' },
  removed: { en: 'removed to make room', zh: '已轮换删除' },
  empty: { en: 'No backup has been made yet.', zh: '尚无备份。' },
  empty_next: {
    en: 'Set backup.folder to another disk and backup.recipient to a public key; from then on one is made each night.',
    zh: '请在配置中将 backup.folder 设为另一块磁盘，并设置公钥 backup.recipient，此后每晚自动备份。',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const disposalTexts = {
  help: {
    en: 'Originals whose time is over leave the vault only when one person proposes it and another approves it. What is held or not yet due is left out by itself.',
    zh: '保存期满的原始资料，须一人提出、另一人批准后方可处置。被封存或未到期的自动排除。',
  },
  propose: { en: 'Propose what is due', zh: '提请处置' },
  propose_asks: {
    en: 'Propose the disposal of everything whose time is over?',
    zh: '提请处置全部期满资料？',
  },
  propose_says: {
    en: 'Nothing is removed yet: somebody else must approve it first.',
    zh: '此时不会删除任何内容：须由他人批准后才执行。',
  },
  may_not_propose: { en: 'Your role does not propose disposals.', zh: '您的角色不能提请处置。' },
  may_not_decide: { en: 'Your role does not decide disposals.', zh: '您的角色不能审批处置。' },
  own: { en: 'You proposed it: somebody else must decide it.', zh: '由您提请，须由他人审批。' },
  disposal: { en: 'Number', zh: '编号' },
  state: { en: 'State', zh: '状态' },
  items: { en: 'Items', zh: '条目数' },
  disposed: { en: 'Disposed of', zh: '已处置' },
  reason: { en: 'Reason', zh: '理由' },
  proposer: { en: 'Proposed by', zh: '提请人' },
  proposed: { en: 'Proposed', zh: '提请时间' },
  decider: { en: 'Decided by', zh: '审批人' },
  acts: { en: 'Decision', zh: '审批' },
  approve_asks: { en: 'Approve the disposal of {items} items?', zh: '批准处置 {items} 个条目？' },
  approve_says: {
    en: 'The originals are removed from every vault and cannot be brought back. Their entries in the ledger stay.',
    zh: '原始资料将从所有存证库删除，无法恢复；保管链中的条目保留。',
  },
  reject_asks: { en: 'Reject the disposal of {items} items?', zh: '驳回处置 {items} 个条目？' },
  reject_says: { en: 'Nothing is removed.', zh: '不会删除任何内容。' },
  withdraw_asks: { en: 'Withdraw this proposal?', zh: '撤回该提请？' },
  state_proposed: { en: 'waits for approval', zh: '待审批' },
  state_approved: { en: 'approved', zh: '已批准' },
  state_rejected: { en: 'rejected', zh: '已驳回' },
  state_withdrawn: { en: 'withdrawn', zh: '已撤回' },
  empty: { en: 'No disposal has been proposed.', zh: '尚未提请过处置。' },
  empty_next: {
    en: 'When the time of recordings is over, propose their disposal here.',
    zh: '记录保存期满后，可在此提请处置。',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const holdTexts = {
  help: {
    en: 'Recordings and cases that are kept whatever their dates say. A hold is placed on the page of a recording, and lifted here with a reason.',
    zh: '不论期限均须保留的记录与案件。封存在记录页面设置，解除须在此填写理由。',
  },
  hold: { en: 'Number', zh: '编号' },
  of: { en: 'Holds', zh: '封存对象' },
  of_evidence: { en: 'Recording', zh: '记录' },
  of_case: { en: 'Case', zh: '案件' },
  about: { en: 'Which', zh: '对象编号' },
  items: { en: 'Items', zh: '条目数' },
  reason: { en: 'Reason', zh: '理由' },
  placed: { en: 'Placed', zh: '封存时间' },
  placer: { en: 'By', zh: '封存人' },
  state: { en: 'State', zh: '状态' },
  standing: { en: 'on hold', zh: '封存中' },
  lifted: { en: 'lifted', zh: '已解除' },
  acts: { en: 'Lifting', zh: '解除' },
  lift: { en: 'Lift', zh: '解除封存' },
  lift_asks: { en: 'Lift the hold {hold}?', zh: '解除封存 {hold}？' },
  lift_says: {
    en: 'What it holds falls back to its ordinary term, and can be proposed for disposal after it.',
    zh: '解除后恢复按原期限保存，期满可提请处置。',
  },
  may_not: { en: 'Your role does not lift holds.', zh: '您的角色不能解除封存。' },
  show: { en: 'Show', zh: '显示' },
  with_lifted: { en: 'lifted ones too', zh: '包括已解除' },
  empty: { en: 'Nothing is on hold.', zh: '当前没有封存。' },
  empty_next: { en: 'Open a recording to place a hold.', zh: '如需封存，请打开相应记录。' },
} as const satisfies Readonly<Record<string, Text>>;

export const configTexts = {
  help: {
    en: 'What the station runs with, also what stands in no file. Settings are changed in the configuration file on the station itself and count from the next start.',
    zh: '采集站当前使用的全部设置，包括未写入文件的默认值。设置只能在采集站本机的配置文件中修改，重启后生效。',
  },
  find: { en: 'Find a setting', zh: '查找设置' },
  setting: { en: 'Setting', zh: '设置项' },
  value: { en: 'Value', zh: '值' },
  unset: { en: 'not set', zh: '未设置' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  empty_list: { en: 'none', zh: '无' },
  none: { en: 'No setting is called so.', zh: '没有匹配的设置。' },
  none_next: { en: 'Look for another word.', zh: '请换一个词查找。' },
} as const satisfies Readonly<Record<string, Text>>;

export const policyTexts = {
  help: {
    en: 'The regulations that this station knows, clause by clause. Deadlines are counted by the one in force, which the configuration names.',
    zh: '本站内置的时限规定，逐条列出。时限按“适用”的一部计算，由配置指定。',
  },
  in_force: { en: 'in force here', zh: '本站适用' },
  clause: { en: 'Clause', zh: '条款' },
  what: { en: 'What it asks for', zh: '要求' },
} as const satisfies Readonly<Record<string, Text>>;
