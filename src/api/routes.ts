import type { AnyRoute } from './route.ts';
import { alarmRoute } from './routes/alarm.ts';
import { alarmAcknowledgeRoute } from './routes/alarm-acknowledge.ts';
import { alarmCloseRoute } from './routes/alarm-close.ts';
import { alarmHandleRoute } from './routes/alarm-handle.ts';
import { alarmListRoute } from './routes/alarm-list.ts';
import { entryRoute } from './routes/entry.ts';
import { entryListRoute } from './routes/entry-list.ts';
import { evidenceItemRoute } from './routes/evidence-item.ts';
import { evidenceListRoute } from './routes/evidence-list.ts';
import { healthRoute } from './routes/health.ts';
import { openapiRoute } from './routes/openapi.ts';
import { readyRoute } from './routes/ready.ts';

/** Every route, one file each. */
export const allRoutes = (): readonly AnyRoute[] => [
  healthRoute,
  readyRoute,
  openapiRoute,
  evidenceListRoute,
  evidenceItemRoute,
  alarmListRoute,
  alarmRoute,
  alarmAcknowledgeRoute,
  alarmHandleRoute,
  alarmCloseRoute,
  entryListRoute,
  entryRoute,
];
