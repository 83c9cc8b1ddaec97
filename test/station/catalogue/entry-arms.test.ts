import t from 'tap';
import { outcomeOf, outcomes } from '../../../src/custody/outcome.ts';
import { type EntryFilter, entryList } from '../../../src/station/catalogue/entries.ts';
import { everyEntry } from '../../support/every-entry.ts';
import { loneLedger } from '../../support/tamper-ledger.ts';

const lone = loneLedger(t);
lone.writer.append([{ drafts: [...everyEntry], work: [] }]);

const filter: EntryFilter = {
  ...{ type: null, subject: null, actor: null, since: null, until: null },
  ...{ after: null, newestFirst: false, limit: 500 },
};
const found = (more: Partial<EntryFilter>) => entryList(lone.db, { ...filter, ...more }).entries;

t.test('entries are found by what they came to', async (t) => {
  for (const result of outcomes) {
    const expected = found({}).filter((entry) => outcomeOf(entry as never) === result);
    t.same(
      found({ result }).map(({ seq }) => seq),
      expected.map(({ seq }) => seq),
      result,
    );
  }
  t.ok(found({ result: 'failed' }).length >= 3);
  t.same(
    found({ result: 'rejected', newestFirst: true }).map(({ type }) => type),
    found({ result: 'rejected' })
      .map(({ type }) => type)
      .toReversed(),
  );
  t.match(found({ result: 'rejected', type: 'proposal.decided' }), [{ data: { decision: 'rejected' } }]);
});

t.test('entries are found by the address that they came from, or went to', async (t) => {
  const from = found({ address: '192.0.2.7' });
  t.ok(from.some(({ type }) => type === 'evidence.viewed'));
  t.ok(
    from.every(({ personal }) =>
      [personal['address'], personal['destination']].some((one) => one?.endsWith('192.0.2.7')),
    ),
  );
  t.same(found({ address: '192.0.2' }), [], 'the whole of it');
  const failed = found({ address: '192.0.2.7', result: 'failed' });
  t.same(
    failed.map(({ type }) => type),
    ['account.sign_in_failed'],
  );
});
