import type { Text } from './text.ts';

/** What is wrong with a row of an imported file. */
export const rowProblemTexts = {
  unknown_column: { en: 'no such column', zh: '没有此列' },
  missing_column: { en: 'the column is missing', zh: '缺少此列' },
  empty: { en: 'must not be empty', zh: '不得为空' },
  wrong: { en: 'is {found}; allowed: {allowed}', zh: '为 {found}；允许的是：{allowed}' },
  twice: { en: '{found} stands in line {allowed} already', zh: '{found} 已在第 {allowed} 行出现' },
  refers_to_nothing: {
    en: '{found} is not in {allowed}: enter it there first',
    zh: '{allowed} 中没有 {found}：请先在该登记簿录入',
  },
  column_twice: { en: 'a second column is called so', zh: '列名重复' },
  spare: {
    en: '{found} stands in a column without a title: perhaps there is a separator too many',
    zh: '{found} 所在的列没有列名：可能多了分隔符',
  },
  circle: { en: 'leads back to itself: {found}', zh: '循环引用：{found}' },
  error_value: {
    en: 'shows the error {found}: mend the formula, or type the value',
    zh: '显示错误 {found}：请修正公式或直接填写',
  },
  not_computed: {
    en: 'holds a formula that has never been worked out: open and save the file in a spreadsheet program, or type the value',
    zh: '公式尚未计算：请用表格软件打开并保存，或直接填写',
  },
  merged: {
    en: 'is part of the merged cells {found}: split them, and fill in each row',
    zh: '属于合并单元格 {found}：请取消合并并逐行填写',
  },
  hidden_row: {
    en: 'the row is hidden: show it, or delete it',
    zh: '该行被隐藏：请取消隐藏或删除',
  },
  hidden_column: {
    en: 'the column is hidden: show it, or delete it',
    zh: '该列被隐藏：请取消隐藏或删除',
  },
  date_cell: {
    en: 'has become a date ({found}) in the spreadsheet: format the column as text and type it again; allowed: {allowed}',
    zh: '已被表格软件变为日期（{found}）：请将该列设为文本格式后重新填写；允许的是：{allowed}',
  },
  digits_lost: {
    en: 'is the number {found}, which cannot be what was typed: format the column as text and type it again',
    zh: '为数值 {found}，与原输入不符：请将该列设为文本格式后重新填写',
  },
  area_nowhere: {
    en: 'has a point at {found}, which receivers write when they know nothing',
    zh: '含有坐标 {found}，这是接收机无定位时的输出',
  },
  area_swapped: {
    en: 'the point {found} looks swapped: longitude comes first; for instance {allowed}',
    zh: '坐标 {found} 疑似经纬度颠倒：经度在前，例如 {allowed}',
  },
  area_outside: {
    en: 'the point {found} lies neither in nor near China; for instance {allowed}',
    zh: '坐标 {found} 不在中国及周边范围内，例如 {allowed}',
  },
  area_few: {
    en: '{found} encloses no area; for instance {allowed}',
    zh: '{found} 不构成面积，例如 {allowed}',
  },
  area_many: { en: 'has {found} points; at most 1000', zh: '有 {found} 个点；最多 1000 个' },
  area_crosses: {
    en: 'the outline crosses or touches itself: sides {found}, counted from the first point',
    zh: '轮廓自相交或自相接：第 {found} 边（从第一个点数起）',
  },
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
  gps: { en: 'satellites', zh: '卫星定位' },
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
    en: 'officer, unit, case, party, handler, location, matter, title, importance, classification or note, as field=value; empty takes it back; a location is a place name, or longitude,latitude in WGS-84',
    zh: '字段=值；空值表示撤回；地点可为名称或“经度,纬度”（WGS-84）；字段为 officer 执法人员、unit 单位、case 案件、party 当事人、handler 承办人、location 地点、matter 事项、title 标题、importance 重要程度、classification 密级、note 备注',
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
  'cli.register.name_or_folder': {
    en: 'a register, and then its file; or a folder of files named by their registers (units.csv, rosters-2026-09.xlsx …)',
    zh: '登记簿名称（其后为文件），或内含按登记簿命名的文件的文件夹（units.csv、勤务安排.xlsx 等）',
  },
  'cli.register.imports': {
    en: 'what was imported from which file, and whether to its end',
    zh: '导入记录：来自哪个文件、是否完成',
  },
  'cli.register.broken_off': { en: 'broken off: import it again', zh: '未完成：请重新导入' },
  'cli.register.col.begun': { en: 'begun', zh: '开始' },
  'cli.register.col.register': { en: 'register', zh: '登记簿' },
  'cli.register.col.file': { en: 'file', zh: '文件' },
  'cli.register.col.rows': { en: 'rows', zh: '行数' },
  'cli.register.col.refused': { en: 'faults', zh: '错误' },
  'cli.register.col.finished': { en: 'finished', zh: '完成' },
  'cli.register.hints': { en: 'how to fill it in', zh: '填写说明' },
  'cli.register.hint.column': { en: 'column', zh: '列' },
  'cli.register.hint.required': { en: 'required', zh: '必填' },
  'cli.register.hint.takes': { en: 'what may stand there', zh: '可填写的内容' },
  'cli.register.hint.refers': {
    en: 'the number or code of a row in: {register}',
    zh: '“{register}”登记簿中的编号、代码或名称',
  },
  'cli.register.hint.text': { en: 'text, at most {most} characters', zh: '文本，最多 {most} 字' },
  'cli.register.of_file': { en: '{file} → {register}', zh: '{file} → {register}' },
  'cli.register.of_sheet': {
    en: '{file}, sheet {sheet} → {register}',
    zh: '{file} 工作表 {sheet} → {register}',
  },
  'cli.register.not_read': { en: 'not read: the sheets {names}', zh: '未读取的工作表：{names}' },
  'cli.register.more_faults': { en: '… and {count} more fault(s)', zh: '……另有错误 {count} 处' },
  'cli.register.offer': {
    en: '{rows} row(s) have no fault; --good-rows enters them and leaves the others out.',
    zh: '无误的行共 {rows} 行；加 --good-rows 可仅录入这些行。',
  },
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
