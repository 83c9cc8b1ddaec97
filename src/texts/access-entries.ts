import type { AccessKinds } from '../custody/kinds/access.ts';
import type { ConfigurationKinds } from '../custody/kinds/configuration.ts';
import type { OsUserKinds } from '../custody/kinds/os-users.ts';
import type { RequestKinds } from '../custody/kinds/requests.ts';
import type { ReviewKinds } from '../custody/kinds/reviews.ts';
import type { Text } from './text.ts';

/** What the entries of accounts, requests and reviews say; holes as in `entries.ts`, codes in words by `accessCodeTexts`. */
export const accessEntryTexts = {
  'account.added': {
    en: 'account {account} ({name}, {person}) was added: roles {roles}, units {units}, officer {officer}',
    zh: '新增账号 {account}（{name}，{person}）：角色 {roles}，单位 {units}，执法人员 {officer}',
  },
  'account.changed': {
    en: 'account {account} ({name}, {person}) is now {state}: roles {roles}, units {units}, officer {officer}',
    zh: '账号 {account}（{name}，{person}）变更为{state}：角色 {roles}，单位 {units}，执法人员 {officer}',
  },
  'account.credential_changed': {
    en: '{what} of account {account}: {deed}',
    zh: '账号 {account} 的{what}：{deed}',
  },
  'account.signed_in': {
    en: 'account {account} signed in by {by} from {address}',
    zh: '账号 {account} 以{by}登录，来自 {address}',
  },
  'account.signed_out': {
    en: 'account {account} was signed out: {why}',
    zh: '账号 {account} 退出登录：{why}',
  },
  'account.sign_in_failed': {
    en: 'a sign-in by {by} to account {account} from {address} failed: {why}',
    zh: '来自 {address} 以{by}登录账号 {account} 失败：{why}',
  },
  'account.locked': {
    en: 'after {failures} failures nobody can sign in to account {account} from {address} until {until}',
    zh: '失败 {failures} 次后，在 {until} 之前不能自 {address} 登录账号 {account}',
  },
  'account.unlocked': { en: 'account {account} was unlocked', zh: '解除账号 {account} 的锁定' },
  'os_user.linked': {
    en: 'user {osUser} of the operating system is account {account}',
    zh: '操作系统用户 {osUser} 即账号 {account}',
  },
  'role.defined': { en: 'role {role} was defined: {grants}', zh: '设定角色 {role}：{grants}' },
  'token.made': {
    en: 'token {token} ({label}) of account {account} was made: {permissions}, until {expires}',
    zh: '签发账号 {account} 的令牌 {token}（{label}）：{permissions}，有效至 {expires}',
  },
  'token.revoked': {
    en: 'token {token} of account {account} was revoked',
    zh: '吊销账号 {account} 的令牌 {token}',
  },
  'proposal.made': {
    en: 'proposal {proposal} ({kind}), which needs a second person by {until}: {content}',
    zh: '提出 {proposal}（{kind}），须在 {until} 前经第二人确认：{content}',
  },
  'proposal.decided': {
    en: 'proposal {proposal} ({kind}) was {why}: {note}',
    zh: '{proposal}（{kind}）{why}：{note}',
  },
  'config.adopted': {
    en: 'the station acts by configuration {digest} ({because}); changed: {keys}; needing two persons: {sensitive}, by proposal {proposal}; not acted by, since nobody has confirmed it: {waiting}; started by {startedBy}; file {file} of {fileOwner}, written {fileWritten}',
    zh: '站点按配置 {digest} 运行（{because}）；变更项：{keys}；须经两人的：{sensitive}，依据 {proposal}；未经确认而未生效的：{waiting}；启动人 {startedBy}；文件 {file}，所有者 {fileOwner}，写入时间 {fileWritten}',
  },
  'request.submitted': {
    en: 'request {request} of {for} ({kind}) for {count} recording(s) until {until}, emergency: {emergency}; why: {why}; recipient: {recipient}',
    zh: '{for} 提出申请 {request}（{kind}），记录 {count} 个，至 {until}，紧急：{emergency}；事由：{why}；接收单位：{recipient}',
  },
  'request.decided': { en: 'request {request} was {why}: {note}', zh: '申请 {request} {why}：{note}' },
  'request.expired': { en: 'request {request} expired', zh: '申请 {request} 已过期' },
  'evidence.viewed': {
    en: 'it was played from second {from} to second {to}, by request {request}, from {address}',
    zh: '播放第 {from} 至 {to} 秒，依据申请 {request}，来自 {address}',
  },
  'evidence.downloaded': {
    en: '{what} ({size}, SHA-256 {sha256}) was downloaded, by request {request}, from {address}',
    zh: '下载{what}（{size}，SHA-256 {sha256}），依据申请 {request}，来自 {address}',
  },
  'review.drawn': {
    en: 'review {review}: {drawn} of {population} case(s) closed from {from} to {to} were drawn with seed {seed}',
    zh: '评查 {review}：自 {from} 至 {to} 结案的 {population} 件中以种子 {seed} 抽取 {drawn} 件',
  },
  'review.entered': {
    en: 'review {review} of case {case}: {grade}; found: {found}; to be mended: {mend}',
    zh: '评查 {review} 案件 {case}：{grade}；发现：{found}；整改：{mend}',
  },
  'review.exported': {
    en: 'the ledger of review {review} ({rows} row(s), {size}, SHA-256 {sha256}) was exported to {destination}',
    zh: '导出评查 {review} 的台账（{rows} 行，{size}，SHA-256 {sha256}）至 {destination}',
  },
} as const satisfies Readonly<
  Record<
    keyof AccessKinds | keyof ConfigurationKinds | keyof OsUserKinds | keyof RequestKinds | keyof ReviewKinds,
    Text
  >
>;

/** Codes that stand in these entries and on screens, by the field that holds them. */
export const accessCodeTexts = {
  what: {
    password: { en: 'password', zh: '密码' },
    pin: { en: 'PIN', zh: 'PIN 码' },
    badge: { en: 'badge', zh: '工牌' },
    second_factor: { en: 'second factor', zh: '第二因素' },
    original: { en: 'the original', zh: '原始资料' },
    viewing_copy: { en: 'the viewing copy', zh: '预览副本' },
  },
  by: {
    password: { en: 'password', zh: '密码' },
    pin: { en: 'PIN', zh: 'PIN 码' },
    badge: { en: 'badge', zh: '工牌' },
  },
  deed: {
    set: { en: 'set', zh: '已设定' },
    reset: { en: 'replaced by a one-time one', zh: '已重置为一次性的' },
    removed: { en: 'taken away', zh: '已取消' },
  },
  state: {
    active: { en: 'active', zh: '启用' },
    disabled: { en: 'disabled', zh: '停用' },
    proposed: { en: 'proposed', zh: '待确认' },
    confirmed: { en: 'confirmed', zh: '已确认' },
    submitted: { en: 'submitted', zh: '待审批' },
    approved: { en: 'approved', zh: '已批准' },
    rejected: { en: 'rejected', zh: '已驳回' },
    withdrawn: { en: 'withdrawn', zh: '已撤回' },
    expired: { en: 'expired', zh: '已过期' },
    revoked: { en: 'revoked', zh: '已吊销' },
  },
  kind: {
    view: { en: 'viewing', zh: '查看' },
    copy: { en: 'copying', zh: '复制' },
    give_out: { en: 'giving to a review body or court', zh: '提供给复议机关或法院' },
    lift: { en: 'lifting a classification', zh: '解除定级' },
    account: { en: 'account', zh: '账号' },
    role: { en: 'role', zh: '角色' },
    config: { en: 'configuration', zh: '配置' },
  },
  because: {
    first: { en: 'none was recorded before', zh: '此前没有记录' },
    alone: {
      en: 'there is nobody yet but the first administrator',
      zh: '除首位管理员外尚无他人',
    },
    confirmed: { en: 'confirmed by a second person', zh: '经第二人确认' },
    plain: { en: 'nothing of it needed two persons', zh: '无须两人确认' },
  },
  grade: {
    good: { en: 'good', zh: '合格' },
    fair: { en: 'fair, with defects', zh: '基本合格，有瑕疵' },
    poor: { en: 'poor', zh: '不合格' },
  },
  emergency: { true: { en: 'yes', zh: '是' }, false: { en: 'no', zh: '否' } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Text>>>>;

/** Why something of it happened; joins the endings of `entries.ts`. */
export const accessEndingTexts = {
  unknown: { en: 'there is no such account', zh: '账号不存在' },
  disabled: { en: 'the account is disabled', zh: '账号已停用' },
  no_credential: { en: 'it has no such credential', zh: '未设定此凭据' },
  wrong: { en: 'it was wrong', zh: '不正确' },
  wrong_code: { en: 'the code of the second factor was wrong', zh: '第二因素验证码不正确' },
  replaced: {
    en: 'its password or state was changed',
    zh: '密码或账号状态已变更',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What roles are called. */
export const roleTexts = {
  officer: { en: 'officer', zh: '执法人员' },
  department_head: { en: 'department head', zh: '部门负责人' },
  clerk: { en: 'clerk', zh: '内勤' },
  auditor: { en: 'auditor', zh: '审计员' },
  administrator: { en: 'administrator', zh: '管理员' },
} as const satisfies Readonly<Record<string, Text>>;
