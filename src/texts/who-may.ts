import type { Text } from './text.ts';

/** The page of the documentation that says who may call what. */
export const whoMayTexts = {
  'who_may.title': { en: 'Who may', zh: '谁可以做什么' },
  'who_may.intro': {
    en: 'Each call of the interface with the permission that it needs, and how far each of the roles reaches with it. This page is made from the table by which calls are let in. A unit’s own roles are sets of the same permissions.',
    zh: '接口的每项调用、所需权限，以及各角色凭此可及的范围。本页由放行调用的同一张表生成。单位自定义角色由相同的权限组成。',
  },
  'who_may.call': { en: 'Call', zh: '调用' },
  'who_may.permission': { en: 'Permission', zh: '权限' },
  'who_may.reach': { en: 'Reaches', zh: '范围规则' },
  'who_may.scope.open': { en: 'everybody, signed in or not', zh: '任何人，无需登录' },
  'who_may.scope.self': { en: 'whoever is signed in, about themselves', zh: '已登录者，仅限本人' },
  'who_may.scope.anywhere': {
    en: 'the permission is enough, or each thing is asked for by itself',
    zh: '有此权限即可，或逐件另行判断',
  },
  'who_may.scope.whole': { en: 'only with a permission over everything', zh: '须具有全部范围的权限' },
  'who_may.scope.listed': { en: 'what is out of reach is left out', zh: '范围之外的不列出' },
  'who_may.scope.item': { en: 'what is out of reach is not there', zh: '范围之外的视为不存在' },
  'who_may.extent.own': { en: 'own', zh: '本人' },
  'who_may.extent.units': { en: 'units', zh: '本单位' },
  'who_may.extent.all': { en: 'all', zh: '全部' },
  'who_may.yes': { en: 'yes', zh: '可以' },
  'who_may.kiosk': {
    en: 'A PIN or a badge at the dock opens at most, of one’s own: {permissions}.',
    zh: '在采集站用 PIN 或证卡登录时，至多可对本人的记录：{permissions}。',
  },
} as const satisfies Readonly<Record<string, Text>>;
