import type { Db } from '../../custody/database.ts';
import type { Projector } from '../../custody/projector.ts';

/** Which number is painted on the dock at which place of the bus. The newest word counts. */
export const portProjector: Projector = {
  tables: ['view_port'],
  prepare(db: Db) {
    const forget = db.prepare('DELETE FROM view_port WHERE path = ? OR port = ?');
    const name = db.prepare('INSERT INTO view_port (path, port, named) VALUES (?, ?, ?)');
    return (entry) => {
      if (entry.type !== 'port.named') return;
      const { path, port } = entry.data;
      forget.run(path, port);
      name.run(path, port, entry.at);
    };
  },
};

export interface NamedPort {
  readonly path: string;
  readonly port: string;
  readonly named: string;
}

export function namedPorts(db: Db): readonly NamedPort[] {
  const all = db.prepare<[], NamedPort>('SELECT path, port, named FROM view_port').all();
  return all.toSorted((a, b) => comparePorts(a.port, b.port));
}

/** 2 before 10. */
export function comparePorts(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** Bus and ports as the kernel writes them, `1-4.2`. */
export function isBusPath(text: string): boolean {
  return /^\d{1,3}-\d{1,3}(\.\d{1,3}){0,6}$/.test(text);
}

/** What may be painted on a dock: short, and safe in any path, screen or list. */
export function isPortName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,15}$/u.test(text);
}
