import type { Text } from './text.ts';

/** The page on which viewing copies are watched. */
export const watchTexts = {
  'watch.title': { en: 'Viewing copy of {evidence}', zh: '{evidence} 的预览副本' },
  'watch.evidence': { en: 'Evidence item', zh: '证据条目' },
  'watch.recorded': {
    en: 'Whatever you watch is entered in the ledger with your name, before it is shown. Your name and the time stand over the picture.',
    zh: '您观看的每一段在显示之前都会连同您的姓名记入保管链；您的姓名与时间显示在画面上。',
  },
  'watch.start': { en: 'Watch', zh: '开始观看' },
  'watch.play': { en: 'Play', zh: '播放' },
  'watch.pause': { en: 'Pause', zh: '暂停' },
  'watch.position': { en: 'Position', zh: '播放位置' },
  'watch.speed': { en: 'Speed', zh: '倍速' },
  'watch.mute': { en: 'Sound off', zh: '静音' },
  'watch.full_screen': { en: 'Full screen', zh: '全屏' },
  'watch.shorter': {
    en: 'The copy ends at {copy}, the original at {original}: the rest could not be decoded.',
    zh: '副本止于 {copy}，原始资料时长为 {original}：其余部分无法解码。',
  },
  'watch.sign_in': { en: 'Sign in', zh: '登录' },
  'watch.account': { en: 'Account', zh: '账号' },
  'watch.password': { en: 'Password', zh: '密码' },
  'watch.code': { en: 'Code of the authenticator, where you have one', zh: '动态验证码（如已启用）' },
  'watch.request': {
    en: 'To be requested: watching {evidence}, with who, why and until when (kind: view). Whoever is responsible for it approves the request; then open this page again.',
    zh: '需要申请：查看 {evidence}，写明查看人、事由及期限（类型：view）。由负责人批准后重新打开本页。',
  },
  'watch.waiting': { en: 'The viewing copy is being made.', zh: '正在生成预览副本。' },
  'watch.failed': { en: 'The original cannot be transcoded.', zh: '原始资料无法转码。' },
  'watch.removed': { en: 'The viewing copy was removed.', zh: '预览副本已删除。' },
  'watch.none': { en: 'There is no viewing copy yet.', zh: '尚无预览副本。' },
  'watch.gone': {
    en: 'The original was disposed of; nothing is left to be watched.',
    zh: '原始资料已处置，已无可观看的内容。',
  },
  'watch.broken': {
    en: 'The playback broke off, or the station cannot be reached.',
    zh: '播放中断，或无法连接采集站。',
  },
  'watch.again': { en: 'Try again', zh: '重试' },
  'watch.script': { en: 'This page needs JavaScript.', zh: '本页需要启用 JavaScript。' },
} as const satisfies Readonly<Record<string, Text>>;
