import { route } from '../route.ts';
import { MadeBackup } from '../schemas/keeping.ts';

export const backupMakeRoute = route({
  method: 'POST',
  path: '/api/v1/backups',
  name: 'backupMake',
  tag: 'station',
  says: 'Makes a backup now, into the folder that the configuration names',
  shapes: {},
  answer: MadeBackup,
  impersonal: true,
  perMinute: 10,
  handle: async ({ order }, { caller }) => await order({ order: 'backup', args: { folder: null } }, caller),
});
