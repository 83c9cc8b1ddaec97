import pino, { type Logger } from 'pino';
import type { Config } from '../config.ts';
import type { StationView } from './station-view.ts';

/** Lines of JSON on standard error; beside a live view only what has gone wrong, above the picture. */
export function daemonLog(config: Config, view: StationView | null): Logger {
  const form = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
  };
  if (view === null) return pino({ ...form, level: config.log.level }, pino.destination(2));
  return pino({ ...form, level: 'error' }, { write: (line: string) => view.note(line.trimEnd()) });
}
