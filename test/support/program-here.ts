import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** Where programs are looked for: not every user's path has the folders of the system's own. */
export const programPath = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin:/usr/bin:/bin`;

export function isProgram(name: string): boolean {
  return programPath.split(':').some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}
