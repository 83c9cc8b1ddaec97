import type { CannotCode, RemovedBecause, ViewingHow, ViewingMark } from '../custody/entry-kinds.ts';
import type { Problem, Text } from './text.ts';

/** How a copy was made, why none can be, why one was removed, by code. */
export const viewingCodeTexts = {
  transcoded: { en: 'transcoded', zh: '转码' },
  remuxed: { en: 'same streams in another container', zh: '仅更换封装，未转码' },
  sound: { en: 'sound recording', zh: '录音' },
  still: { en: 'still', zh: '照片' },
  no_index: {
    en: 'it has no index (moov): the recorder did not finish the file',
    zh: '缺少索引（moov），记录仪未完成写入',
  },
  unreadable: {
    en: 'it is none of the formats that recorders write, or damaged',
    zh: '不是记录仪使用的格式，或已损坏',
  },
  too_many_streams: { en: 'it has more streams than are looked at', zh: '流的数量超出上限' },
  too_slow: { en: 'looking at it took too long', zh: '识别耗时过长' },
  nothing_to_show: { en: 'neither picture nor sound is in it', zh: '其中没有图像也没有声音' },
  too_many_pixels: { en: 'its picture is larger than is decoded here', zh: '画面尺寸超出解码上限' },
  too_long: { en: 'it claims to be longer than any recorder runs', zh: '所称时长超出记录仪可能的时长' },
  ffmpeg_failed: { en: 'ffmpeg could not decode it', zh: 'ffmpeg 无法解码' },
  nothing_decoded: { en: 'ffmpeg found nothing in it that can be played', zh: 'ffmpeg 未能解出可播放的内容' },
  out_of_time: { en: 'it took longer than it may', zh: '耗时超出上限' },
  out_of_room: { en: 'the copy grew larger than it may', zh: '副本大小超出上限' },
  out_of_memory: { en: 'it needed more memory than it may', zh: '内存超出上限' },
  too_many_errors: { en: 'ffmpeg complained without end', zh: 'ffmpeg 持续报错' },
  room: { en: 'the store was full, and nobody has watched it for longest', zh: '存储已满，且最久无人观看' },
  person: { en: 'by a person', zh: '人工删除' },
  replaced: { en: 'the settings have changed', zh: '设置已变更' },
  lost: { en: 'its file was not there any more', zh: '文件已不存在' },
  disposed: { en: 'its original is disposed of', zh: '原始资料已处置' },
} as const satisfies Readonly<Record<CannotCode | ViewingHow | RemovedBecause, Text>>;

export const viewingMarkTexts = {
  burnt: { en: 'burnt into the picture', zh: '已烧录在画面中' },
  burnt_latin: {
    en: 'burnt into the picture in English only (no font with Chinese characters here)',
    zh: '仅以英文烧录在画面中（本机没有中文字体）',
  },
  laid_over: { en: 'not in the picture; the player shows it', zh: '不在画面中，由播放器显示' },
  none: { en: 'missing from the picture: no font is installed here', zh: '画面中没有：本机未安装字体' },
} as const satisfies Readonly<Record<ViewingMark, Text>>;

export const viewingProblems = {
  'viewing.evidence_unknown': {
    says: { en: 'There is no evidence item {evidence}.', zh: '没有证据条目 {evidence}。' },
    next: { en: 'docket evidence list shows them.', zh: '运行 docket evidence list 查看。' },
  },
  'viewing.original_gone': {
    says: { en: 'The original of {evidence} was disposed of.', zh: '{evidence} 的原始资料已处置。' },
    next: {
      en: 'Nothing is left to be watched; docket evidence show {evidence} tells why.',
      zh: '已无可观看的内容；运行 docket evidence show {evidence} 查看原因。',
    },
  },
  'viewing.not_probed': {
    says: {
      en: 'Nobody has looked yet at what {evidence} is.',
      zh: '尚未识别 {evidence} 的文件信息。',
    },
    next: {
      en: 'The daemon does so by itself; without it: docket judge',
      zh: '守护进程会自动识别；未运行时请执行 docket judge',
    },
  },
  'viewing.no_ffmpeg': {
    says: {
      en: 'No viewing copy of {evidence} can be made: ffmpeg is not installed or does not run.',
      zh: '无法生成 {evidence} 的预览副本：未安装 ffmpeg 或其无法运行。',
    },
    next: { en: 'Install ffmpeg, then docket doctor.', zh: '请安装 ffmpeg，然后运行 docket doctor。' },
  },
  'viewing.not_now': {
    says: {
      en: 'The viewing copy of {evidence} could not be made now: the original cannot be reached, the disk is full, or the station stops.',
      zh: '{evidence} 的预览副本目前未能生成：原始资料无法读取、磁盘已满或站点正在停止。',
    },
    next: {
      en: 'It stays first in the queue. docket status and docket alarms list say what stands in the way.',
      zh: '它仍排在队列最前。请运行 docket status 与 docket alarms list 查看原因。',
    },
  },
  'viewing.none_stands': {
    says: { en: 'There is no viewing copy of {evidence}.', zh: '{evidence} 没有预览副本。' },
    next: {
      en: 'docket viewing make {evidence} makes one.',
      zh: '运行 docket viewing make {evidence} 生成。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

export const viewingTexts = {
  'cli.viewing': {
    en: 'viewing copies: derivatives for looking at, never evidence',
    zh: '预览副本：仅供观看，不是证据',
  },
  'cli.viewing.status': {
    en: 'how many there are, what is under way, why nothing is',
    zh: '数量、正在进行的任务、暂停原因',
  },
  'cli.viewing.list': { en: 'viewing copies, newest first', zh: '列出预览副本，最新在前' },
  'cli.viewing.state': { en: 'only those in this state', zh: '仅列出此状态' },
  'cli.viewing.make': {
    en: 'make one now, before all that wait, and wait for it',
    zh: '立即生成，排在所有等待者之前，并等待完成',
  },
  'cli.viewing.show': {
    en: 'one viewing copy: digest, arguments, confinement, pictures',
    zh: '查看一个预览副本：摘要、参数、隔离措施、图片',
  },
  'cli.viewing.remove': {
    en: 'delete one; the original stays, and it can be made again',
    zh: '删除一个；原始资料不变，可重新生成',
  },
  'cli.viewing.verify': {
    en: 're-read all viewing copies and compare them with the ledger',
    zh: '重读全部预览副本并与保管链核对',
  },
  'cli.viewing.none': { en: 'There are none.', zh: '没有。' },
  'cli.viewing.made': { en: 'Viewing copy of {evidence}: {file}', zh: '{evidence} 的预览副本：{file}' },
  'cli.viewing.failed': {
    en: 'The original {evidence} cannot be transcoded: {why}',
    zh: '原始资料 {evidence} 无法转码：{why}',
  },
  'cli.viewing.removed': { en: 'Viewing copy of {evidence} deleted.', zh: '已删除 {evidence} 的预览副本。' },
  'cli.viewing.verified': {
    en: '{count} viewing copies re-read: {damaged} damaged',
    zh: '已重读 {count} 个预览副本：损坏 {damaged} 个',
  },
  'cli.viewing.damaged': {
    en: '{evidence}: {file} is {found}. docket viewing remove {evidence}, then make it again.',
    zh: '{evidence}：{file} {found}。请运行 docket viewing remove {evidence} 后重新生成。',
  },
  'cli.viewing.found.missing': { en: 'not there', zh: '不存在' },
  'cli.viewing.found.altered': { en: 'not what was made', zh: '与生成时不一致' },
  'cli.viewing.line': {
    en: '{made} made ({size}), {waiting} waiting, {failed} cannot be made',
    zh: '已生成 {made} 个（{size}），等待 {waiting} 个，无法生成 {failed} 个',
  },
  'cli.viewing.under_way': { en: 'under way: {items}', zh: '正在生成：{items}' },
  'cli.viewing.paused.intake': { en: 'held while cards are read', zh: '读卡期间暂停' },
  'cli.viewing.paused.no_room': { en: 'held: no room on the disk', zh: '暂停：磁盘空间不足' },
  'cli.viewing.paused.no_ffmpeg': { en: 'held: no ffmpeg', zh: '暂停：没有 ffmpeg' },
  'cli.viewing.title': { en: 'Viewing copies', zh: '预览副本' },
  'cli.viewing.copy': { en: 'Viewing copy', zh: '预览副本' },
  'cli.viewing.state.none': { en: 'none yet', zh: '尚未生成' },
  'cli.viewing.state.waiting': { en: 'waiting', zh: '等待生成' },
  'cli.viewing.state.made': { en: 'made', zh: '已生成' },
  'cli.viewing.state.failed': { en: 'original cannot be transcoded: {why}', zh: '原始资料无法转码：{why}' },
  'cli.viewing.state.removed': { en: 'removed: {why}', zh: '已删除：{why}' },
  'cli.viewing.col.evidence': { en: 'Evidence', zh: '证据条目' },
  'cli.viewing.col.state': { en: 'State', zh: '状态' },
  'cli.viewing.col.at': { en: 'Since', zh: '时间' },
  'cli.viewing.col.how': { en: 'How', zh: '方式' },
  'cli.viewing.col.length': { en: 'Length', zh: '时长' },
  'cli.viewing.col.size': { en: 'Size', zh: '大小' },
  'cli.viewing.col.file': { en: 'File', zh: '文件' },
  'cli.viewing.col.original': { en: 'Original (SHA-256)', zh: '原始资料（SHA-256）' },
  'cli.viewing.col.digest': { en: 'Copy (SHA-256)', zh: '副本（SHA-256）' },
  'cli.viewing.col.mark': { en: 'Mark "viewing copy"', zh: '“预览副本”标记' },
  'cli.viewing.col.ffmpeg': { en: 'Made with', zh: '生成工具' },
  'cli.viewing.col.layers': { en: 'Confined by', zh: '隔离措施' },
  'cli.viewing.col.tail': { en: 'ffmpeg said', zh: 'ffmpeg 输出' },
  'cli.viewing.col.shared': { en: 'Shared', zh: '共用' },
  'cli.viewing.shared': {
    en: 'made for {evidence}, whose bytes are the same; the number in the picture is that one',
    zh: '为内容相同的 {evidence} 生成；画面中的编号为该编号',
  },
  'cli.viewing.shorter': {
    en: '{length}; the original says {original}: the rest could not be decoded',
    zh: '{length}；原始资料标称 {original}，其余部分无法解码',
  },
  'cli.viewing.no_evidence': {
    en: 'This is no evidence. The original is in the vault and was not changed.',
    zh: '预览副本不是证据。原始资料在存证库中，未作任何改动。',
  },
  'doctor.confinement': {
    en: 'ffmpeg runs confined: {layers}',
    zh: 'ffmpeg 在隔离环境中运行：{layers}',
  },
  'doctor.confinement.less': {
    en: 'ffmpeg runs less confined than it should ({layers}): bubblewrap does not work here: {found}',
    zh: 'ffmpeg 隔离不足（{layers}）：bubblewrap 在本机不可用：{found}',
  },
  'doctor.confinement.next': {
    en: 'Install bubblewrap and util-linux, and let the kernel give user namespaces (kernel.unprivileged_userns_clone=1, user.max_user_namespaces). Viewing copies are made all the same; their entries say with what.',
    zh: '请安装 bubblewrap 与 util-linux，并允许用户命名空间（kernel.unprivileged_userns_clone=1、user.max_user_namespaces）。预览副本照常生成，其条目记有所用隔离措施。',
  },
  'doctor.confinement.none': { en: 'ffmpeg does not run here', zh: 'ffmpeg 无法在本机运行' },
  'doctor.font': { en: 'viewing copies are marked with {font}', zh: '预览副本标记使用字体 {font}' },
  'doctor.font.latin': {
    en: 'no font with Chinese characters: viewing copies are marked in English only ({font})',
    zh: '没有中文字体：预览副本只能以英文标记（{font}）',
  },
  'doctor.font.none': {
    en: 'no font: viewing copies cannot be marked in the picture',
    zh: '没有字体：无法在预览副本画面中标记',
  },
  'doctor.font.next': {
    en: 'Install fonts-wqy-microhei, or set viewing.font to a font file.',
    zh: '请安装 fonts-wqy-microhei，或将 viewing.font 设为字体文件。',
  },
} as const satisfies Readonly<Record<string, Text>>;
