import t from 'tap';
import { cardInFolder } from '../../src/dock/card.ts';
import { cardAlarm } from '../../src/dock/card-alarm.ts';
import { identityOf } from '../../src/dock/identity.ts';
import { profileOf } from './card-fixtures.ts';

const card = cardInFolder('3', '/card');
const profile = profileOf('generic-dcim');

t.test('a card that nobody knows and one that contradicts itself are told to a person', async (t) => {
  const quiet = identityOf([{ source: 'marker', value: '2222222' }], '/card');
  t.equal(cardAlarm(card, { profile, identity: quiet }, 7), null);
  t.match(cardAlarm(card, { profile: null, identity: quiet }, 7), {
    code: 'dock.card_unrecognised',
    params: { port: '3', root: '/card', profiles: 7 },
  });
  const both = ['2222222', '3333333'].map((value) => ({ source: 'file_names', value }) as const);
  t.match(cardAlarm(card, { profile, identity: identityOf(both, '/card') }, 7), {
    code: 'dock.identity_conflict',
    params: { port: '3', claims: 'file_names 2222222, file_names 3333333' },
  });
});
