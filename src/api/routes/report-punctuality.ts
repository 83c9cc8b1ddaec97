import { groupings } from '../../station/catalogue/punctuality.ts';
import { reportRoute } from '../report-route.ts';

export const reportPunctualityRoute = reportRoute('punctuality', {
  name: 'reportPunctuality',
  says: 'Who was late: every verdict whose limit ends in the time, and counts',
  groups: groupings,
  read: (reader, wish) => reader.read('punctuality', wish),
});
