import type { Problem } from './text.ts';

const askAgain = {
  en: 'Correct the field and send the request again; nothing was changed.',
  zh: '请更正该字段后重新发送；未作任何更改。',
} as const;

/** What the HTTP interface says to a request that cannot be met. */
export const apiProblems = {
  'api.value_wrong': {
    says: {
      en: 'The field {field} should be {allowed}, but is {found}.',
      zh: '字段 {field} 应为 {allowed}，实际为 {found}。',
    },
    next: askAgain,
  },
  'api.field_unknown': {
    says: {
      en: 'There is no field {field} here; there are: {allowed}.',
      zh: '此处没有字段 {field}；可用字段：{allowed}。',
    },
    next: {
      en: 'Leave the field out, or correct its name; nothing was changed.',
      zh: '请去掉该字段或更正其名称；未作任何更改。',
    },
  },
  'api.field_missing': {
    says: {
      en: 'The field {field} is missing; expected: {allowed}.',
      zh: '缺少字段 {field}；应为：{allowed}。',
    },
    next: askAgain,
  },
  'api.text_unclean': {
    says: {
      en: 'The field {field} holds a character that no text needs (NUL, a control character, half a character).',
      zh: '字段 {field} 含有文本不应出现的字符（NUL、控制字符或不完整字符）。',
    },
    next: askAgain,
  },
  'api.body_malformed': {
    says: {
      en: 'The request body should be JSON in UTF-8, but: {found}.',
      zh: '请求正文应为 UTF-8 编码的 JSON，但：{found}。',
    },
    next: askAgain,
  },
  'api.body_too_large': {
    says: { en: 'The request body is larger than {most} bytes.', zh: '请求正文超过 {most} 字节。' },
    next: { en: 'Send less at once; nothing was changed.', zh: '请减少单次发送的内容；未作任何更改。' },
  },
  'api.body_type': {
    says: {
      en: 'The request body should be {allowed}, but is {found}.',
      zh: '请求正文类型应为 {allowed}，实际为 {found}。',
    },
    next: { en: 'Set the header Content-Type.', zh: '请设置 Content-Type 请求头。' },
  },
  'api.attachment_kind': {
    says: {
      en: '{name} is none of the kinds that may be attached ({allowed}), or is not what its name says.',
      zh: '{name} 不属于可附加的文件类型（{allowed}），或其内容与名称不符。',
    },
    next: {
      en: 'Attach a scan or a document; film is brought in over the dock.',
      zh: '请附加扫描件或文档；音像记录应通过采集站接入。',
    },
  },
  'api.attachments_many': {
    says: {
      en: 'Too many files lie here that no statement names yet; one account may have {most}.',
      zh: '尚未被说明引用的文件过多；每个账号最多 {most} 个。',
    },
    next: {
      en: 'Submit the statement that they belong to, or wait an hour.',
      zh: '请提交引用这些文件的说明，或一小时后再试。',
    },
  },
  'api.attachment_unknown': {
    says: {
      en: 'You have sent no file {found}, or more than an hour ago.',
      zh: '没有您发送的文件 {found}，或发送已超过一小时。',
    },
    next: { en: 'Send the file again.', zh: '请重新发送该文件。' },
  },
  'api.request_malformed': {
    says: { en: 'The request cannot be read: {found}.', zh: '无法读取请求：{found}。' },
    next: { en: 'Correct the address or the headers.', zh: '请更正地址或请求头。' },
  },
  'api.route_unknown': {
    says: { en: 'There is nothing at {method} {path}.', zh: '{method} {path} 不存在。' },
    next: { en: 'What there is stands in /openapi.json.', zh: '可用接口见 /openapi.json。' },
  },
  'api.console_missing': {
    says: { en: 'The console has not been built on this station.', zh: '本采集站尚未生成控制台页面。' },
    next: {
      en: 'Build it with `npm run console`, or start the station with scripts/start.',
      zh: '请执行 `npm run console`，或用 scripts/start 启动采集站。',
    },
  },
  'api.cursor_foreign': {
    says: {
      en: 'The field cursor belongs to another query, or is none.',
      zh: '字段 cursor 属于另一个查询，或不是有效的游标。',
    },
    next: {
      en: 'Keep the filters and the sorting while paging, or begin again without cursor.',
      zh: '翻页时请保持筛选与排序不变，或去掉 cursor 重新开始。',
    },
  },
  'api.signed_out': {
    says: { en: 'Nobody is signed in.', zh: '尚未登录。' },
    next: { en: 'Sign in, or send a valid token.', zh: '请登录，或使用有效的令牌。' },
  },
  'api.pending': {
    says: {
      en: 'Before anything else this account must do this: {pending}.',
      zh: '该账号须先完成：{pending}。',
    },
    next: { en: 'Change the password or enrol the second factor.', zh: '请修改密码或启用二次验证。' },
  },
  'api.forbidden': {
    says: { en: 'This needs the permission {permission}.', zh: '此操作需要权限 {permission}。' },
    next: { en: 'Ask whoever manages the accounts.', zh: '请联系账号管理员。' },
  },
  'api.csrf': {
    says: {
      en: 'The header X-CSRF-Token should hold the token of this sign-in.',
      zh: '请求头 X-CSRF-Token 应为本次登录的校验值。',
    },
    next: {
      en: 'Ask /api/v1/session for it; nothing was changed.',
      zh: '请从 /api/v1/session 获取；未作任何更改。',
    },
  },
  'api.refused': {
    says: { en: 'The account, the password or the code is not right.', zh: '账号、密码或验证码不正确。' },
    next: {
      en: 'Try again; after 5 failures it is locked for 15 minutes.',
      zh: '请重试；连续 5 次失败将锁定 15 分钟。',
    },
  },
  'api.totp_needed': {
    says: { en: 'The password is right; the field totp is missing.', zh: '密码正确；缺少字段 totp。' },
    next: { en: 'Send the code of the authenticator with it.', zh: '请同时提交动态验证码。' },
  },
  'api.locked': {
    says: { en: 'Too many failures: locked for {seconds} s.', zh: '失败次数过多：锁定 {seconds} 秒。' },
    next: { en: 'Wait, then try again.', zh: '请稍后再试。' },
  },
  'api.too_many': {
    says: {
      en: 'Too many requests: at most {most} in {seconds} s.',
      zh: '请求过多：每 {seconds} 秒最多 {most} 次。',
    },
    next: { en: 'Wait as long as the header Retry-After says.', zh: '请按 Retry-After 请求头等待。' },
  },
  'api.range_wrong': {
    says: {
      en: 'The header Range should lie within {bytes} bytes.',
      zh: '请求头 Range 应在 {bytes} 字节以内。',
    },
    next: { en: 'Ask for a range of it, or for all of it.', zh: '请请求其中一段或全部内容。' },
  },
  'api.busy': {
    says: { en: 'The station is answering too many questions now.', zh: '站点当前正在处理过多查询。' },
    next: { en: 'Try again in a few seconds.', zh: '请几秒后重试。' },
  },
  'api.too_slow': {
    says: {
      en: 'The question took more than {seconds} s and was given up.',
      zh: '查询超过 {seconds} 秒，已放弃。',
    },
    next: { en: 'Ask for a shorter time or with more filters.', zh: '请缩短时间范围或增加筛选条件。' },
  },
  'api.row_gone': {
    says: { en: 'There is no {kind} {found}.', zh: '没有 {kind} {found}。' },
    next: { en: 'Look it up in its list.', zh: '请在列表中查找。' },
  },
  'api.method_wrong': {
    says: {
      en: '{path} takes {allowed}, not {method}.',
      zh: '{path} 仅支持 {allowed}，不支持 {method}。',
    },
    next: {
      en: 'Ask with a method that it takes; nothing was changed.',
      zh: '请改用支持的方法；未作任何更改。',
    },
  },
  'api.headers_large': {
    says: {
      en: 'Address and headers of the request are larger than {most} bytes.',
      zh: '请求地址与请求头超过 {most} 字节。',
    },
    next: { en: 'Send fewer or shorter headers.', zh: '请减少或缩短请求头。' },
  },
  'api.request_slow': {
    says: {
      en: 'The request did not come whole within the time that is given for it: headers within {headersSeconds} s, all of it within {seconds} s.',
      zh: '请求未在规定时间内完整到达：请求头 {headersSeconds} 秒，全部 {seconds} 秒。',
    },
    next: { en: 'Send it again, without pauses.', zh: '请不间断地重新发送。' },
  },
  'api.expectation': {
    says: {
      en: 'The header Expect should be 100-continue, but is {found}.',
      zh: '请求头 Expect 应为 100-continue，实际为 {found}。',
    },
    next: { en: 'Leave the header out.', zh: '请去掉该请求头。' },
  },
  'api.connections': {
    says: {
      en: 'More than {most} connections from one address are open.',
      zh: '同一地址已打开的连接超过 {most} 个。',
    },
    next: {
      en: 'Close some, or use one for several requests.',
      zh: '请关闭部分连接，或在一个连接上发送多个请求。',
    },
  },
  'api.port_unusable': {
    says: {
      en: 'The HTTP interface cannot listen on {address}: {found}.',
      zh: 'HTTP 接口无法监听 {address}：{found}。',
    },
    next: {
      en: 'Choose another http.port, or end what listens there. Recordings are taken in all the same.',
      zh: '请更换 http.port 或停止占用该端口的程序。采集不受影响。',
    },
  },
  'api.tls_needed': {
    says: {
      en: 'Listening on {address} needs http.tls: off this machine nothing goes unencrypted.',
      zh: '监听 {address} 需要 http.tls：离开本机的通信必须加密。',
    },
    next: {
      en: "Set http.tls.own: true for the station's own certificate, or name the bureau's and its key in http.tls; or listen on 127.0.0.1.",
      zh: '请设置 http.tls.own: true 使用站点自有证书，或在 http.tls 中指定单位证书与密钥；或监听 127.0.0.1。',
    },
  },
  'api.proxy_wrong': {
    says: {
      en: 'http.trustProxy wants addresses or networks, and {found} is none.',
      zh: 'http.trustProxy 应为地址或网段，{found} 不是。',
    },
    next: {
      en: 'Write the address of the proxy, such as 192.0.2.7 or 192.0.2.0/24.',
      zh: '请填写代理的地址，如 192.0.2.7 或 192.0.2.0/24。',
    },
  },
  'api.host_unknown': {
    says: {
      en: 'This station is not called {found}.',
      zh: '本站没有名称 {found}。',
    },
    next: {
      en: 'Call it by one of its names; http.tls.names holds those of the network.',
      zh: '请使用本站名称访问；网络名称在 http.tls.names 中设置。',
    },
  },
  'api.internal': {
    says: { en: 'The station failed at this; its log says how.', zh: '站点处理失败；详情见日志。' },
    next: { en: 'Tell whoever looks after the station: {request}.', zh: '请联系站点维护人员：{request}。' },
  },
} as const satisfies Readonly<Record<string, Problem>>;
