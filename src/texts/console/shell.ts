import type { Text } from '../text.ts';

/** The frame around every page of the console. */
export const shellTexts = {
  product: { en: 'Enforcement recording archive', zh: '执法音像存证系统' },
  skip: { en: 'Skip to the contents', zh: '跳到正文' },
  menu: { en: 'Pages', zh: '页面导航' },
  help: { en: 'Help on this page', zh: '本页说明' },
  language: { en: 'Language: Chinese or English', zh: '语言：中文或英文' },
  chinese: { en: 'Chinese', zh: '中文' },
  english: { en: 'English', zh: '英文' },
  large: { en: 'Large type', zh: '适老版（大字）' },
  usual: { en: 'Usual type', zh: '标准字号' },
  account: { en: 'Account {account}', zh: '账号 {account}' },
  sign_out: { en: 'Sign out', zh: '退出登录' },
  loading: { en: 'Loading …', zh: '正在加载……' },
  close: { en: 'Close', zh: '关闭' },
  gone: {
    en: 'The station does not answer. What you have typed is kept; this page goes on by itself when it is back.',
    zh: '采集站无响应。已填写的内容不会丢失，恢复后本页将自动继续。',
  },
  idle_title: { en: 'Are you still there?', zh: '您还在吗？' },
  idle_says: {
    en: 'Nobody has used this page for a while: your sign-in ends in {seconds} s. What you have typed is kept.',
    zh: '本页已有一段时间无人操作，登录将在 {seconds} 秒后失效。已填写的内容不会丢失。',
  },
  idle_stay: { en: 'Stay signed in', zh: '继续使用' },
  no_page: {
    en: 'There is no such page, or it is not open to your account.',
    zh: '没有该页面，或您的账号无权打开。',
  },
  no_page_next: { en: 'Choose a page on the left.', zh: '请在左侧选择页面。' },
  no_pages: {
    en: 'No page of this console is open to your account.',
    zh: '您的账号没有可打开的页面。',
  },
  no_pages_next: { en: 'Ask the administrator which role your account needs.', zh: '请联系管理员分配角色。' },
  page_broken: { en: 'This page has met an error and stopped.', zh: '本页发生错误，已停止运行。' },
  page_again: { en: 'Open it anew', zh: '重新打开' },
} as const satisfies Readonly<Record<string, Text>>;
