import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccountBook } from '../../src/access/accounts/account-book.ts';
import { carryOut } from '../../src/station/carry-out.ts';
import { Dockings } from '../../src/station/dockings.ts';
import type { Order } from '../../src/station/orders.ts';
import type { Station } from '../../src/station.ts';
import type { Role } from './sample-accounts.ts';

const now = Temporal.Now.zonedDateTimeISO('Asia/Shanghai');
const daysAgo = (days: number): string => now.subtract({ days }).toPlainDate().toString();
const hoursAgo = (hours: number): string =>
  now.subtract({ hours }).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** Cases that are closed, archived, to be archived soon, and without the recording that they need. */
const lists = {
  matters: ['code,matter,procedure,whole', 'M1,现场检查,调查取证,否', 'M2,查封扣押,行政强制,是'],
  cases: [
    'number,title,party,handler,matter,inspected,decided,published,closed,archived',
    `样执罚〔2026〕003号,违规存放危险物品,P2,333333,M1,${daysAgo(9)},,,,`,
    `样执罚〔2026〕004号,擅自设置户外广告,P1,222222,M1,${daysAgo(60)},${daysAgo(50)},${daysAgo(46)},${daysAgo(40)},`,
    `样执罚〔2026〕005号,未按规定处理餐厨废弃物,P2,333333,M2,${daysAgo(90)},${daysAgo(80)},,${daysAgo(70)},`,
    `样执罚〔2026〕006号,占道堆放物料,P1,444444,,${daysAgo(80)},${daysAgo(70)},${daysAgo(68)},${daysAgo(60)},${daysAgo(40)}`,
    `样执罚〔2026〕007号,损毁城市绿化,P1,222222,,${daysAgo(20)},${daysAgo(12)},${daysAgo(10)},${daysAgo(6)},`,
  ],
  rosters: [
    'officer,from,to,recorder',
    `222222,${hoursAgo(130)},${hoursAgo(122)},1111112`,
    `444444,${hoursAgo(150)},${hoursAgo(142)},3333334`,
  ],
} as const;

const extraRecorders = [
  'number,kind,holder,state',
  '1111112,recorder,222222,在用',
  '3333334,recorder,444444,在用',
];

/** What has happened at the station beside recording: returns, reasons, requests, a review. */
export async function sampleBusiness(station: Station, folder: string): Promise<void> {
  const said = () => undefined;
  const dockings = new Dockings(station, said, said);
  const owner = { kind: 'person', id: 'os:owner' } as const;
  const accounts = new AccountBook(station.db);
  const accountOf = (role: Role) => ({ kind: 'person', id: accounts.meant(role)?.account ?? role }) as const;
  const by = async (actor: { readonly kind: 'person'; readonly id: string }, order: Order) =>
    await carryOut(station, dockings, order, { actor, language: 'zh', onProgress: said });

  for (const [register, lines] of Object.entries({ recorders: extraRecorders, ...lists })) {
    const file = join(folder, `more-${register}.csv`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    await by(owner, { order: 'importRegister', args: { register, file, dryRun: false, goodRows: false } });
  }
  const sessions = station.db
    .prepare<[], { session: string; ended: string }>(
      'SELECT session, max(ended) AS ended FROM view_session_item WHERE ended IS NOT NULL GROUP BY session ORDER BY 2 DESC',
    )
    .all();
  // Back an hour after the last recording; of the newest and of the oldest nobody has said.
  for (const { session, ended } of sessions.slice(2, -1)) {
    const at = Temporal.Instant.from(ended).add({ hours: 1 }).toString();
    await by(owner, { order: 'returned', args: { session, at, note: null } });
  }
  await by(owner, { order: 'judge', args: {} });
  await reasons(station, (role, order) => by(accountOf(role), order));
  await requests(station, accountOf);
  await review(station, accountOf);
}

type AccountOf = (role: Role) => { readonly kind: 'person'; readonly id: string };

/** One to decide, one of the head's own, one that is settled, and one for an emergency. */
async function requests({ access, db }: Station, accountOf: AccountOf): Promise<void> {
  const evidence = db
    .prepare<[], string>("SELECT evidence FROM view_owner WHERE unit = 'U1' ORDER BY evidence")
    .pluck()
    .all();
  const days = (count: number) => Temporal.Now.instant().add({ hours: 24 * count });
  const ask = async (role: Role, wish: { readonly why: string; readonly emergency?: boolean }, many = 1) => {
    const { why, emergency = false } = wish;
    const until = emergency ? Temporal.Now.instant().add({ minutes: 30 }) : days(3);
    const facts = { kind: 'view', for: null, recipient: null, emergency, until, why } as const;
    const acting = { actor: accountOf(role), principal: null };
    return await access.requests.submit({ ...facts, evidence: evidence.slice(0, many) }, acting);
  };
  const settled = await ask('officer', { why: '准备听证材料，核对现场询问经过。' }, 2);
  const decision = { request: settled, decision: 'approved', note: '同意，仅限本案听证使用。' } as const;
  await access.requests.decide(decision, { actor: accountOf('department_head'), principal: null });
  await ask('clerk', { why: '复核案卷，确认音像记录与现场检查笔录一致。' }, 3);
  await ask('department_head', { why: '督查夜间联合整治任务执行情况。' });
  await ask('officer', { why: '当事人突发疾病送医，须立即核对现场处置经过。', emergency: true });
}

async function review({ access }: Station, accountOf: AccountOf): Promise<void> {
  const day = (days: number) => Temporal.PlainDate.from(daysAgo(days));
  const wish = { from: day(90), to: day(1), unit: null, count: 4, reviewers: ['clerk', 'auditor'] };
  const acting = (role: Role) => ({ actor: accountOf(role), principal: null });
  const drawn = await access.reviews.draw(
    { ...wish, seed: '样例', note: '第四季度交叉评查' },
    acting('clerk'),
  );
  const of = drawn.drawn.find(({ reviewer }) => reviewer === accountOf('auditor').id);
  if (of === undefined) throw new Error('the auditor has drawn nothing');
  const words = { grade: 'fair', found: '现场检查录像缺少告知环节。', mend: '补充说明并加强培训。' } as const;
  await access.reviews.enter({ review: drawn.review, case: of.case, ...words }, acting('auditor'));
}

type ByRole = (role: Role, order: Order) => Promise<unknown>;

/** One that waits for the head of the department, one that they wrote themselves, one that was approved. */
async function reasons({ db }: Station, by: ByRole): Promise<void> {
  const late = db
    .prepare<[], string>(
      `SELECT DISTINCT v.session FROM view_verdict v WHERE v.verdict IN ('late', 'overdue') ORDER BY v.session DESC`,
    )
    .pluck()
    .all();
  const reason = async (role: Role, session: string | undefined, text: string) => {
    if (session === undefined) throw new Error('nothing is late at the sample station');
    const args = { session, category: 'continuous_duty' as const, text, attach: [] };
    return Object(await by(role, { order: 'justify', args }));
  };
  await reason('officer', late[0], '连续执行夜间联合整治任务，次日上午方返回单位。');
  await reason('department_head', late[1], '外出办案途中车辆故障，<b>未能</b>按时返回。');
  const { justification } = await reason('clerk', late[2], '采集站所在楼层停电检修。');
  const decided = { justification: String(justification), decision: 'approved', note: '情况属实。' } as const;
  await by('department_head', { order: 'decide', args: decided });
}
