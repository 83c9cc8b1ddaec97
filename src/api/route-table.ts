import type { Permission } from '../access/permissions.ts';

/**
 * How far a call reaches.
 * - `open`: everybody, signed in or not
 * - `self`: whoever is signed in, about themselves; also before a password is changed or a second factor enrolled
 * - `anywhere`: the permission is enough: the thing belongs to nobody
 * - `whole`: only with a permission that reaches everything: nobody can say whose each row is
 * - `listed`: what is out of reach is left out
 * - `item`: what is out of reach is not there
 */
export type Scope = 'open' | 'self' | 'anywhere' | 'whole' | 'listed' | 'item';

/** Who may call a route. */
export type RouteRow =
  | { readonly needs: null; readonly scope: 'open' | 'self' }
  | { readonly needs: Permission; readonly scope: Exclude<Scope, 'open' | 'self'> };

const open = { needs: null, scope: 'open' } as const;
const self = { needs: null, scope: 'self' } as const;
const needs = <P extends Permission, S extends Exclude<Scope, 'open' | 'self'>>(permission: P, scope: S) =>
  ({ needs: permission, scope }) as const;

/** The one table of route x permission x scope. A route without a row does not start, nor a row without its route. */
export const routeTable = {
  'GET /healthz': open,
  'GET /readyz': open,
  'GET /metrics': needs('station.see', 'anywhere'),
  'GET /openapi.json': open,
  'GET /docs/who-may': open,

  // The console's pages and parts hold nothing of the station's records: they ask for them as whoever is signed in.
  'GET /': open,
  'GET /dock': open,
  'GET /console/:page': open,
  'GET /console/:page/:thing': open,
  'GET /assets/:file': open,

  'POST /api/v1/session': open,
  'POST /api/v1/session/pin': open,
  'POST /api/v1/session/badge': open,
  'GET /api/v1/session': self,
  'DELETE /api/v1/session': self,
  'POST /api/v1/session/password': self,
  'POST /api/v1/session/totp': self,
  'POST /api/v1/session/totp/confirmation': self,

  'GET /api/v1/station': needs('station.see', 'anywhere'),
  'GET /api/v1/events': self,

  // Who stands before the dock sees what a look at it shows: numbers and states, no names and no files.
  'GET /api/v1/dock': open,
  'GET /api/v1/dock/events': open,
  'GET /api/v1/dock/own': needs('session.see', 'listed'),

  'GET /api/v1/dockings': needs('docking.see', 'listed'),
  'GET /api/v1/dockings/live': needs('docking.see', 'listed'),
  'GET /api/v1/dockings/:docking': needs('docking.see', 'item'),
  'POST /api/v1/dockings/:docking/first': needs('evidence.tag', 'item'),
  'POST /api/v1/dockings/:docking/control': needs('docking.control', 'whole'),
  'POST /api/v1/dockings/:docking/erasable': needs('erasing.order', 'whole'),
  'POST /api/v1/dockings/:docking/erasing': needs('erasing.order', 'whole'),
  'GET /api/v1/dockings/:docking/erasings': needs('erasing.see', 'whole'),
  'GET /api/v1/erasings': needs('erasing.see', 'whole'),
  'POST /api/v1/dockings/:docking/clock': needs('session.amend', 'item'),
  'POST /api/v1/hand-ins': needs('evidence.bring_in', 'whole'),
  'GET /api/v1/ports': needs('docking.see', 'whole'),
  'PUT /api/v1/ports': needs('recorder.manage', 'anywhere'),
  'GET /api/v1/recorders': needs('recorder.manage', 'anywhere'),
  'PUT /api/v1/recorders/:recorder': needs('recorder.manage', 'anywhere'),

  'GET /api/v1/evidence': needs('evidence.see', 'listed'),
  'GET /api/v1/evidence/:evidence': needs('evidence.see', 'item'),
  'GET /api/v1/evidence/:evidence/story': needs('evidence.see', 'item'),
  'GET /api/v1/evidence/:evidence/limits': needs('evidence.see', 'item'),
  'GET /api/v1/evidence/:evidence/track': needs('evidence.see', 'item'),
  'GET /api/v1/evidence/:evidence/verification': needs('evidence.see', 'item'),
  'POST /api/v1/evidence/:evidence/verification': needs('evidence.see', 'item'),
  'PUT /api/v1/evidence/:evidence/tags/:field': needs('evidence.tag', 'item'),
  'DELETE /api/v1/evidence/:evidence/tags/:field': needs('evidence.tag', 'item'),

  'POST /api/v1/evidence/:evidence/retention': needs('evidence.hold', 'item'),
  'GET /api/v1/holds': needs('evidence.see', 'listed'),
  'POST /api/v1/holds': needs('evidence.hold', 'item'),
  'POST /api/v1/holds/:hold/lifting': needs('evidence.loosen', 'whole'),
  'GET /api/v1/disposals': needs('disposal.see', 'listed'),
  'GET /api/v1/disposals/:disposal': needs('disposal.see', 'item'),
  'POST /api/v1/disposals': needs('disposal.propose', 'whole'),
  'POST /api/v1/disposals/:disposal/decision': needs('disposal.decide', 'item'),
  'POST /api/v1/disposals/:disposal/withdrawal': needs('disposal.propose', 'whole'),
  'GET /api/v1/disposed': needs('disposal.see', 'listed'),

  'GET /api/v1/fixity': needs('fixity.see', 'anywhere'),
  'GET /api/v1/fixity/damages': needs('fixity.see', 'whole'),
  'POST /api/v1/fixity/checks': needs('fixity.check', 'whole'),
  'GET /api/v1/mirror': needs('fixity.see', 'anywhere'),

  // Whether a recording may be watched or taken is asked for each time: an approval opens what lies beyond one's reach.
  'GET /api/v1/evidence/:evidence/viewing': needs('evidence.watch', 'anywhere'),
  'POST /api/v1/evidence/:evidence/viewing': needs('evidence.watch', 'anywhere'),
  'POST /api/v1/evidence/:evidence/viewing/playback': needs('evidence.watch', 'anywhere'),
  'GET /api/v1/evidence/:evidence/viewing/media': needs('evidence.watch', 'anywhere'),
  'GET /api/v1/evidence/:evidence/viewing/pictures/:picture': needs('evidence.watch', 'anywhere'),
  'GET /api/v1/evidence/:evidence/viewing/file': needs('evidence.copy', 'anywhere'),
  'GET /api/v1/evidence/:evidence/original': needs('evidence.copy', 'anywhere'),
  'GET /api/v1/evidence/:evidence/export': needs('evidence.copy', 'anywhere'),
  'GET /watch/:evidence': open,
  'GET /watch/player.js': open,
  'GET /watch/player.css': open,

  'GET /api/v1/sessions': needs('session.see', 'listed'),
  'GET /api/v1/sessions/:session': needs('session.see', 'item'),
  'POST /api/v1/sessions/:session/return': needs('session.return', 'item'),
  'PUT /api/v1/sessions/:session/case': needs('evidence.tag', 'item'),
  'POST /api/v1/sessions/split': needs('session.amend', 'item'),
  'POST /api/v1/sessions/join': needs('session.amend', 'item'),
  'POST /api/v1/sessions/:session/justifications': needs('justification.submit', 'item'),
  'GET /api/v1/justifications': needs('justification.see', 'listed'),
  'POST /api/v1/justifications/:justification/decision': needs('justification.decide', 'item'),
  'POST /api/v1/justifications/:justification/withdrawal': needs('justification.submit', 'item'),

  'POST /api/v1/sessions/:session/attachments': needs('justification.submit', 'item'),
  'GET /api/v1/justifications/:justification/attachments/:sha256': needs('justification.see', 'item'),
  'POST /api/v1/findings/:finding/attachments': needs('finding.explain', 'item'),
  'GET /api/v1/findings/:finding/attachments/:sha256': needs('finding.see', 'item'),

  'GET /api/v1/findings': needs('finding.see', 'listed'),
  'GET /api/v1/findings/:finding': needs('finding.see', 'item'),
  'POST /api/v1/findings/:finding/explanation': needs('finding.explain', 'item'),
  'POST /api/v1/findings/:finding/dismissal': needs('finding.dismiss', 'item'),

  'GET /api/v1/cases': needs('case.see', 'listed'),
  'GET /api/v1/cases/:number': needs('case.see', 'item'),
  'GET /api/v1/parties/:code': needs('case.see', 'whole'),
  'GET /api/v1/case-ledger': needs('case.export', 'whole'),

  'GET /api/v1/registers': needs('register.see', 'anywhere'),
  'GET /api/v1/registers/:register': needs('register.see', 'listed'),
  'GET /api/v1/registers/:register/template': needs('register.see', 'anywhere'),
  'GET /api/v1/registers/:register/rows/:key': needs('register.see', 'listed'),
  'PUT /api/v1/registers/:register/rows': needs('register.edit', 'whole'),
  'DELETE /api/v1/registers/:register/rows/:key': needs('register.edit', 'whole'),
  'POST /api/v1/registers/:register/imports': needs('register.edit', 'whole'),
  'GET /api/v1/imports': needs('register.see', 'whole'),

  'GET /api/v1/alarms': needs('alarm.see', 'listed'),
  'GET /api/v1/alarms/:alarm': needs('alarm.see', 'listed'),
  'POST /api/v1/alarms/:alarm/acknowledgement': needs('alarm.handle', 'whole'),
  'POST /api/v1/alarms/:alarm/handling': needs('alarm.handle', 'whole'),
  'POST /api/v1/alarms/:alarm/closing': needs('alarm.handle', 'whole'),

  'GET /api/v1/ledger/entries': needs('ledger.see', 'whole'),
  'GET /api/v1/ledger/entries/:seq': needs('ledger.see', 'whole'),
  'GET /api/v1/ledger/entries/:seq/proof': needs('ledger.see', 'whole'),
  'GET /api/v1/ledger/export': needs('ledger.export', 'whole'),
  'GET /api/v1/ledger/checkpoint': open,
  'GET /api/v1/ledger/key': open,
  'GET /api/v1/ledger/consistency': open,

  'GET /api/v1/questions': self,
  'GET /api/v1/questions/:name': self,
  'GET /api/v1/questions/:name/answer': self,
  'PUT /api/v1/questions/:name/entries': self,
  'PUT /api/v1/questions/:name/evidence': self,
  'DELETE /api/v1/questions/:name': self,

  'GET /api/v1/requests': needs('request.see', 'listed'),
  'GET /api/v1/requests/:request': needs('request.see', 'listed'),
  'POST /api/v1/requests': needs('request.submit', 'item'),
  'POST /api/v1/requests/:request/decision': needs('request.decide', 'anywhere'),
  'POST /api/v1/requests/:request/withdrawal': needs('request.submit', 'anywhere'),

  'GET /api/v1/reviews': needs('review.see', 'anywhere'),
  'GET /api/v1/reviews/:review': needs('review.see', 'anywhere'),
  'GET /api/v1/reviews/:review/ledger': needs('review.see', 'anywhere'),
  'POST /api/v1/reviews': needs('review.draw', 'anywhere'),
  'POST /api/v1/reviews/:review/findings': needs('review.enter', 'anywhere'),

  'GET /api/v1/accounts': needs('account.see', 'anywhere'),
  'POST /api/v1/accounts': needs('account.manage', 'anywhere'),
  'POST /api/v1/accounts/:account/unlocking': needs('account.manage', 'anywhere'),
  'POST /api/v1/accounts/:account/pin': needs('account.manage', 'anywhere'),
  'PUT /api/v1/accounts/:account/badge': needs('account.manage', 'anywhere'),
  'GET /api/v1/roles': needs('role.see', 'anywhere'),
  'POST /api/v1/roles': needs('role.manage', 'anywhere'),
  'GET /api/v1/tokens': needs('token.see', 'anywhere'),
  'POST /api/v1/tokens': needs('token.manage', 'anywhere'),
  'DELETE /api/v1/tokens/:token': needs('token.manage', 'anywhere'),
  'GET /api/v1/proposals': needs('proposal.see', 'anywhere'),
  'POST /api/v1/proposals/:proposal/decision': needs('proposal.confirm', 'anywhere'),
  'POST /api/v1/proposals/:proposal/withdrawal': needs('proposal.make', 'anywhere'),

  'GET /api/v1/config': needs('config.see', 'anywhere'),
  'GET /api/v1/config/history': needs('config.see', 'anywhere'),
  'POST /api/v1/config/proposals': needs('config.change', 'anywhere'),
  'GET /api/v1/policies': needs('session.see', 'anywhere'),
  'GET /api/v1/calendar/:year': needs('session.see', 'anywhere'),
  'POST /api/v1/calendar/:year/import': needs('register.edit', 'whole'),
  'GET /api/v1/doctor': needs('station.see', 'anywhere'),
  'GET /api/v1/backups': needs('station.see', 'anywhere'),
  'POST /api/v1/backups': needs('backup.make', 'anywhere'),

  'GET /api/v1/reports/punctuality': needs('report.see', 'listed'),
  'GET /api/v1/reports/supervision': needs('report.see', 'listed'),
} as const satisfies Readonly<Record<string, RouteRow>>;

export type RouteKey = keyof typeof routeTable;

export function rowOf(key: string): RouteRow | null {
  return Object.hasOwn(routeTable, key) ? routeTable[key as RouteKey] : null;
}
