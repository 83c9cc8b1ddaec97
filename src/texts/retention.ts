import type { Problem, Text } from './text.ts';

export const retentionProblems = {
  'retention.not_longer': {
    says: {
      en: 'Evidence {evidence} is kept until {until} already: keeping is only ever made longer.',
      zh: '证据 {evidence} 已保存至 {until}：保存期限只能延长。',
    },
    next: { en: 'Give a later moment.', zh: '请给出更晚的时间。' },
  },
  'retention.too_long': {
    says: {
      en: 'Nothing is locked for more than {years} years at once: no one could take such a lock back.',
      zh: '一次锁定不得超过 {years} 年：此类锁定任何人都无法撤销。',
    },
    next: {
      en: 'Give an earlier moment; a hold keeps it without an end.',
      zh: '请给出较早的时间；需无限期保存请设置封存。',
    },
  },
  'retention.case_unknown': {
    says: { en: 'There is no case {case} in the register.', zh: '登记册中没有案件 {case}。' },
    next: { en: 'docket case list shows the cases.', zh: '运行 docket case list 查看案件。' },
  },
  'retention.hold_unknown': {
    says: { en: 'There is no hold {hold}.', zh: '没有封存 {hold}。' },
    next: { en: 'docket hold list shows them.', zh: '运行 docket hold list 查看。' },
  },
  'retention.hold_lifted': {
    says: { en: 'The hold {hold} was lifted already ({lifted}).', zh: '封存 {hold} 已于 {lifted} 解除。' },
    next: {
      en: 'docket hold list shows what stands; place a new one where it is to be held again.',
      zh: '运行 docket hold list 查看现有封存；如需再次封存，请重新设置。',
    },
  },
  'retention.evidence_disposed': {
    says: {
      en: 'Evidence {evidence} was disposed of by {disposal}: of its original only digest and history are left.',
      zh: '证据 {evidence} 已按 {disposal} 处置：其原始资料仅存摘要和保管经过。',
    },
    next: {
      en: 'docket disposal show {disposal} says who proposed and who approved it, and why.',
      zh: '运行 docket disposal show {disposal} 查看由谁提出、谁批准及事由。',
    },
  },
  'retention.not_disposable': {
    says: {
      en: 'Evidence {evidence} cannot be disposed of: {because}.',
      zh: '证据 {evidence} 不能处置：{because}。',
    },
    next: {
      en: 'docket evidence show {evidence} says its class, its lock and what holds it. Where nobody has classified it, tag its importance or its case; where a case of it is open, it waits for the closing; where a person holds it, docket hold list says who.',
      zh: '运行 docket evidence show {evidence} 查看其类别、锁定期限和封存原因。尚无人归类的，请标注重要程度或案件；所属案件未结的，须待全部结案；有人封存的，运行 docket hold list 查看封存人。',
    },
  },
  'retention.still_locked': {
    says: {
      en: 'Evidence {evidence} cannot be disposed of before {until}: its lock has not ended.',
      zh: '证据 {evidence} 在 {until} 之前不能处置：锁定期限未满。',
    },
    next: {
      en: 'Wait until then; docket evidence show {evidence} says its class and its lock.',
      zh: '请待期满；运行 docket evidence show {evidence} 查看其类别和锁定期限。',
    },
  },
  'retention.nothing_expired': {
    says: {
      en: 'Nothing is past its lock, held by nothing and not proposed already.',
      zh: '没有已过锁定期限、未被封存且尚未提出处置的条目。',
    },
    next: {
      en: 'docket evidence list --class unclassified shows what nobody has classified yet.',
      zh: '运行 docket evidence list --class unclassified 查看尚未归类的条目。',
    },
  },
  'retention.disposal_open': {
    says: {
      en: 'Evidence {evidence} is proposed already, in {disposal}.',
      zh: '证据 {evidence} 已在 {disposal} 中提出处置。',
    },
    next: {
      en: 'docket disposal show {disposal} says how far that is.',
      zh: '运行 docket disposal show {disposal} 查看进展。',
    },
  },
  'retention.disposal_unknown': {
    says: { en: 'There is no disposal {disposal}.', zh: '没有处置 {disposal}。' },
    next: { en: 'docket disposal list shows them.', zh: '运行 docket disposal list 查看。' },
  },
  'retention.disposal_decided': {
    says: { en: 'The disposal {disposal} is {state} already.', zh: '处置 {disposal} 已处于 {state} 状态。' },
    next: {
      en: 'What is decided stands; propose anew where it should be otherwise.',
      zh: '已作决定不再更改；如需变更，请重新提出。',
    },
  },
  'retention.disposal_own': {
    says: {
      en: 'The disposal {disposal} was proposed by {proposer}: somebody else approves or rejects it, and only they withdraw it.',
      zh: '处置 {disposal} 由 {proposer} 提出：须由他人批准或驳回，且仅本人可撤回。',
    },
    next: {
      en: 'Have a second person give the command.',
      zh: '请由第二人执行该命令。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

export const hindranceTexts = {
  unclassified: { en: 'nobody has classified it', zh: '尚无人归类' },
  case_open: { en: 'a case of it is not closed', zh: '所属案件尚未结案' },
  person: { en: 'a person holds it', zh: '有人封存' },
  not_stored: { en: 'it is not stored yet', zh: '尚未存证' },
  disposed: { en: 'it was disposed of', zh: '已处置' },
  still_locked: { en: 'its lock has not ended', zh: '锁定期限未满' },
  on_hold: { en: 'the vault holds it', zh: '存证库中处于封存' },
  missing: { en: 'the vault does not have it', zh: '存证库中不存在' },
} as const satisfies Readonly<Record<string, Text>>;

export const disposalStateTexts = {
  proposed: { en: 'proposed', zh: '已提出' },
  approved: { en: 'approved', zh: '已批准' },
  rejected: { en: 'rejected', zh: '已驳回' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
  listed: { en: 'listed', zh: '列入' },
  begun: { en: 'under way', zh: '进行中' },
  disposed: { en: 'disposed of', zh: '已处置' },
  refused: { en: 'kept', zh: '保留' },
} as const satisfies Readonly<Record<string, Text>>;

/** Codes that stand in sentences of problems, by the problem and its parameter: whoever reads is told words. */
export const retentionProblemCodes: Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, Text>>>>>
> = {
  'retention.not_disposable': { because: hindranceTexts },
  'retention.disposal_decided': { state: disposalStateTexts },
};

export const retentionTexts = {
  'cli.retention': { en: 'how long an item is kept', zh: '证据的保存期限' },
  'cli.retention.extend': {
    en: 'keep an item until a moment at least, whatever its class says; nothing shortens that again',
    zh: '将证据至少保存到某一时刻，不论其类别；此后不得缩短',
  },
  'cli.retention.until': {
    en: 'until when, with its offset: 2030-01-01T00:00:00+08:00',
    zh: '保存至何时，须带时区偏移：2030-01-01T00:00:00+08:00',
  },
  'cli.retention.extended': {
    en: '{evidence} is kept until {until} at least.',
    zh: '{evidence} 至少保存至 {until}。',
  },
  'cli.hold': {
    en: 'legal holds: what is held is not disposed of, whatever its date',
    zh: '封存：被封存的资料无论期限如何均不处置',
  },
  'cli.hold.place': {
    en: 'hold an evidence item, or whatever belongs to a case now or later',
    zh: '封存一个证据条目，或某案件现有及今后的全部资料',
  },
  'cli.hold.lift': { en: 'lift one hold; others go on standing', zh: '解除一项封存；其他封存不受影响' },
  'cli.hold.list': { en: 'list the holds that stand', zh: '列出现有封存' },
  'cli.hold.all': { en: 'lifted ones too', zh: '包括已解除的' },
  'cli.hold.case': { en: 'case number', zh: '案号' },
  'cli.hold.reason': { en: 'why, in a person’s own words', zh: '事由' },
  'cli.hold.operand': { en: 'hold, such as ST01-H000001', zh: '封存编号，例如 ST01-H000001' },
  'cli.hold.placed': { en: '{hold} holds {about}.', zh: '{hold} 已封存 {about}。' },
  'cli.hold.lifted': { en: '{hold} is lifted.', zh: '{hold} 已解除。' },
  'cli.hold.none': { en: 'No holds.', zh: '没有封存。' },
  'cli.hold.col.id': { en: 'HOLD', zh: '封存' },
  'cli.hold.col.about': { en: 'ON', zh: '对象' },
  'cli.hold.col.items': { en: 'ITEMS', zh: '条目数' },
  'cli.hold.outside': {
    en: '{items}, {outside} of them no longer in the case',
    zh: '{items}，其中 {outside} 个已不在该案件中',
  },
  'cli.hold.col.by': { en: 'BY', zh: '设置人' },
  'cli.hold.col.placed': { en: 'SINCE', zh: '设置时间' },
  'cli.hold.col.lifted': { en: 'LIFTED', zh: '解除' },
  'cli.hold.col.reason': { en: 'REASON', zh: '事由' },
  'cli.retention.waits': {
    en: 'The vault could not be brought up to it yet; the daemon goes on trying (docket alarms list).',
    zh: '存证库尚未同步；守护进程将继续尝试（docket alarms list）。',
  },
  'cli.disposal': {
    en: 'dispose of originals whose time is over: one person proposes, another approves',
    zh: '处置期满的原始资料：一人提出，另一人批准',
  },
  'cli.disposal.propose': {
    en: 'propose that evidence items be disposed of',
    zh: '提出处置证据条目',
  },
  'cli.disposal.expired': {
    en: 'all that are past their lock and held by nothing, at most {most}',
    zh: '全部已过锁定期限且未被封存的条目，最多 {most} 个',
  },
  'cli.disposal.approve': {
    en: 'approve a proposal of somebody else; it is carried out at once',
    zh: '批准他人提出的处置，并立即执行',
  },
  'cli.disposal.reject': { en: 'reject a proposal of somebody else', zh: '驳回他人提出的处置' },
  'cli.disposal.withdraw': { en: 'withdraw your own proposal', zh: '撤回本人提出的处置' },
  'cli.disposal.carry_out': {
    en: 'go on with what was approved and broken off',
    zh: '继续执行已批准但中断的处置',
  },
  'cli.disposal.list': { en: 'list disposals, newest first', zh: '列出处置，最新在前' },
  'cli.disposal.show': { en: 'one disposal, with what became of each item', zh: '一项处置及各条目的结果' },
  'cli.disposal.operand': { en: 'disposal, such as ST01-X000001', zh: '处置编号，例如 ST01-X000001' },
  'cli.disposal.items': { en: 'evidence items; or --expired', zh: '证据条目编号；或使用 --expired' },
  'cli.disposal.note': { en: 'a note', zh: '备注' },
  'cli.disposal.proposed': {
    en: '{disposal} proposes to dispose of {count} item(s). Somebody else approves it: docket disposal approve {disposal}',
    zh: '{disposal} 提出处置 {count} 个条目。须由他人批准：docket disposal approve {disposal}',
  },
  'cli.disposal.decided': { en: '{disposal}: {state}.', zh: '{disposal}：{state}。' },
  'cli.disposal.outcome': {
    en: '{disposed} item(s) disposed of, {refused} kept, {left} to go.',
    zh: '已处置 {disposed} 个条目，保留 {refused} 个，待处置 {left} 个。',
  },
  'cli.disposal.outcome_why': {
    en: '{disposed} item(s) disposed of, {refused} kept ({why}), {left} to go.',
    zh: '已处置 {disposed} 个条目，保留 {refused} 个（{why}），待处置 {left} 个。',
  },
  'cli.disposal.items_kept': {
    en: '{disposed}/{items}, {refused} kept ({why})',
    zh: '{disposed}/{items}，保留 {refused} 个（{why}）',
  },
  'cli.disposal.none': { en: 'No disposals.', zh: '没有处置。' },
  'cli.disposal.col.id': { en: 'DISPOSAL', zh: '处置' },
  'cli.disposal.col.state': { en: 'STATE', zh: '状态' },
  'cli.disposal.col.items': { en: 'ITEMS', zh: '条目数' },
  'cli.disposal.col.proposed': { en: 'PROPOSED', zh: '提出时间' },
  'cli.disposal.col.proposer': { en: 'BY', zh: '提出人' },
  'cli.disposal.col.decider': { en: 'DECIDED BY', zh: '决定人' },
  'cli.disposal.col.reason': { en: 'REASON', zh: '事由' },
  'cli.disposal.col.because': { en: 'BECAUSE', zh: '原因' },
  'cli.evidence.class': {
    en: 'of one class: evidence, important, ordinary or unclassified',
    zh: '某一类别：evidence 案件证据、important 重要、ordinary 普通、unclassified 未归类',
  },
  'cli.evidence.fact.class': { en: 'Class', zh: '类别' },
  'cli.evidence.fact.hold': { en: 'Held', zh: '封存' },
  'cli.evidence.hold_line': {
    en: '{hold} by {placer} since {placed}: {reason}',
    zh: '{hold}，{placer} 设置于 {placed}：{reason}',
  },
  'cli.evidence.hold_of_case': { en: '(case {case})', zh: '（案件 {case}）' },
  'cli.evidence.hold_left': {
    en: '– held by the case’s hold, though no longer in the case',
    zh: '—— 虽已不在该案件中，仍受该案件的封存',
  },
  'cli.evidence.fact.disposal': { en: 'Disposal', zh: '处置' },
  'cli.evidence.disposed_line': {
    en: 'disposed of by {disposal} on {at}; nothing of it is left here',
    zh: '已于 {at} 按 {disposal} 处置；本站不再保存其任何内容',
  },
  'cli.evidence.disposed_shared': {
    en: 'disposed of by {disposal} on {at}; equal bytes stay here for another item',
    zh: '已于 {at} 按 {disposal} 处置；相同内容因其他条目仍保存在本站',
  },
  'cli.evidence.disposal_line': {
    en: '{disposal}: {state}, {at}; proposed by {proposer}, decided by {decider}: {reason}',
    zh: '{disposal}：{state}，{at}；{proposer} 提出，{decider} 决定：{reason}',
  },
  'cli.status.retention': { en: 'Retention', zh: '保存' },
  'cli.status.retention_line': {
    en: '{unclassified} item(s) unclassified and on hold, {holds} hold(s) by persons, {proposed} disposal(s) to be decided, {approved} to be carried out; {waiting} original(s) to be looked at',
    zh: '未归类并封存 {unclassified} 个条目，人员封存 {holds} 项，待批准处置 {proposed} 项，待执行 {approved} 项；待核对原始资料 {waiting} 个',
  },
} as const satisfies Readonly<Record<string, Text>>;
