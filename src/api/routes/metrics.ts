import { FileAnswer } from '../http/file-answer.ts';
import { metricsText } from '../metrics/exposition.ts';
import { stationFigures } from '../metrics/station-figures.ts';
import { route } from '../route.ts';

export const metricsRoute = route({
  method: 'GET',
  path: '/metrics',
  name: 'metrics',
  tag: 'station',
  says: 'Figures for Prometheus: intake, queues, vault, verdicts, ledger, disk, event loop',
  shapes: {},
  answer: null,
  files: ['text/plain'],
  async handle({ reader, live, metrics }) {
    const now = live();
    const status = await reader.read('status', { live: now });
    return new FileAnswer(
      'metrics.txt',
      'text/plain; version=0.0.4; charset=utf-8',
      metricsText(stationFigures(status, metrics)),
    );
  },
});
