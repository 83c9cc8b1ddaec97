import type { Text } from './text.ts';

/** What each status says, for people: the title of a problem document (RFC 9457). */
export const titleTexts = {
  'api.title.400': { en: 'The request is wrong', zh: '请求有误' },
  'api.title.401': { en: 'Not signed in', zh: '未登录' },
  'api.title.403': { en: 'Not permitted', zh: '无权操作' },
  'api.title.404': { en: 'Not found', zh: '未找到' },
  'api.title.405': { en: 'Not this method', zh: '不支持该请求方法' },
  'api.title.408': { en: 'The request came too slowly', zh: '请求发送过慢' },
  'api.title.409': { en: 'It does not fit how things stand', zh: '与当前状态冲突' },
  'api.title.410': { en: 'It is gone', zh: '已不存在' },
  'api.title.413': { en: 'The request is too large', zh: '请求过大' },
  'api.title.415': { en: 'Not this type', zh: '不支持该内容类型' },
  'api.title.416': { en: 'Nothing lies there', zh: '所请求的范围无效' },
  'api.title.417': { en: 'Not what can be expected', zh: '无法满足请求的期望' },
  'api.title.421': { en: 'Not called so', zh: '请求的主机名有误' },
  'api.title.422': { en: 'It cannot be done so', zh: '无法按此处理' },
  'api.title.429': { en: 'Too many requests', zh: '请求过多' },
  'api.title.431': { en: 'The headers are too large', zh: '请求头过大' },
  'api.title.500': { en: 'The station failed', zh: '站点处理失败' },
  'api.title.503': { en: 'Not at the moment', zh: '暂时无法处理' },
} as const satisfies Readonly<Record<string, Text>>;
