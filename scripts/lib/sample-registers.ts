/** The lists that a bureau would import, by file name: what the sample station knows of its world, and who was on duty. */
export function sampleRegisters(now: Temporal.ZonedDateTime): Readonly<Record<string, string>> {
  return {
    'units.csv': csv('单位代码,单位名称,上级单位代码', [
      'SY,样例执法局,',
      'SY01,执法一队,SY',
      'SY02,执法二队,SY',
    ]),
    'officers.csv': csv('执法人员编号,姓名,执法证号,单位代码,一线人员,在职', [
      '222222,张三,ZF000001,SY01,是,是',
      '333333,李四,ZF000002,SY02,是,是',
    ]),
    'recorders.csv': csv('设备编号,类别,持有人编号,状态', [
      '2222222,执法记录仪,222222,在用',
      '3333333,执法记录仪,333333,在用',
    ]),
    'parties.csv': csv('当事人编号,姓名或名称,类别', ['P001,某公司,单位', 'P002,某商铺,单位']),
    'matters.csv': csv('事项代码,事项,全程记录', ['M01,现场检查,否', 'M02,查封扣押,是']),
    'cases.csv': cases(now),
    'places.csv': csv('地点名称,坐标（WGS-84，经度 纬度；…）,半径（米）', [
      '某广场,121.4737 31.2304,200',
      '某大门,116.4074 39.9042,200',
      '某仓库,121.4800 31.2200;121.4820 31.2200;121.4820 31.2220;121.4800 31.2220,',
    ]),
    'rosters.csv': rosters(now),
  };
}

/** Two that are under way, one that is closed and waits for its file, one of which something is missing. */
function cases(now: Temporal.ZonedDateTime): string {
  const number = (one: number): string => `样例罚〔${now.year}〕${one}号`;
  const closed = now.subtract({ days: 10 }).toPlainDate();
  return csv('案号,案由,当事人编号,承办人编号,类别,音像记录事项,结案时间', [
    `${number(1)},某公司占道经营案,P001,222222,行政处罚,M01,`,
    `${number(2)},某仓库安全检查,P001,222222,行政检查,M01,`,
    `${number(3)},某商铺无证经营案,P002,333333,行政处罚,M01,${closed}`,
    `${number(4)},某商铺查封案,P002,333333,行政强制,M02,`,
  ]);
}

/**
 * Duties around what the sample cards hold. One recording of the second card lies across two of them, so that nobody can
 * say of which case it is.
 */
function rosters(now: Temporal.ZonedDateTime): string {
  const at = (time: Temporal.ZonedDateTime): string =>
    time.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
  const before = (span: Temporal.DurationLike): string => at(now.subtract(span));
  const yesterday = (time: string): string => at(now.subtract({ days: 1 }).withPlainTime(time));
  const number = (one: number): string => `样例罚〔${now.year}〕${one}号`;
  const between = before({ minutes: 69, seconds: 58 });
  const back = before({ minutes: 20 });
  return csv(
    '执法人员编号,开始时间,结束时间,返回单位时间,设备编号,地点,案号',
    [
      ['222222', yesterday('17:30'), yesterday('19:00'), yesterday('19:30'), '2222222', '某广场', number(1)],
      ['222222', before({ minutes: 120 }), before({ minutes: 80 }), back, '2222222', '某仓库', number(2)],
      ['333333', yesterday('09:00'), yesterday('10:00'), yesterday('10:30'), '3333333', '某大门', number(3)],
      ['333333', before({ minutes: 79 }), between, back, '3333333', '某大门', number(2)],
      ['333333', between, before({ minutes: 35 }), back, '3333333', '某大门', number(3)],
    ].map((row) => row.join(',')),
  );
}

/** As a spreadsheet program writes it: nothing in it needs quotes. */
function csv(head: string, rows: readonly string[]): string {
  return `\ufeff${[head, ...rows].join('\r\n')}\r\n`;
}
