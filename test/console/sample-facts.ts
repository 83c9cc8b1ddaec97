/** Registers of a bureau that is made up: two teams below it, a few cases. */
export const sampleLists = {
  units: ['code,name,parent', 'U0,样例市综合行政执法局,', 'U1,执法一队,U0', 'U2,执法二队,U0'],
  officers: ['number,name,unit', '222222,张三,U1', '333333,李四,U1', '444444,王五,U2'],
  recorders: [
    'number,kind,holder,state',
    '1111111,recorder,222222,在用',
    '2222222,recorder,333333,在用',
    '3333333,recorder,444444,在用',
  ],
  places: ['name,area,radius', '人民广场,121.4705 31.2305,120'],
  parties: ['code,name,note', 'P1,赵六,身份证 330802199001011234', 'P2,样例食品有限公司,'],
  cases: [
    'number,title,party,handler',
    '样执罚〔2026〕001号,占用城市道路经营,P1,222222',
    '样执罚〔2026〕002号,未取得许可从事食品经营,P2,444444',
    '样执罚〔2026〕003号,违规存放危险物品,P2,333333',
  ],
} as const;

export interface SampleRecording {
  readonly path: string;
  readonly bytes: number;
  readonly at: Temporal.ZonedDateTime;
}

/** What lies on the cards, by their recorders: of three officers in and out of time, and of a recorder nobody knows. */
export function sampleRecordings(
  now: Temporal.ZonedDateTime,
): Readonly<Record<string, readonly SampleRecording[]>> {
  return {
    '1111111': recordings('1111111', '222222', now, [2, 3, 4, 26, 27, 28]),
    '2222222': recordings('2222222', '333333', now, [5, 6, 30, 31, 100, 101]),
    '3333333': recordings('3333333', '444444', now, [7, 240, 241, 242, 400]),
    '4444444': recordings('4444444', '000000', now, [12, 13]),
  };
}

function recordings(
  recorder: string,
  officer: string,
  now: Temporal.ZonedDateTime,
  hoursAgo: readonly number[],
): readonly SampleRecording[] {
  return hoursAgo.map((hours, i) => {
    const at = now.subtract({ hours, minutes: i });
    const stamp = at.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/\D/g, '');
    const mark = i === 1 ? '_IMP' : '';
    const path = `DCIM/VIDEO/A11_${recorder}_${officer}_${stamp}_000${(i % 4) + 1}${mark}.mp4`;
    return { path, bytes: 180_000 + hours * 7_919 * (i + 1), at };
  });
}
