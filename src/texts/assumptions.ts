import type { Text } from './text.ts';

export const assumptionTexts = {
  docking_is_return: {
    en: 'the docking counts as the return, as the unit has ordered',
    zh: '按本单位规定，接入视为返回单位',
  },
  return_unknown: {
    en: 'when the officer returned is unknown: entering it decides this',
    zh: '返回单位时间未知：录入后即可判定',
  },
  return_immaterial: {
    en: 'when the officer returned is unknown, and makes no difference: whenever it was, the verdict is the same',
    zh: '返回单位时间未知，但不影响判定：无论何时返回，结论相同',
  },
  end_unknown: {
    en: 'when the recording ended is unknown: entering it decides this',
    zh: '录制结束时间未知：录入后即可判定',
  },
  start_unknown: { en: 'the moment that starts this limit is unknown', zh: '起算时间未知' },
  extension_start_unknown: {
    en: 'the moment that starts the extension is unknown',
    zh: '延长时限的起算时间未知',
  },
  clock_doubtful: { en: "the recorder's clock is doubtful", zh: '执法记录仪时钟可疑' },
  ended_after_docking: {
    en: 'the recording is said to have ended after it was docked: a clock is wrong',
    zh: '录制结束时间晚于接入时间：时钟有误',
  },
  returned_after_docking: {
    en: 'the return is said to lie after the docking: check it',
    zh: '返回时间晚于接入时间：请核对',
  },
  labels_unknown: {
    en: 'whether it is labelled with case, party and handler was not looked at',
    zh: '是否已标注案号、当事人、承办人未予核查',
  },
  label_case_missing: {
    en: 'a recording of it is not labelled with a case number',
    zh: '其中有记录未标注案号',
  },
  label_party_missing: {
    en: "a recording of it is not labelled with the party's name",
    zh: '其中有记录未标注当事人姓名（名称）',
  },
  label_handler_missing: {
    en: "a recording of it is not labelled with the handler's name",
    zh: '其中有记录未标注承办人姓名',
  },
  store_not_designated: {
    en: "the vault is not the unit's designated server: storing in it does not end this limit",
    zh: '存证库并非单位指定的服务器：存入其中不满足本时限',
  },
  designation_undocumented: {
    en: "no document is named that makes this vault the unit's server (vault.designatedBy)",
    zh: '未注明指定该存证库为单位服务器的文件（vault.designatedBy）',
  },
  year_not_announced: {
    en: "a year's working days have not been announced yet: provisional",
    zh: '所涉年度的工作日安排尚未公布：暂定',
  },
} as const satisfies Readonly<Record<string, Text>>;
