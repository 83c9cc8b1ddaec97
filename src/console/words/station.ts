/** What the page was told of its station before anybody is signed in. */
const { station = '', zone = '', language = '' } = document.documentElement.dataset;

export const greeting = {
  station,
  zone: zone === '' ? 'Asia/Shanghai' : zone,
  language: language === 'en' ? 'en' : 'zh',
} as const;

/** With it Ant Design may write its styles into the page. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
