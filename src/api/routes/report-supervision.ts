import { supervisionGroups } from '../../station/catalogue/supervision-group.ts';
import { reportRoute } from '../report-route.ts';

export const reportSupervisionRoute = reportRoute('supervision', {
  name: 'reportSupervision',
  says: 'The report for supervision (ZZ-30): what was due and what became of it, requests and fixity, with series for a chart',
  groups: supervisionGroups,
  read: (reader, wish) => reader.read('supervision', wish),
});
