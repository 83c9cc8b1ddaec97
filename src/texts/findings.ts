import type { FindingCode, FindingState } from '../custody/entry-kinds.ts';
import type { Problem, Text } from './text.ts';

export const findingProblems = {
  'tagging.finding_unknown': {
    says: { en: 'There is no finding {found}.', zh: '没有发现 {found}。' },
    next: {
      en: 'docket finding list --all names all of them.',
      zh: '运行 docket finding list --all 可列出全部。',
    },
  },
  'tagging.finding_settled': {
    says: {
      en: 'Finding {finding} is {state} already.',
      zh: '发现 {finding} 的状态已为 {state}。',
    },
    next: {
      en: 'docket finding show {finding} tells by whom and why; it stays as it is.',
      zh: '运行 docket finding show {finding} 查看经办人及原因；保持不变。',
    },
  },
  'tagging.finding_later': {
    says: {
      en: 'The statement is about {when}, which is still to come.',
      zh: '说明所涉时间 {when} 尚未到来。',
    },
    next: {
      en: 'Say with --when at what time the recording was interrupted.',
      zh: '请用 --when 给出中断发生的时间。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

export const findingCodeTexts = {
  segments_missing: { en: 'segments missing', zh: '分段缺失' },
  gap: { en: 'interruption', zh: '录制中断' },
  overlap: { en: 'overlap', zh: '时间重叠' },
  edited: { en: 'written by another program', zh: '由其他程序写成' },
  size_unfit: { en: 'length does not fit size', zh: '时长与大小不符' },
  time_unfit: { en: 'length does not fit times', zh: '时长与时间不符' },
  streams_apart: { en: 'a stream ends early', zh: '音视频流提前结束' },
  container_longer: { en: 'container longer than streams', zh: '容器时长超过流时长' },
  truncated: { en: 'not whole', zh: '文件不完整' },
  settings_differ: { en: 'other encoder settings', zh: '编码设置不同' },
  gone_from_card: { en: 'no longer on the card', zh: '卡上已不存在' },
} as const satisfies Readonly<Record<FindingCode, Text>>;

export const findingStateTexts = {
  open: { en: 'open', zh: '待说明' },
  explained: { en: 'explained', zh: '已说明' },
  dismissed: { en: 'put aside', zh: '已排除' },
  withdrawn: { en: 'does not hold any more', zh: '不再成立' },
} as const satisfies Readonly<Record<FindingState, Text>>;

/**
 * What was compared, in plain words with the numbers; never why. A hole is a fact of the finding, `evidence` for the first
 * recording that it is about, or `said` for a text from the file or the card.
 */
export const findingTexts = {
  segment_first: {
    en: 'segment {from} is missing: of this recording the first one that is here is {after} (segment {afterSegment})',
    zh: '缺少第 {from} 段：该记录现有的第一段为 {after}（第 {afterSegment} 段）',
  },
  segments_first: {
    en: 'segments {from} to {to} ({missing}) are missing: of this recording the first one that is here is {after} (segment {afterSegment})',
    zh: '缺少第 {from} 至 {to} 段（共 {missing} 段）：该记录现有的第一段为 {after}（第 {afterSegment} 段）',
  },
  segment_between: {
    en: 'segment {from} is missing between {before} (segment {beforeSegment}) and {after} (segment {afterSegment})',
    zh: '{before}（第 {beforeSegment} 段）与 {after}（第 {afterSegment} 段）之间缺少第 {from} 段',
  },
  segments_between: {
    en: 'segments {from} to {to} ({missing}) are missing between {before} (segment {beforeSegment}) and {after} (segment {afterSegment})',
    zh: '{before}（第 {beforeSegment} 段）与 {after}（第 {afterSegment} 段）之间缺少第 {from} 至 {to} 段（共 {missing} 段）',
  },
  gap_ran_on: {
    en: '{before} ended at {ended} after {lengthMs}, the length ({fullMs}) at which this recorder begins its next segment; the next recording, {after}, begins only at {start}, {gapMs} later',
    zh: '{before} 于 {ended} 结束，时长 {lengthMs}，即本机自动分段时长（{fullMs}）；而下一个记录 {after} 于 {start} 才开始，相隔 {gapMs}',
  },
  gap_stopped: {
    en: '{before} ended at {ended} and {after} begins at {start}: {gapMs} of one session were not recorded; up to {allowedMs} is usual for this recorder',
    zh: '{before} 于 {ended} 结束，{after} 于 {start} 开始：同一记录组中有 {gapMs} 未录制；本机通常不超过 {allowedMs}',
  },
  overlap: {
    en: '{after} begins at {start}, {overlapMs} before {before} of the same recorder has ended ({ended})',
    zh: '{after} 于 {start} 开始，而同一执法记录仪的 {before} 于 {ended} 才结束，重叠 {overlapMs}',
  },
  edited_program: {
    en: 'the container of {evidence} bears the mark of {program}: {said}',
    zh: '{evidence} 的容器带有 {program} 的标记：{said}',
  },
  edited_library: {
    en: 'the container of {evidence} bears the mark of {program}, which editing and converting programs use: {said}; of {others} other recordings of this recorder around it {alike} bear it too',
    zh: '{evidence} 的容器带有剪辑与转换程序所用的 {program} 的标记：{said}；本机前后 {others} 个其他记录中有 {alike} 个带有同样标记',
  },
  edited_foreign: {
    en: "the container of {evidence} names its writer as {said}, which is not among the marks of this model's encoder",
    zh: '{evidence} 的容器所记写入程序为 {said}，不属于本型号编码器的标记',
  },
  rate_low: {
    en: '{evidence} is said to last {lengthMs}, but holds {bytes}: {bitsPerSecond} kbit/s, where {others} recordings of this recorder around it have {lowBits} to {highBits} kbit/s',
    zh: '{evidence} 标称时长 {lengthMs}，大小仅 {bytes}：{bitsPerSecond} kbit/s，而本机前后 {others} 个记录为 {lowBits} 至 {highBits} kbit/s',
  },
  rate_high: {
    en: '{evidence} is said to last {lengthMs}, but holds {bytes}: {bitsPerSecond} kbit/s, where {others} recordings of this recorder around it have {lowBits} to {highBits} kbit/s',
    zh: '{evidence} 标称时长 {lengthMs}，大小却有 {bytes}：{bitsPerSecond} kbit/s，而本机前后 {others} 个记录为 {lowBits} 至 {highBits} kbit/s',
  },
  rate_absurd: {
    en: '{evidence} is said to last {lengthMs}, but holds {bytes}: {bitsPerSecond} kbit/s',
    zh: '{evidence} 标称时长 {lengthMs}，大小仅 {bytes}：{bitsPerSecond} kbit/s',
  },
  past_file_time: {
    en: '{evidence} began at {start} and is said to last {lengthMs}, until {ended}, but its file is of {modified}: {beyondMs} more than at {others} other recordings of that docking',
    zh: '{evidence} 于 {start} 开始，标称时长 {lengthMs}，应至 {ended} 结束，但文件时间为 {modified}：与同次接入的其他 {others} 个记录相比多出 {beyondMs}',
  },
  past_next_start: {
    en: '{evidence} began at {start} and is said to last {lengthMs}, until {ended}, but {next} of the same recorder begins at {nextStart}, {beyondMs} earlier, and its file was closed before that',
    zh: '{evidence} 于 {start} 开始，标称时长 {lengthMs}，应至 {ended} 结束，但同一执法记录仪的 {next} 于 {nextStart} 已开始（早 {beyondMs}），且其文件此前已关闭',
  },
  sound_ends_early: {
    en: 'the sound of {evidence} ends after {audioMs}, the picture after {videoMs}: {apartMs} apart',
    zh: '{evidence} 的声音在 {audioMs} 结束，画面在 {videoMs} 结束：相差 {apartMs}',
  },
  picture_ends_early: {
    en: 'the picture of {evidence} ends after {videoMs}, the sound after {audioMs}: {apartMs} apart',
    zh: '{evidence} 的画面在 {videoMs} 结束，声音在 {audioMs} 结束：相差 {apartMs}',
  },
  container_longer: {
    en: 'the container of {evidence} says {lengthMs}, everything in it ends after {streamsMs}',
    zh: '{evidence} 的容器标称 {lengthMs}，其中全部内容在 {streamsMs} 结束',
  },
  empty: { en: 'the file of {evidence} is empty', zh: '{evidence} 的文件为空' },
  no_index: {
    en: 'the file of {evidence} ({bytes}) has no index, as when recording was broken off or its end is missing',
    zh: '{evidence} 的文件（{bytes}）没有索引，例如录制中断或末尾缺失',
  },
  unreadable: {
    en: 'the file of {evidence} ({bytes}) cannot be read as a recording',
    zh: '{evidence} 的文件（{bytes}）无法作为音像记录读取',
  },
  too_many_streams: {
    en: 'the file of {evidence} ({bytes}) has more than 1,000 streams and was not examined',
    zh: '{evidence} 的文件（{bytes}）含有 1000 个以上的流，未予检查',
  },
  too_slow: {
    en: 'the file of {evidence} ({bytes}) took too long to examine',
    zh: '{evidence} 的文件（{bytes}）检查耗时过长',
  },
  cut: {
    en: 'the index of {evidence} counts {claimedBytes}, the file holds {bytes}',
    zh: '{evidence} 的索引共计 {claimedBytes}，文件仅有 {bytes}',
  },
  frames_missing: {
    en: 'the header of {evidence} counts frames for {claimedMs}, the file holds {lengthMs}',
    zh: '{evidence} 的文件头所计帧数为 {claimedMs}，文件中仅有 {lengthMs}',
  },
  settings_differ: {
    en: '{evidence} was written as {own}, {count} recordings before and after it as {others}',
    zh: '{evidence} 的编码为 {own}，其前后 {count} 个记录为 {others}',
  },
  writer_differs: {
    en: 'the container of {evidence} names another writer than {count} recordings before and after it: {said}',
    zh: '{evidence} 的容器所记写入程序与其前后 {count} 个记录不同：{said}',
  },
  gone: {
    en: '{gone} recording(s) that lay on the card in docking {earlier} did not in docking {docking}, in which {kept} others from then still did; they are in the vault',
    zh: '接入 {earlier} 时卡上的 {gone} 个记录在接入 {docking} 时已不存在，而当时的其他 {kept} 个仍在；这些记录已在存证库中',
  },
  left_and_gone: {
    en: '{left} recording(s) that docking {earlier} left on the card, and nobody has taken in, were not there in docking {docking}, in which {kept} others from then still were: {said}',
    zh: '接入 {earlier} 时留在卡上且从未采集的 {left} 个记录在接入 {docking} 时已不存在，而当时的其他 {kept} 个仍在：{said}',
  },
  gone_and_left: {
    en: '{gone} recording(s) that lay on the card in docking {earlier}, and {left} that it left there and nobody has taken in, were not there in docking {docking}, in which {kept} others from then still were: {said}',
    zh: '接入 {earlier} 时卡上的 {gone} 个记录，以及留在卡上且从未采集的 {left} 个记录，在接入 {docking} 时已不存在，而当时的其他 {kept} 个仍在：{said}',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const findingScreenTexts = {
  'cli.finding': {
    en: 'what does not fit together in the footage, and what was said about it',
    zh: '连续性发现：记录中不相符之处及其说明',
  },
  'cli.finding.list': {
    en: 'list findings, open ones unless asked otherwise',
    zh: '列出发现（默认仅待说明）',
  },
  'cli.finding.show': {
    en: 'one finding: what was compared, and its history',
    zh: '一项发现：所比较的内容及经过',
  },
  'cli.finding.explain': {
    en: 'attach the written statement on an interruption (ZZ-23)',
    zh: '附上中断的书面说明（ZZ-23）',
  },
  'cli.finding.dismiss': { en: 'put a finding aside, with a reason', zh: '排除一项发现并说明理由' },
  'cli.finding.operand': { en: 'finding, such as ST01-F000001', zh: '发现编号，例如 ST01-F000001' },
  'cli.finding.open': { en: 'only those that are open (default)', zh: '仅待说明（默认）' },
  'cli.finding.all': {
    en: 'also explained ones, those put aside, and those that do not hold any more',
    zh: '包括已说明、已排除及不再成立的',
  },
  'cli.finding.evidence': { en: 'about one evidence item', zh: '关于某证据条目' },
  'cli.finding.session': { en: 'about the recordings of one session', zh: '关于某记录组的记录' },
  'cli.finding.who': { en: 'who recorded, or was to', zh: '录制人或应当录制的人' },
  'cli.finding.when': {
    en: 'when recording was interrupted, with offset',
    zh: '中断发生的时间（须带时区偏移）',
  },
  'cli.finding.why': { en: 'why', zh: '原因' },
  'cli.finding.signed_by': { en: 'who has signed the statement', zh: '在说明上签名的人' },
  'cli.finding.text': { en: 'the statement itself', zh: '说明正文' },
  'cli.finding.attach': {
    en: 'a file that goes into the vault with it; may be given again',
    zh: '随说明存入存证库的文件；可多次给出',
  },
  'cli.finding.reason': { en: 'why there is nothing in it', zh: '排除的理由' },
  'cli.finding.after': { en: 'go on after this finding', zh: '从此发现之后继续' },
  'cli.finding.none': { en: 'No findings.', zh: '没有发现。' },
  'cli.finding.explained': { en: 'Statement attached to {finding}.', zh: '已为 {finding} 附上说明。' },
  'cli.finding.dismissed': { en: '{finding} was put aside.', zh: '已排除 {finding}。' },
  'cli.finding.history': { en: 'History', zh: '经过' },
  'cli.finding.heading': { en: 'Findings', zh: '连续性发现' },
  'cli.finding.col.finding': { en: 'finding', zh: '发现' },
  'cli.finding.col.kind': { en: 'kind', zh: '类别' },
  'cli.finding.col.state': { en: 'state', zh: '状态' },
  'cli.finding.col.recorder': { en: 'recorder', zh: '记录仪' },
  'cli.finding.col.docking': { en: 'docking', zh: '接入' },
  'cli.finding.col.evidence': { en: 'evidence', zh: '证据条目' },
  'cli.finding.col.made': { en: 'found', zh: '发现时间' },
  'cli.finding.col.words': { en: 'what was compared', zh: '所比较的内容' },
  'cli.finding.col.who': { en: 'who', zh: '录制人' },
  'cli.finding.col.when': { en: 'interrupted at', zh: '中断时间' },
  'cli.finding.col.why': { en: 'why', zh: '原因' },
  'cli.finding.col.signed_by': { en: 'signed by', zh: '签名' },
  'cli.finding.col.text': { en: 'statement', zh: '说明' },
  'cli.finding.col.reason': { en: 'reason', zh: '理由' },
  'cli.finding.col.attachments': { en: 'attachments', zh: '附件' },
} as const satisfies Readonly<Record<string, Text>>;
