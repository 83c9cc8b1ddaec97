import type { Problem, Text } from './text.ts';

export const taggingProblems = {
  'tagging.sheet_unreadable': {
    says: {
      en: 'The file {file} cannot be read as a table: {found}.',
      zh: '文件 {file} 无法作为表格读取：{found}。',
    },
    next: {
      en: 'Give an XLSX workbook, or CSV in UTF-8 or GB 18030, whose first row names the columns; docket register template makes one.',
      zh: '请提供首行为列名的 XLSX 工作簿，或 UTF-8、GB 18030 编码的 CSV；docket register template 可生成模板。',
    },
  },
  'tagging.register_unknown': {
    says: {
      en: 'There is no register {found}; there are: {allowed}.',
      zh: '没有登记簿 {found}；现有：{allowed}。',
    },
    next: { en: 'Name one of these.', zh: '请指定其中之一。' },
  },
  'tagging.row_wrong': {
    says: {
      en: 'The field {column} is {found}; allowed: {allowed}.',
      zh: '字段“{column}”为 {found}；允许的是：{allowed}。',
    },
    next: { en: 'Correct it; nothing was entered.', zh: '请更正；未录入任何内容。' },
  },
  'tagging.row_referred': {
    says: {
      en: 'The row {key} of {register} cannot be taken away: {count} other row(s) refer to it, for instance {by}.',
      zh: '登记簿 {register} 的 {key} 无法移除：有 {count} 行引用它，例如 {by}。',
    },
    next: {
      en: 'Change those first, or take them away. Something that is no longer in use is better marked so (an officer as not active, a recorder as retired).',
      zh: '请先更改或移除这些行。不再使用的宜作标记（人员标为不在职，设备标为报废）。',
    },
  },
  'tagging.evidence_unknown': {
    says: { en: 'There is no evidence item {found}.', zh: '没有证据条目 {found}。' },
    next: { en: 'docket evidence list names all of them.', zh: '运行 docket evidence list 可列出全部。' },
  },
  'tagging.row_unknown': {
    says: { en: 'The register {register} has no row {found}.', zh: '登记簿 {register} 中没有 {found}。' },
    next: {
      en: 'docket register list {register} names all of them.',
      zh: '运行 docket register list {register} 可列出全部。',
    },
  },
} as const satisfies Readonly<Record<string, Problem>>;

/** What is wrong with a row of an imported file. */
export const rowProblemTexts = {
  unknown_column: { en: 'no such column', zh: '没有此列' },
  missing_column: { en: 'the column is missing', zh: '缺少此列' },
  empty: { en: 'must not be empty', zh: '不得为空' },
  wrong: { en: 'is {found}; allowed: {allowed}', zh: '为 {found}；允许的是：{allowed}' },
  twice: { en: '{found} stands in line {allowed} already', zh: '{found} 已在第 {allowed} 行出现' },
  refers_to_nothing: { en: '{found} is not in {allowed}', zh: '{allowed} 中没有 {found}' },
} as const satisfies Readonly<Record<string, Text>>;

export const tagFieldTexts = {
  officer: { en: 'officer', zh: '执法人员' },
  unit: { en: 'unit', zh: '单位' },
  case: { en: 'case', zh: '案件' },
  party: { en: 'party', zh: '当事人' },
  handler: { en: 'handler', zh: '承办人' },
  location: { en: 'place', zh: '地点' },
  matter: { en: 'matter', zh: '事项' },
  title: { en: 'title', zh: '标题' },
  importance: { en: 'importance', zh: '重要程度' },
  classification: { en: 'classification', zh: '密级' },
  note: { en: 'note', zh: '备注' },
} as const satisfies Readonly<Record<string, Text>>;

export const tagSourceTexts = {
  person: { en: 'person', zh: '人工' },
  roster: { en: 'roster', zh: '勤务安排' },
  marker: { en: 'marker file', zh: '标识文件' },
  file_name: { en: 'file name', zh: '文件名' },
  register: { en: 'register', zh: '登记簿' },
} as const satisfies Readonly<Record<string, Text>>;

export const taggingTexts = {
  'cli.evidence.tag': {
    en: 'say whose it is, of which case, where; or take that back',
    zh: '人工标注或撤回标注',
  },
  'cli.evidence.tag_operand': {
    en: 'officer, unit, case, party, handler, location, matter, title, importance, classification or note, as field=value; empty takes it back',
    zh: '字段=值；字段为 officer 执法人员、unit 单位、case 案件、party 当事人、handler 承办人、location 地点、matter 事项、title 标题、importance 重要程度、classification 密级、note 备注；空值表示撤回',
  },
  'cli.evidence.tag_items': { en: 'evidence items', zh: '证据条目' },
  'cli.evidence.tagged': { en: 'Tagged: {count} item(s).', zh: '已标注 {count} 个条目。' },
  'cli.evidence.case': { en: 'of one case', zh: '某案件的条目' },
  'cli.evidence.without_case': { en: 'only items that are filed under no case', zh: '仅未归入案件的条目' },
  'cli.evidence.conflict': { en: 'sources disagree: {said}', zh: '来源不一致：{said}' },
  'cli.evidence.marker': {
    en: 'officer {officers} ({officerNames}), unit {units} ({unitNames})',
    zh: '人员 {officers}（{officerNames}），单位 {units}（{unitNames}）',
  },
  'cli.evidence.marker_contradicts': {
    en: 'it calls {number} {onCard}, the register {inRegister}',
    zh: '{number} 在卡上为 {onCard}，在登记簿中为 {inRegister}',
  },
  'cli.evidence.candidates': { en: 'one of {values}', zh: '候选：{values}' },
  'cli.register': {
    en: 'what the station knows of its world: units, officers, recorders, parties, matters, cases, places, rosters',
    zh: '登记簿：单位、人员、设备、当事人、事项、案件、地点、勤务',
  },
  'cli.register.list': { en: 'list a register', zh: '列出登记簿' },
  'cli.register.show': { en: 'one row and how it came to be', zh: '某一行及其变更经过' },
  'cli.register.set': { en: 'enter a row, or change fields of one', zh: '录入或更改一行' },
  'cli.register.remove': {
    en: 'take a row away; what it held stays in the ledger',
    zh: '移除一行；其内容仍留在保管链中',
  },
  'cli.register.why': { en: 'why it is taken away', zh: '移除理由' },
  'cli.register.removed': { en: 'Taken away: {key}.', zh: '已移除：{key}。' },
  'cli.register.row_history': {
    en: 'every value that a row ever had, when and by whom: of a recorder its issue and return',
    zh: '某一行历来的取值、时间与经办人：设备的领用归还记录即在其中',
  },
  'cli.register.event.entered': { en: 'entered', zh: '录入' },
  'cli.register.event.changed': { en: 'changed', zh: '更改' },
  'cli.register.event.removed': { en: 'taken away: {cause}', zh: '移除：{cause}' },
  'cli.register.event.registered': { en: 'registered', zh: '登记' },
  'cli.register.without_recorder': {
    en: 'only officers of the front line without a recorder in use (for officers)',
    zh: '仅列出没有在用执法记录仪的一线人员（用于 officers）',
  },
  'cli.register.import': { en: 'enter the rows of a CSV or XLSX file', zh: '导入 CSV 或 XLSX 文件' },
  'cli.register.template': { en: 'write an empty file to fill in', zh: '生成待填写的模板文件' },
  'cli.register.name': {
    en: 'units, officers, recorders, parties, matters, cases, places or rosters',
    zh: 'units 单位、officers 人员、recorders 设备、parties 当事人、matters 事项、cases 案件、places 地点、rosters 勤务',
  },
  'cli.register.key': {
    en: "the key of a row; of a duty '222222 2026-09-02 08:00'",
    zh: '行的主键；勤务为“222222 2026-09-02 08:00”',
  },
  'cli.register.fields': {
    en: 'name=value, by field name or title; an empty value takes it away',
    zh: '字段名或列名=值；空值表示清除',
  },
  'cli.register.file': { en: 'XLSX, or CSV in UTF-8 or GB 18030', zh: 'XLSX，或 UTF-8、GB 18030 编码的 CSV' },
  'cli.register.new_file': { en: 'new file, .xlsx or .csv', zh: '新文件，.xlsx 或 .csv' },
  'cli.register.dry_run': { en: 'only tell what it would do', zh: '仅检查，不录入' },
  'cli.register.good_rows': {
    en: 'enter the good rows although others have faults',
    zh: '录入无误的行，跳过有误的行',
  },
  'cli.register.after': { en: 'go on after this key', zh: '从此主键之后继续' },
  'cli.register.none': { en: 'Nothing is entered.', zh: '没有内容。' },
  'cli.register.entered': { en: 'Entered: {key}.', zh: '已录入：{key}。' },
  'cli.register.written': { en: 'Written: {file}', zh: '已写入：{file}' },
  'cli.register.done': {
    en: 'Imported: {added} new, {changed} changed, {unchanged} as before; {faults} fault(s).',
    zh: '已导入：新增 {added}，更改 {changed}，未变 {unchanged}；错误 {faults} 处。',
  },
  'cli.register.would': {
    en: 'Nothing was entered. It would be: {added} new, {changed} changed, {unchanged} as before; {faults} fault(s).',
    zh: '未录入任何内容。若录入：新增 {added}，更改 {changed}，未变 {unchanged}；错误 {faults} 处。',
  },
  'cli.register.line': { en: 'line {line}, {column}: {problem}', zh: '第 {line} 行，{column}：{problem}' },
  'cli.register.history': { en: 'History', zh: '经过' },
} as const satisfies Readonly<Record<string, Text>>;
