import type { Text } from '../text.ts';

/** The part of the station's page on who changed what of the configuration. */
export const configChangeTexts = {
  help: {
    en: 'Every configuration by which this station has acted, and what was changed in it. What concerns keeping, erasing, limits and accounts counts only after a second person has agreed; until then the station goes on by what stood.',
    zh: '本站使用过的每一份配置及其改动。涉及保存、清除、时限与账号的设置，须经第二人同意才生效；在此之前站点按原设置运行。',
  },
  propose: { en: 'Propose what waits', zh: '提交待确认的改动' },
  may_not: { en: 'Your role does not change the configuration.', zh: '您的角色不能改动配置。' },
  proposed: {
    en: 'Proposed: somebody else confirms it under Accounts.',
    zh: '已提交：须由他人在“账号”页面确认。',
  },
  adopted: { en: 'Counts since', zh: '启用时间' },
  changes: { en: 'Changed', zh: '改动' },
  because: { en: 'Agreed', zh: '依据' },
  who: { en: 'By whom, as the machine says', zh: '操作者（据系统记录）' },
  because_first: { en: 'the first', zh: '首份配置' },
  because_alone: { en: 'one person: nobody else had an account', zh: '单人：尚无其他账号' },
  because_confirmed: { en: 'two persons', zh: '两人确认' },
  because_plain: { en: 'needs no second person', zh: '无须第二人确认' },
  first_says: { en: 'whole, for the first time', zh: '首次完整记录' },
  erased: { en: 'The values were erased beside the ledger.', zh: '具体数值已依规从保管链旁删除。' },
  waits: { en: 'waits for a second person', zh: '待第二人确认' },
  started_by: { en: 'Started by {user}.', zh: '启动用户 {user}；' },
  owned_by: { en: 'File of {user}, written', zh: '文件属主 {user}，写入于' },
  empty: { en: 'No configuration has been recorded yet.', zh: '尚无配置记录。' },
  empty_next: { en: 'The next start records the one that stands.', zh: '下次启动时将自动记录当前配置。' },
} as const satisfies Readonly<Record<string, Text>>;
