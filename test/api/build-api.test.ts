import t from 'tap';
import { apiStation } from './api-station.ts';

const api = await apiStation(t);

t.test('an officer sees their own recordings, a head those of the unit, a clerk all of them', async (t) => {
  const listed = async (who: Parameters<typeof api.ask>[0]) => {
    const { json } = await api.ask(who, 'GET', '/api/v1/evidence?sort=id');
    return (json as { rows: { evidenceId: string }[] }).rows.map(({ evidenceId }) => evidenceId);
  };
  const { own, sameUnit, otherUnit, nobody } = api.evidence;
  t.same(await listed('officer'), [own]);
  t.same(await listed('colleague'), [sameUnit]);
  t.same(await listed('head'), [own, sameUnit]);
  t.same(await listed('otherHead'), [otherUnit]);
  t.same(await listed('clerk'), [own, sameUnit, otherUnit, nobody]);
});

t.test('what is out of reach is not there', async (t) => {
  const { own, otherUnit } = api.evidence;
  t.equal((await api.ask('officer', 'GET', `/api/v1/evidence/${own}`)).status, 200);
  t.match(await api.ask('officer', 'GET', `/api/v1/evidence/${otherUnit}`), {
    status: 404,
    json: { field: 'evidence' },
  });
  t.equal((await api.ask('administrator', 'GET', `/api/v1/evidence/${own}`)).status, 403);
  t.equal((await api.ask(null, 'GET', `/api/v1/evidence/${own}`)).status, 401);
});
