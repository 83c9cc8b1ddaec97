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
  year_not_announced: {
    en: "a year's working days have not been announced yet: provisional",
    zh: '所涉年度的工作日安排尚未公布：暂定',
  },
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
