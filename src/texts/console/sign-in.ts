import type { Text } from '../text.ts';

/** Signing in: the page, and the window over a page whose sign-in has ended. */
export const signInTexts = {
  title: { en: 'Sign in', zh: '登录' },
  account: { en: 'Account', zh: '账号' },
  password: { en: 'Password', zh: '密码' },
  code: { en: 'Code of the authenticator', zh: '动态验证码' },
  code_hint: {
    en: 'Six digits from your authenticator, or one of your recovery codes.',
    zh: '请输入验证器上的六位数字，或一个恢复码。',
  },
  enter: { en: 'Sign in', zh: '登录' },
  go_on: { en: 'Continue', zh: '继续' },
  back: { en: 'Other account', zh: '换一个账号' },
  needed: { en: 'Required', zh: '必填' },
  expired: { en: 'Your sign-in has ended', zh: '登录已失效' },
  expired_says: {
    en: 'Sign in again to go on where you were. What you have typed is kept.',
    zh: '请重新登录以继续操作，已填写的内容不会丢失。',
  },
  other_title: { en: 'Another person is signed in now', zh: '登录人已更换' },
  other_says: {
    en: 'What stands in the form was typed by {before}; nothing of it has been sent. You are signed in as {now}: whatever you send from here goes in your name.',
    zh: '表单内容由 {before} 填写，尚未提交。当前登录人为 {now}，此后提交的内容均以 {now} 的名义记入保管链。',
  },
  other_keep: { en: 'Keep it and look at it', zh: '保留并核对' },
  other_give_up: { en: 'Give it up', zh: '放弃' },
  leave: { en: 'Leave this page', zh: '离开本页' },
  change_title: { en: 'Choose a password of your own', zh: '首次登录须修改密码' },
  change_says: {
    en: 'The password that you were given works once. At least 12 characters, nothing that is easily guessed.',
    zh: '初始密码只能使用一次。新密码至少 12 个字符，且不易被猜出。',
  },
  present: { en: 'Present password', zh: '当前密码' },
  next: { en: 'New password', zh: '新密码' },
  repeat: { en: 'New password again', zh: '再次输入新密码' },
  differs: { en: 'The two do not agree.', zh: '两次输入不一致。' },
  change: { en: 'Change the password', zh: '修改密码' },
  enrol_title: { en: 'Enrol an authenticator', zh: '绑定动态验证器' },
  enrol_says: {
    en: 'Your role signs in with a second factor. Scan this with an authenticator on your telephone, then type the code it shows.',
    zh: '您的角色登录时需要第二重验证。请用手机验证器扫描二维码，再输入其显示的六位数字。',
  },
  enrol_picture: { en: 'QR code for the authenticator', zh: '验证器二维码' },
  enrol_by_hand: { en: 'Or type this secret by hand', zh: '或手工输入密钥' },
  enrol: { en: 'Confirm', zh: '确认绑定' },
  recovery_title: { en: 'Keep these recovery codes', zh: '请妥善保管恢复码' },
  recovery_says: {
    en: 'Each opens the door once when the telephone is lost. They are shown this one time only: print them or write them down.',
    zh: '手机遗失时，每个恢复码可使用一次。恢复码仅显示这一次，请打印或抄写后妥善保管。',
  },
  recovery_print: { en: 'Print', zh: '打印' },
  recovery_kept: { en: 'I have kept them', zh: '已保管好，继续' },
  promise: {
    en: 'Every act on evidence is entered in the ledger with your name.',
    zh: '对证据的每一次操作都会连同您的姓名记入保管链。',
  },
} as const satisfies Readonly<Record<string, Text>>;
