import type { Problem } from './text.ts';

const areaNext = {
  en: 'Write longitude and latitude in WGS-84, points separated by ";": {allowed}',
  zh: '请按 WGS-84 先写经度、后写纬度，各点以“；”分隔：{allowed}',
} as const;

const positionNext = {
  en: 'Write longitude and latitude in degrees, WGS-84, such as 118.873500,28.941200; gcj02: before them for a position from a Chinese map. A name is taken as it stands.',
  zh: '请以度为单位先写经度、后写纬度（WGS-84），例如 118.873500,28.941200；取自国内地图的坐标请在前面加 gcj02:。地点名称可直接填写。',
} as const;

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
  'tagging.sheet_quotes': {
    says: {
      en: 'In {file} a cell of line {line} begins with a quote that is never closed: everything after it would be part of that cell.',
      zh: '{file} 第 {line} 行有单元格以引号开头但未闭合：其后的全部内容会被并入该单元格。',
    },
    next: { en: 'Close the quote, or take it out.', zh: '请补上或删去该引号。' },
  },
  'tagging.sheet_old': {
    says: {
      en: '{file} is an old workbook (.xls), or one that is protected by a password.',
      zh: '{file} 是旧版工作簿（.xls）或带密码的工作簿。',
    },
    next: {
      en: 'Save it as .xlsx without a password, or as CSV.',
      zh: '请另存为不带密码的 .xlsx，或 CSV。',
    },
  },
  'tagging.sheet_too_large': {
    says: {
      en: '{file} is too large for a register: {found}; at most {most}.',
      zh: '{file} 对登记簿而言过大：{found}；上限 {most}。',
    },
    next: {
      en: 'Delete what is not of the table, or import it in parts.',
      zh: '请删除表格以外的内容，或分批导入。',
    },
  },
  'tagging.folder_file_unknown': {
    says: {
      en: 'The name of {file} says of no register that it is its list; there are: {allowed}.',
      zh: '无法从文件名 {file} 判断所属登记簿；现有：{allowed}。',
    },
    next: {
      en: 'Name it by its register, such as officers.csv or rosters-2026-09.xlsx, or take it out of the folder. Nothing was entered.',
      zh: '请按登记簿命名，例如 officers.csv、勤务安排-2026-09.xlsx，或将其移出文件夹。未录入任何内容。',
    },
  },
  'tagging.folder_empty': {
    says: {
      en: '{folder} is no folder with lists to import (CSV or XLSX): {found}.',
      zh: '{folder} 不是可导入的文件夹（内含 CSV 或 XLSX）：{found}。',
    },
    next: {
      en: 'Give a folder of files named by their registers, or a register and its file: docket register import officers FILE.',
      zh: '请给出按登记簿命名的文件所在的文件夹，或登记簿与文件：docket register import officers 文件。',
    },
  },
  'tagging.register_unknown': {
    says: {
      en: 'There is no register {found}; there are: {allowed}.',
      zh: '没有登记簿 {found}；现有：{allowed}。',
    },
    next: { en: 'Name one of these.', zh: '请指定其中之一。' },
  },
  'tagging.field_missing': {
    says: { en: 'The field {column} is missing.', zh: '缺少字段“{column}”。' },
    next: {
      en: 'Give it too: FIELD=VALUE; nothing was entered.',
      zh: '请一并填写：字段=值；未录入任何内容。',
    },
  },
  'tagging.row_wrong': {
    says: {
      en: 'The field {column} is {found}; allowed: {allowed}.',
      zh: '字段“{column}”为 {found}；允许的是：{allowed}。',
    },
    next: { en: 'Correct it; nothing was entered.', zh: '请更正；未录入任何内容。' },
  },
  'tagging.area_nowhere': {
    says: {
      en: 'The field {column} has a point at {found}: receivers write 0,0 when they know nothing.',
      zh: '字段“{column}”含有坐标 {found}：0,0 是接收机无定位时的输出。',
    },
    next: areaNext,
  },
  'tagging.area_swapped': {
    says: {
      en: 'The point {found} of the field {column} looks swapped: the other way round it lies in China.',
      zh: '字段“{column}”的坐标 {found} 疑似经纬度颠倒：对调后位于中国境内。',
    },
    next: areaNext,
  },
  'tagging.area_outside': {
    says: {
      en: 'The point {found} of the field {column} lies neither in nor near China (longitude 72 to 137.8, latitude 0.8 to 55.8).',
      zh: '字段“{column}”的坐标 {found} 不在中国及周边范围内（经度 72 至 137.8，纬度 0.8 至 55.8）。',
    },
    next: areaNext,
  },
  'tagging.area_few': {
    says: {
      en: 'The points {found} of the field {column} enclose no area: a polygon needs three that are not in one line, a circle one point.',
      zh: '字段“{column}”的坐标 {found} 不构成面积：多边形至少需要三个不在同一直线上的点，圆形为一个点。',
    },
    next: areaNext,
  },
  'tagging.area_many': {
    says: {
      en: 'The field {column} has {found} points; an outline has at most 1000.',
      zh: '字段“{column}”有 {found} 个点；轮廓最多 1000 个点。',
    },
    next: areaNext,
  },
  'tagging.area_crosses': {
    says: {
      en: 'The outline in the field {column} crosses or touches itself: its sides {found}, counted from the first point.',
      zh: '字段“{column}”的轮廓自相交或自相接：第 {found} 边（从第一个点数起）。',
    },
    next: areaNext,
  },
  'tagging.position_malformed': {
    says: { en: '{found} is no position.', zh: '{found} 不是坐标。' },
    next: positionNext,
  },
  'tagging.position_nowhere': {
    says: {
      en: 'The position {found} is 0,0, which receivers write when they know nothing.',
      zh: '坐标 {found} 为 0,0，这是接收机无定位时的输出。',
    },
    next: positionNext,
  },
  'tagging.position_swapped': {
    says: {
      en: 'The position {found} looks swapped: it lies in China only with the longitude first, as {swapped}.',
      zh: '坐标 {found} 疑似经纬度颠倒：经度在前（{swapped}）才位于中国境内。',
    },
    next: positionNext,
  },
  'tagging.position_off_earth': {
    says: {
      en: 'The position {found} lies on no map: longitudes go from -180 to 180, latitudes from -90 to 90.',
      zh: '坐标 {found} 超出范围：经度为 -180 至 180，纬度为 -90 至 90。',
    },
    next: positionNext,
  },
  'tagging.track_unknown': {
    says: {
      en: 'No track of {found} is known: neither it nor its sidecars say where it was made, or nobody has looked yet.',
      zh: '{found} 没有轨迹：文件及附属文件未说明录制地点，或尚未读取。',
    },
    next: {
      en: 'docket evidence show {found} says which; docket judge looks at what has come in.',
      zh: '运行 docket evidence show {found} 可查看原因；docket judge 会读取新采集的记录。',
    },
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
  'tagging.row_changed': {
    says: {
      en: 'Somebody else has changed “{column}” of {key} meanwhile: it now says {found}.',
      zh: '{key} 的“{column}”刚被他人更改：现为 {found}。',
    },
    next: { en: 'Look at the new value, then decide again.', zh: '请查看新值后重新决定。' },
  },
  'tagging.tag_changed': {
    says: {
      en: 'Somebody else has changed this tag of {evidence} meanwhile: a person now says {found}.',
      zh: '证据 {evidence} 的这一标注刚被他人更改：现由人工标注为 {found}。',
    },
    next: { en: 'Look at the new value, then decide again.', zh: '请查看新值后重新决定。' },
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
