import type { Text } from '../text.ts';

/** Watching on the page of one evidence item, and asking to. */
export const itemWatchTexts = {
  footage: { en: 'Footage', zh: '影像' },
  no_role: {
    en: 'Your role sees the facts of a recording, not its footage.',
    zh: '您的角色可查看记录信息，不可观看影像。',
  },
  watch: { en: 'Watch', zh: '观看' },
  is_recorded: {
    en: 'Whatever you watch is entered with your name before it is shown; your name and the time stand over the picture.',
    zh: '您观看的每一段在显示之前都会连同姓名记入保管链；您的姓名与时间显示在画面上。',
  },
  copy_not_original: {
    en: 'This is a copy for watching, with a mark in it. The original stays untouched in the vault.',
    zh: '此为带水印的预览副本，原件封存在存证库中，未作任何改动。',
  },
  make: { en: 'Make the viewing copy', zh: '生成预览副本' },
  none: {
    en: 'There is no viewing copy yet. It is made when somebody asks for it.',
    zh: '尚无预览副本，有人查看时生成。',
  },
  removed: {
    en: 'The viewing copy was removed to save space; it can be made again.',
    zh: '预览副本已为节省空间删除，可重新生成。',
  },
  waiting: { en: 'The viewing copy is being made.', zh: '正在生成预览副本。' },
  failed: { en: 'The original cannot be shown.', zh: '原件无法转码显示。' },
  failed_next: {
    en: 'The original itself is whole and stays in the vault: take a copy of it to whoever can play this format.',
    zh: '原件本身完整，仍存放在存证库中；如需查看，请申请复制原件后使用专用播放器。',
  },
  gone: { en: 'It was disposed of; nothing is left to be watched.', zh: '已处置，无可观看的内容。' },
  not_stored: { en: 'It can be watched once it is stored.', zh: '存证完成后即可观看。' },
  try_again: { en: 'Try again', zh: '重试' },
  unplayable: { en: 'This browser cannot play the viewing copy.', zh: '当前浏览器无法播放该预览副本。' },
  unplayable_next: {
    en: 'The original is whole in the vault. Open this page in a newer Chrome, Edge or Firefox, or ask to copy it and take the file to a player.',
    zh: '原件完整存放在存证库中。请改用较新的 Chrome、Edge 或 Firefox 打开本页，或申请复制后用播放器查看。',
  },
  broken: { en: 'The playback broke off.', zh: '播放中断。' },
  play: { en: 'Play', zh: '播放' },
  pause: { en: 'Pause', zh: '暂停' },
  position: { en: 'Position', zh: '播放位置' },
  speed: { en: 'Speed', zh: '倍速' },
  mute: { en: 'Sound off', zh: '静音' },
  full: { en: 'Full screen', zh: '全屏' },
  sound_only: { en: 'Sound without a picture', zh: '仅有声音' },
  shorter: {
    en: 'The copy ends at {copy}, the original at {original}: the rest could not be decoded.',
    zh: '副本止于 {copy}，原件时长为 {original}：其余部分无法解码。',
  },
  take_copy: { en: 'Take the viewing copy away', zh: '下载预览副本' },
  take_original: { en: 'Take the original away', zh: '下载原件' },
  takes_recorded: {
    en: 'That it leaves is entered before the first byte does.',
    zh: '下载行为在发送之前即记入保管链。',
  },

  ask_title: { en: 'Watching needs an approval', zh: '观看须经批准' },
  ask_says: {
    en: 'No approval of yours to watch this recording runs (ZZ-28, HY-13). Say why; whoever is responsible for it decides.',
    zh: '您没有查看该记录的有效批准（ZZ-28、HY-13）。请写明事由，由负责人审批。',
  },
  ask_view: { en: 'To watch', zh: '查看' },
  ask_copy: { en: 'To take a copy', zh: '复制' },
  kind: { en: 'What for', zh: '申请事项' },
  why: { en: 'Reason', zh: '事由' },
  days: { en: 'For how long', zh: '期限' },
  days_count: { en: '{count} days', zh: '{count} 天' },
  ask: { en: 'Ask for approval', zh: '提交申请' },
  asked: {
    en: 'Request {request} waits for its decision. This page opens by itself once it is approved.',
    zh: '申请 {request} 正在等待审批，批准后本页自动开放。',
  },
  rejected: { en: 'Request {request} was rejected: {note}', zh: '申请 {request} 被驳回：{note}' },
  ask_may_not: { en: 'Your role does not submit requests.', zh: '您的角色不可提交申请。' },
  emergency: { en: 'Watch at once – emergency', zh: '紧急查看' },
  emergency_asks: { en: 'Watch at once, without an approval?', zh: '未经批准立即查看？' },
  emergency_says: {
    en: 'Only where waiting would do harm. It opens watching for two hours, raises an alarm that everybody responsible sees, and somebody has to approve it afterwards; it cannot be taken back.',
    zh: '仅限等待将造成危害的情形。立即开放两小时查看，同时发出警报通知所有负责人，事后须补批，且不可撤回。',
  },
  emergency_deed: { en: 'Watch at once and raise the alarm', zh: '立即查看并报警' },
} as const satisfies Readonly<Record<string, Text>>;
