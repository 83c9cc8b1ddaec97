import Type from 'typebox';
import { withoutIdentities } from '../masking/mask.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { OwnCase, OwnSession } from '../schemas/dock.ts';

export const dockOwnRoute = route({
  method: 'GET',
  path: '/api/v1/dock/own',
  name: 'dockOwn',
  tag: 'dock',
  says: 'What whoever is signed in has brought of late, by courses of enforcement, with the cases it may belong to',
  shapes: {},
  impersonal: true,
  answer: Type.Object({ sessions: Type.Array(OwnSession), cases: Type.Array(OwnCase) }, closed),
  async handle({ reader }, { caller }) {
    const { visible, principal } = caller;
    const { sessions, cases } = await reader.read('ownDock', {
      visible: { ...visible, all: false, units: [] },
      officer: principal?.officer ?? null,
    });
    return {
      sessions,
      cases: cases.map(({ number, title }) => ({
        number,
        title: title === null ? null : withoutIdentities(title),
      })),
    };
  },
});
