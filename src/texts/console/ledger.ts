import type { Text } from '../text.ts';

/** The list of the ledger's entries, and one of them. */
export const ledgerPageTexts = {
  help: {
    en: 'Everything that this station and its people have done, in the order in which it was done; nothing can be changed or taken out. Filter above, then open an entry to read it and to prove that it stands in the ledger.',
    zh: '本站及人员的全部操作，按发生顺序逐条记入，不可修改、不可删除。先用上方条件筛选，再打开条目查看内容并验证其确在保管链中。',
  },
  seq: { en: 'No.', zh: '序号' },
  at: { en: 'Time', zh: '时间' },
  says: { en: 'What happened', zh: '内容' },
  type: { en: 'Type', zh: '类型' },
  actor: { en: 'Done by', zh: '操作者' },
  subject: { en: 'About', zh: '对象' },
  machine: { en: 'the station', zh: '采集站' },
  days: { en: 'Days', zh: '日期' },
  recorder: { en: 'Recorder', zh: '执法记录仪' },
  officer: { en: 'Officer', zh: '执法人员' },
  case: { en: 'Case', zh: '案件' },
  evidence: { en: 'Evidence', zh: '证据编号' },
  address: { en: 'Address', zh: '网络地址' },
  result: { en: 'Result', zh: '结果' },
  text: { en: 'Full text', zh: '全文检索' },
  empty: { en: 'The ledger is empty.', zh: '保管链尚无条目。' },
  empty_next: {
    en: 'The first entry is written as soon as the station does something.',
    zh: '采集站一经运行即写入首条记录。',
  },
  live: { en: 'Live: new entries appear by themselves', zh: '实时：新条目自动显示' },
  live_older: { en: 'Live only with the newest first', zh: '仅由新到旧排列时实时显示' },
  paused: { en: 'Paused: {count} new', zh: '已暂停：新增 {count} 条' },
  pause: { en: 'Pause', zh: '暂停' },
  resume: { en: 'Go on', zh: '继续' },
  export: { en: 'Export', zh: '导出' },
  export_asks: { en: 'Export what is listed?', zh: '导出当前列表？' },
  export_says: {
    en: 'The file holds every entry that matches the filters, and the signed checkpoint. The export is written into the ledger itself: who took it, and what was asked.',
    zh: '文件包含符合当前筛选条件的全部条目及已签名的检查点。导出行为本身也将记入保管链：由谁导出、筛选条件为何。',
  },
  export_may_not: {
    en: 'Your role does not export the ledger; an auditor does.',
    zh: '您的角色没有导出保管链的权限，请联系审计员。',
  },
  format: { en: 'Form of the file', zh: '文件格式' },
  xlsx: { en: 'Excel workbook (XLSX)', zh: 'Excel 表格（XLSX）' },
  csv: { en: 'Plain table (CSV)', zh: '纯文本表格（CSV）' },
  jsonl: {
    en: 'Each entry with its proof, to be checked elsewhere (JSON Lines)',
    zh: '逐条附带证明，可在他处验证（JSON Lines）',
  },
  checkpoint: { en: 'Current checkpoint', zh: '当前检查点' },
  checkpoint_says: {
    en: 'Signed by the station over all {size} entries. Whoever keeps a copy outside can show later that nothing before it was changed.',
    zh: '由采集站对全部 {size} 条记录签名。将其抄存于站外，日后即可证明此前的记录未被改动。',
  },
  checkpoint_none: {
    en: 'Nothing has been signed yet; the station signs within seconds of an entry.',
    zh: '尚未签名；采集站将在写入条目后数秒内签名。',
  },
  origin: { en: 'Ledger', zh: '保管链标识' },
  root: { en: 'Root', zh: '根哈希' },
  copy: { en: 'Copy the checkpoint', zh: '复制检查点' },
  copied: { en: 'Copied', zh: '已复制' },
  not_copied: {
    en: 'The browser does not let it be copied: mark it and copy it by hand.',
    zh: '浏览器不允许复制，请手动选中后复制。',
  },
  entry_title: { en: 'Entry {seq}', zh: '第 {seq} 条记录' },
  entry_help: {
    en: 'One entry of the ledger, in words and as it was written. Below it is proved, by this browser, that it stands in the ledger that the station has signed.',
    zh: '保管链中的一条记录：文字说明及原始内容。下方由本浏览器独立计算，证明该记录确在采集站已签名的保管链中。',
  },
  entry_before: { en: 'Earlier entry', zh: '上一条' },
  entry_after: { en: 'Later entry', zh: '下一条' },
  copy_leaf: { en: 'Copy it', zh: '复制原文' },
  raw: { en: 'As it was written', zh: '原始内容' },
  raw_says: {
    en: 'The leaf: the very text whose digest the ledger is built from. Names and the like stand in it as salted digests only.',
    zh: '叶节点原文：保管链即由其摘要构成。姓名等个人信息仅以加盐摘要记入。',
  },
  beside: { en: 'Personal values kept beside it', zh: '另行保存的个人信息' },
  beside_opens: { en: 'fits its digest', zh: '与摘要相符' },
  beside_not: { en: 'does not fit its digest', zh: '与摘要不符' },
} as const satisfies Readonly<Record<string, Text>>;

/** The proof of an entry, drawn. */
export const proofTexts = {
  title: { en: 'Proof', zh: '存在证明' },
  holds: { en: 'Proved in this browser', zh: '已由本浏览器验证' },
  holds_says: {
    en: 'This entry, word for word, is number {index} of the {size} entries under this checkpoint. Had one letter of it been changed since the checkpoint was signed, the last value would not be its root. That nothing earlier was changed is shown by comparing with a checkpoint that was kept outside.',
    zh: '本记录逐字逐句就是该检查点所含 {size} 条记录中的第 {index} 条（从 0 起）。若检查点签名后其中任何一字被改动，最终值都不会等于该根哈希。此前的记录未被改动，须与站外留存的检查点比对证明。',
  },
  broken: { en: 'Not proved', zh: '验证不通过' },
  broken_says: {
    en: 'What the browser has calculated is not the root that was signed. Keep this page, tell whoever looks after the station, and have the ledger verified: docket verify.',
    zh: '浏览器计算结果与已签名的根哈希不一致。请保留本页，立即告知采集站管理员，并核验保管链：docket verify。',
  },
  unsigned: { en: 'Not signed yet', zh: '尚未签名' },
  unsigned_says: {
    en: 'The newest checkpoint is older than this entry. The station signs within seconds; ask again then.',
    zh: '最新检查点早于本记录。采集站数秒内即会签名，请稍后再试。',
  },
  insecure: { en: 'This browser does not calculate here', zh: '当前连接下浏览器不提供计算' },
  insecure_says: {
    en: 'Browsers calculate digests only on pages that come over HTTPS or from this very computer. Open the console over HTTPS, or take the proof and check it elsewhere.',
    zh: '浏览器仅在 HTTPS 页面或本机页面提供摘要计算。请通过 HTTPS 打开控制台，或下载证明后在他处验证。',
  },
  unproven: {
    en: 'Who signed the checkpoint is not checked here but with the station’s key, by any program that reads C2SP checkpoints.',
    zh: '检查点的签名者不在此处核验，请使用采集站公钥，以任何支持 C2SP 检查点的程序核验。',
  },
  again: { en: 'Calculate again', zh: '重新计算' },
  take: { en: 'Save the proof', zh: '下载证明' },
  drawing: {
    en: 'Path from entry {index} at the bottom over {count} steps to the root of the checkpoint at the top',
    zh: '从底部第 {index} 条记录经 {count} 步到顶部检查点根哈希的路径',
  },
  leaf: { en: 'entry {index}', zh: '第 {index} 条' },
  range: { en: 'entries {from}–{to}', zh: '第 {from}–{to} 条' },
  signed_root: { en: 'root of the checkpoint', zh: '检查点根哈希' },
  all: { en: 'all {size} entries', zh: '全部 {size} 条' },
  same: { en: 'the same as signed', zh: '与签名一致' },
  differs: { en: 'not the same as signed', zh: '与签名不一致' },
  path: { en: 'calculated from the entry', zh: '由本记录逐步算得' },
  given: { en: 'given by the station', zh: '由采集站提供' },
  every: { en: 'Every step with its whole value', zh: '每一步的完整数值' },
  step: { en: 'Step', zh: '步骤' },
  covers: { en: 'Covers', zh: '涵盖' },
  with: { en: 'Taken with', zh: '与之合并' },
  gives: { en: 'Gives', zh: '得出' },
} as const satisfies Readonly<Record<string, Text>>;

/** What an act has come to. */
export const resultTexts = {
  approved: { en: 'approved', zh: '批准' },
  confirmed: { en: 'confirmed', zh: '确认' },
  rejected: { en: 'rejected', zh: '驳回' },
  withdrawn: { en: 'withdrawn', zh: '撤回' },
  refused: { en: 'refused', zh: '拒绝' },
  failed: { en: 'failed', zh: '失败' },
  expired: { en: 'expired', zh: '过期' },
  cancelled: { en: 'cancelled', zh: '取消' },
  interrupted: { en: 'interrupted', zh: '中断' },
} as const satisfies Readonly<Record<string, Text>>;
