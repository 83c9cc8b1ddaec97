import { join } from 'node:path';
import t from 'tap';
import { machine } from '../../src/custody/alarms.ts';
import type { AnyDraft, EntryDraft } from '../../src/custody/entry.ts';
import type { EntryKinds } from '../../src/custody/entry-kinds.ts';
import { heardHere } from '../support/docket-here.ts';
import { initialised, tamperFolder, working } from '../support/tamper-station.ts';

const recorder = '1234567';
const digest = 'ab'.repeat(32);
const item = (n: number): string => `ST01-2026-000000${n}`;
const modified = '2026-09-02T10:00:00Z';

function of<K extends keyof EntryKinds>(
  type: K,
  docking: string,
  data: EntryKinds[K]['data'],
  personal: EntryKinds[K]['personal'],
): EntryDraft<K> {
  return { type, actor: machine, subject: { kind: 'docking', id: docking }, data, personal };
}

function secured(docking: string, n: number, path: string): AnyDraft {
  const named = { device: recorder, officer: '222222', start: null, segment: null, important: false };
  return {
    ...{ type: 'recording.secured', actor: machine, subject: { kind: 'evidence', id: item(n) } },
    data: {
      ...{ docking, evidence: item(n), recording: `recording-${n}`, recorder, bytes: 1_000, modified, named },
      ...{
        sha256: `${n}`.repeat(64),
        blake3: digest,
        sm3: null,
        headBlake3: digest,
        tailBlake3: digest,
        resumed: false,
      },
    },
    personal: { path },
  };
}

const looked = (docking: string, counts: Partial<EntryKinds['docking.completed']['data']>): AnyDraft => {
  const none = { stored: 0, secured: 0, alreadyStored: 0, failed: 0, deferred: 0, ignored: 0, bytes: 0 };
  return of('docking.completed', docking, { ...none, ...counts }, {});
};

const [first, second] = ['ST01-D000001', 'ST01-D000002'] as const;
const erasing = `${first}/1`;

function going(n: number): AnyDraft {
  return {
    ...{ type: 'erasing.going', actor: machine, subject: { kind: 'evidence', id: item(n) } },
    data: {
      ...{ erasing, docking: first, recorder, file: n - 1, evidence: item(n), sidecar: false, bytes: 1_000 },
      ...{ modified, sha256: digest },
    },
    personal: { path: `${n}.mp4` },
  };
}

function settled(n: number, because: 'gone' | 'still_there'): AnyDraft {
  return {
    ...{ type: 'erasing.settled', actor: machine, subject: { kind: 'evidence', id: item(n) } },
    data: { erasing, docking: second, file: n - 1, evidence: item(n), because },
    personal: {},
  };
}

const left = { docking: first, recorder, bytes: 1_000, offset: null, errno: null } as const;

const firstDocking: readonly AnyDraft[] = [
  of('docking.started', first, { port: '07', readOnly: true }, { root: '/card' }),
  of(
    'docking.identified',
    first,
    { recorder, profile: 'marker-id-txt', assigned: true, claims: [] },
    {} as never,
  ),
  secured(first, 1, '1.mp4'),
  secured(first, 2, '2.mp4'),
  of('recording.deferred', first, { ...left, reason: 'still_changing' }, { path: '3.mp4' }),
  looked(first, { stored: 2, deferred: 1, bytes: 2_000 }),
  looked(first, { alreadyStored: 2, deferred: 1 }),
  {
    ...of('erasing.begun', first, {} as never, {}),
    data: { erasing, docking: first, recorder, list: digest, files: 2, bytes: 2_000, source: 'policy' },
  },
  going(1),
  going(2),
  of(
    'erasing.finished',
    first,
    { erasing, docking: first, because: 'pulled', gone: 0, kept: 0, unknown: 2 },
    {},
  ),
  of('docking.ended', first, { because: 'taken' }, {}),
];

const secondDocking: readonly AnyDraft[] = [
  of('docking.started', second, { port: '07', readOnly: true }, { root: '/card' }),
  settled(1, 'gone'),
  settled(2, 'still_there'),
  secured(second, 3, '3.mp4'),
  looked(second, { stored: 1, bytes: 3_000 }),
];

t.test('the counts of a docking are its own, however often it was looked at and docked again', async (t) => {
  const home = tamperFolder(t);
  const made = await initialised(home);
  const show = async (...more: readonly string[]) =>
    await heardHere(
      ['docking', 'show', first, '--config', join(home, 'config.yaml'), '--data', made.folder, ...more],
      {},
    );
  await working(made, ({ room }) => room.ledger.append(firstDocking));
  const then = await show();
  t.match(then.out, /2 stored, 0 known/);
  t.match(then.out, /0 file\(s\) removed, 0 kept, 2 unknown when it ended/);
  await working(made, ({ room }) => room.ledger.append(secondDocking));
  const { out } = await show();
  t.match(
    out,
    /0 file\(s\) removed, 0 kept, 2 unknown when it ended/,
    'what a later one has shown is no part',
  );
  t.match(out, /since then it is known that 1 had gone and 1 had not/);
  t.match(out, /3\.mp4 .*\(taken in since: ST01-2026-0000003\)/, 'it was not taken in by this one');
  t.match((await show('--json')).json, {
    summary: { stored: 2, alreadyStored: 0, deferred: 1, bytes: 2_000 },
    left: [{ path: '3.mp4', evidenceId: item(3) }],
    erasings: [{ gone: 0, goneBytes: 0, goneSince: 1, kept: [{ state: 'still_there' }] }],
  });
});

t.test('what was disposed of before and still lies on the card is named', async (t) => {
  const home = tamperFolder(t);
  const made = await initialised(home);
  const again = of('recordings.seen_again', second, { docking: second, recorder, evidence: [item(1)] }, {});
  await working(made, ({ room }) => room.ledger.append([...firstDocking, ...secondDocking, again, again]));
  const show = ['docking', 'show', second, '--config', join(home, 'config.yaml'), '--data', made.folder];
  t.match(
    (await heardHere(show)).out,
    /Disposed of before[\s\S]*1000 B +1\.mp4 +disposed of {2}ST01-2026-0000001/,
  );
  t.match((await heardHere([...show, '--json'])).json, { seenAgain: [{ evidenceId: item(1) }] });
  const list = [
    'ledger',
    'list',
    '--limit',
    '100',
    '--config',
    join(home, 'config.yaml'),
    '--data',
    made.folder,
  ];
  const { out } = await heardHere(list);
  t.match(out, /1 recording\(s\) that were disposed of before/);
  t.match(out, /what became of file 1 of erasing/, 'people count from one');
});
