import type { Problem } from './text.ts';

/** Of requests, of watching and taking away, and of reviews. */
export const requestProblems = {
  'access.evidence_unknown': {
    says: { en: 'There is no evidence item {found}.', zh: '没有证据条目 {found}。' },
    next: { en: 'docket evidence list names them.', zh: '运行 docket evidence list 查看。' },
  },
  'access.until_wrong': {
    says: {
      en: 'The request is to run until {found}; at the latest it may run until {latest}, and not into the past.',
      zh: '申请期限为 {found}；最迟可至 {latest}，且不得早于现在。',
    },
    next: { en: 'Give an earlier or a later end.', zh: '请调整截止时间。' },
  },
  'access.recipient_missing': {
    says: {
      en: 'A request of the kind {kind} with or without a recipient makes no sense: only what is given out has one.',
      zh: '{kind} 类申请的接收单位填写有误：仅对外提供时须填写接收单位。',
    },
    next: {
      en: 'Name the review body or court with give_out, and with nothing else (HY-12).',
      zh: '仅 give_out 类申请须填写复议机关或法院（HY-12）。',
    },
  },
  'access.emergency_kind': {
    says: { en: 'An emergency opens viewing alone, not {kind}.', zh: '紧急情形仅可查看，不适用于 {kind}。' },
    next: { en: 'Submit a request and wait for its approval.', zh: '请提交申请并等待批准。' },
  },
  'access.not_classified': {
    says: {
      en: 'Evidence {evidence} is not classified: there is nothing to lift.',
      zh: '证据 {evidence} 未定级，无需解除。',
    },
    next: { en: 'Leave it out.', zh: '请将其移出申请。' },
  },
  'access.request_unknown': {
    says: { en: 'There is no request {found}.', zh: '没有申请 {found}。' },
    next: { en: 'docket request list names them.', zh: '运行 docket request list 查看申请。' },
  },
  'access.request_settled': {
    says: { en: 'Request {request} is settled: {state}.', zh: '申请 {request} 已了结：{state}。' },
    next: { en: 'Submit a new one.', zh: '请重新提交。' },
  },
  'access.request_own': {
    says: {
      en: 'Request {request} was submitted by {submitter}: whoever submitted it, or will act on it, does not decide it; who submitted it alone withdraws it.',
      zh: '申请 {request} 由 {submitter} 提交：提交人和使用人不得审批，仅提交人可撤回。',
    },
    next: { en: 'Ask another person.', zh: '请由他人办理。' },
  },
  'access.tag_loosens': {
    says: {
      en: '{field}={found} would keep evidence {evidence} less than it is kept now, or give it to another officer. Who has tagged it may not do that: it needs the permission evidence.loosen, which clerks have.',
      zh: '{field}={found} 会降低证据 {evidence} 现有的保存要求，或变更其执法人员。标注人员无权办理：须有 evidence.loosen 权限（内勤具有）。',
    },
    next: {
      en: 'Ask the clerk to say so; adding tags and raising the importance stay open to you.',
      zh: '请由内勤办理；您仍可补充标注、提高重要程度。',
    },
  },
  'access.request_beyond': {
    says: {
      en: 'Request {request} is for evidence {evidence} too, which lies beyond what you decide on.',
      zh: '申请 {request} 涉及您无权审批的证据 {evidence}。',
    },
    next: {
      en: 'Ask somebody who is responsible for all of it, or have it submitted apart.',
      zh: '请由对全部记录负责的人审批，或分开提交。',
    },
  },
  'access.request_emergency': {
    says: {
      en: 'Request {request} was an emergency: footage may have been seen, so it is approved or rejected, not withdrawn.',
      zh: '申请 {request} 为紧急查看：影像可能已被查看，只能批准或驳回，不能撤回。',
    },
    next: { en: 'Ask for its decision.', zh: '请提请审批。' },
  },
  'access.may_not_watch': {
    says: {
      en: 'No approved request of yours to watch {evidence} runs.',
      zh: '您没有查看 {evidence} 的有效批准。',
    },
    next: {
      en: 'Submit a request and wait for its approval (ZZ-28, HY-13).',
      zh: '请提交查看申请并等待批准（ZZ-28、HY-13）。',
    },
  },
  'access.may_not_copy': {
    says: {
      en: 'No approved request of yours to copy {evidence} runs.',
      zh: '您没有复制 {evidence} 的有效批准。',
    },
    next: {
      en: 'Submit a request and wait for its approval (ZZ-28, HY-13).',
      zh: '请提交复制申请并等待批准（ZZ-28、HY-13）。',
    },
  },
  'access.no_footage': {
    says: {
      en: 'Your roles open no footage, whatever is approved.',
      zh: '您的角色无权查看或复制影像，与审批无关。',
    },
    next: { en: 'Ask somebody whose work it is.', zh: '请由有相应职责的人员办理。' },
  },
  'access.playback_closed': {
    says: {
      en: 'You have no open playback of {evidence}: nothing of it is shown before the ledger knows of it.',
      zh: '您没有正在进行的 {evidence} 播放：未记入保管链之前不显示任何内容。',
    },
    next: {
      en: 'Watch it on its page (/watch/{evidence}), or open a playback for the seconds that come next.',
      zh: '请在播放页（/watch/{evidence}）观看，或先为接下来的秒数打开播放。',
    },
  },
  'access.span_wrong': {
    says: { en: 'Seconds {found} cannot be played at once.', zh: '不能一次播放 {found} 秒。' },
    next: { en: 'Ask for at most {most} seconds.', zh: '每次至多 {most} 秒。' },
  },
  'access.review_unknown': {
    says: { en: 'Review {review} has no case {case}.', zh: '评查 {review} 中没有案件 {case}。' },
    next: {
      en: 'docket review show {review} lists its cases.',
      zh: '运行 docket review show {review} 查看。',
    },
  },
  'access.review_empty': {
    says: { en: 'No case was closed from {from} to {to}.', zh: '自 {from} 至 {to} 没有结案的案件。' },
    next: { en: 'Give another span or unit.', zh: '请调整时间范围或单位。' },
  },
  'access.review_nobody': {
    says: {
      en: 'Nobody can review case {case}: the only reviewers are its handler.',
      zh: '没有人可以评查案件 {case}：评查人仅有其承办人。',
    },
    next: { en: 'Name another reviewer.', zh: '请增加评查人。' },
  },
  'access.review_not_yours': {
    says: { en: 'Case {case} was assigned to {reviewer}.', zh: '案件 {case} 由 {reviewer} 评查。' },
    next: { en: 'Enter the cases that are assigned to you.', zh: '请录入分配给您的案件。' },
  },
} as const satisfies Readonly<Record<string, Problem>>;
