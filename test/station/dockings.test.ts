import { copyFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { loadConfig } from '../../src/config.ts';
import { cardInFolder } from '../../src/dock/card.ts';
import { carryOut } from '../../src/station/carry-out.ts';
import { Dockings } from '../../src/station/dockings.ts';
import { openStation } from '../../src/station.ts';
import { gaName, makeCard } from '../support/cards.ts';
import { rowsOf, soundStation } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';

t.test(
  'a card that seems gone while the dock still sees it is looked at again, in the same docking',
  async (t) => {
    const made = await testStation(t, { intake: { settleSeconds: 0 } });
    const config = loadConfig(made.config, { dataOverride: made.data, env: {} });
    const actor = { kind: 'machine', id: 'daemon' } as const;
    const station = await openStation(config, { actor, version: '0', log: () => undefined });
    const fatal: unknown[] = [];
    const dockings = new Dockings(
      station,
      () => undefined,
      (error) => fatal.push(error),
    );
    const root = join(made.folder, 'dock');
    const card = await makeCard(join(made.folder, '01'), 'card', { [gaName(1)]: 3000, [gaName(2)]: 2000 });
    // The dock has seen it; whoever looks at it now finds nothing, as while a machine is too busy to answer.
    dockings.hear({ kind: 'attached', card: cardInFolder('01', root) });
    await until('it was given up', () => dockings.snapshots().some(({ phase }) => phase === 'given_up'));
    await rename(card.root, root);
    await until(
      'both are stored',
      () => rowsOf(made, 'SELECT 1 FROM view_evidence WHERE stored IS NOT NULL').length === 2,
    );
    t.equal(rowsOf(made, 'SELECT 1 FROM view_docking').length, 1);
    await dockings.stop(10_000);
    await station.close();
    t.strictSame(fatal, []);
    t.strictSame(await soundStation(made, [{ ...card, root }]), []);
  },
);

t.test('a folder that is docked, or part of what is, is known as such', async (t) => {
  const made = await testStation(t, { intake: { settleSeconds: 0 } });
  const config = loadConfig(made.config, { dataOverride: made.data, env: {} });
  const actor = { kind: 'machine', id: 'daemon' } as const;
  const station = await openStation(config, { actor, version: '0', log: () => undefined });
  const dockings = new Dockings(
    station,
    () => undefined,
    () => undefined,
  );
  const card = await makeCard(join(made.folder, 'dock', '01'), 'card', { [gaName(1)]: 3000 });
  dockings.hear({ kind: 'attached', card: cardInFolder('01', card.root) });
  await until('it is taken in', () => dockings.snapshots().some(({ phase }) => phase === 'complete'));
  for (const root of [card.root, join(card.root, 'DCIM'), join(made.folder, 'dock')])
    t.equal(dockings.at(root), 'ST01-D000001', root);
  t.equal(dockings.at(`${card.root}2`), null);
  const handedIn = {
    way: 'other',
    by: '张三',
    cause: '误',
    seal: null,
    second: null,
    recorder: null,
  } as const;
  const order = { order: 'ingest', args: { folder: card.root, handedIn } } as const;
  const by = { actor, language: 'en', onProgress: () => undefined } as const;
  await t.rejects(carryOut(station, dockings, order, by), {
    code: 'station.folder_docked',
    params: { docking: 'ST01-D000001' },
  });
  await dockings.stop(10_000);
  await station.close();
});

t.test(
  'what is copied into a docked folder while its first recordings are taken in is taken too',
  async (t) => {
    const made = await testStation(t, { intake: { settleSeconds: 0 } });
    const config = loadConfig(made.config, { dataOverride: made.data, env: {} });
    const actor = { kind: 'machine', id: 'daemon' } as const;
    const station = await openStation(config, { actor, version: '0', log: () => undefined });
    const card = await makeCard(join(made.folder, '01'), 'card', { [gaName(1)]: 3000 });
    const late = await makeCard(join(made.folder, 'late'), 'late', { [gaName(2)]: 2000 });
    let copied = false;
    const dockings = new Dockings(
      station,
      ({ files }) => {
        if (files.total === 0 || copied) return;
        copied = true;
        copyFileSync(join(late.root, gaName(2)), join(card.root, gaName(2)));
      },
      (error) => t.fail(String(error)),
    );
    dockings.hear({ kind: 'attached', card: cardInFolder('01', card.root) });
    await until(
      'both are stored',
      () => rowsOf(made, 'SELECT 1 FROM view_evidence WHERE stored IS NOT NULL').length === 2,
    );
    t.ok(copied);
    await dockings.stop(10_000);
    await station.close();
  },
);
