import type { Text } from '../text.ts';

/** Files that go with a statement. */
export const attachTexts = {
  attach: { en: 'Attach papers or pictures', zh: '添加附件' },
  attach_help: {
    en: 'PDF, OFD, JPG, PNG, DOCX, XLSX, TXT or CSV, up to 16 MiB each. Footage comes in over the dock.',
    zh: '支持 PDF、OFD、JPG、PNG、DOCX、XLSX、TXT、CSV，每个不超过 16 MiB。音像记录请通过采集仓位采集。',
  },
  sending: { en: 'Being sent …', zh: '正在上传…' },
  take_off: { en: 'Take {name} off', zh: '移除 {name}' },
  attached: { en: 'Attached', zh: '附件' },
} as const satisfies Readonly<Record<string, Text>>;

/** What is done about a course of enforcement: its return is entered, its lateness explained. */
export const courseTexts = {
  return: { en: 'Enter the return', zh: '录入返回时间' },
  return_asks: {
    en: 'When did the officer of {session} come back?',
    zh: '{session} 的执法人员何时返回单位？',
  },
  return_says: {
    en: 'Without it the limit cannot be counted. It is entered with your name, and the verdict comes anew.',
    zh: '未录入返回时间无法计算时限。录入后连同您的姓名记入保管链，并重新判定。',
  },
  back_at: { en: 'Back at', zh: '返回时间' },
  needs_time: { en: 'Choose a day and a time first.', zh: '请先选择日期和时间。' },
  why_so_late: { en: 'Why it is only entered now', zh: '补录原因' },
  explain: { en: 'Explain', zh: '提交说明' },
  explain_asks: { en: 'Why did {session} come in late?', zh: '{session} 为何未按时存储？' },
  explain_says: {
    en: 'Whoever heads the unit decides it, with whatever you attach before their eyes. Until then the verdict stays.',
    zh: '由单位负责人审批，附件一并呈报。审批之前判定不变。',
  },
  category: { en: 'Cause', zh: '原因类别' },
  words: { en: 'In words', zh: '具体情况' },
  needs_words: { en: 'Choose a cause and say what happened.', zh: '请选择原因类别并写明具体情况。' },
  waits: { en: 'A reason waits for its decision.', zh: '已提交说明，等待审批。' },
} as const satisfies Readonly<Record<string, Text>>;
