import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../../../src/cli/run.ts';
import { openReading } from '../../../../src/custody/database.ts';
import { freshFolder, removeFolder } from '../contenders.ts';
import { layCard, MediaMaker } from './media.ts';
import type { PlannedCard, PlannedFile } from './plan.ts';
import { type Scores, scored } from './score.ts';

/**
 * The same with real recordings: made by ffmpeg, laid on real folders, taken in by the real intake, looked at by the real
 * ffprobe.
 */
export async function realScores(
  folder: string,
  cards: readonly PlannedCard[],
  say: (line: string) => void,
): Promise<Scores> {
  const into = freshFolder(join(folder, 'real'));
  const data = join(into, 'station');
  const config = join(into, 'config.yaml');
  writeFileSync(config, JSON.stringify({ version: 1, vault: { reserveMebibytes: 1, immutable: 'off' } }));
  const docket = (...args: readonly string[]) => called([...args, '--config', config, '--data', data], into);
  await docket('init');
  const lengths = cards.flatMap(({ dockings }) =>
    dockings.flatMap(({ files }) => files.map((one) => one.lengthMs)),
  );
  const maker = new MediaMaker(join(into, 'bases'), Math.max(...lengths));
  for (const { recorder, dockings } of cards) {
    const root = join(into, 'cards', recorder);
    mkdirSync(root, { recursive: true });
    let before: readonly PlannedFile[] = [];
    for (const { files } of dockings) {
      await layCard(maker, root, files, before);
      await docket('ingest', root);
      before = files;
    }
    say(`real card ${recorder}: ${before.length} files`);
  }
  await docket('judge');
  const db = openReading(join(data, 'station.db'));
  try {
    return scored(db, cards);
  } finally {
    db.close();
    removeFolder(into);
  }
}

async function called(args: readonly string[], workingFolder: string): Promise<void> {
  const told: string[] = [];
  const listen = (text: string): void => {
    told.push(text);
  };
  const code = await runCli(
    args,
    {
      language: 'en',
      env: {},
      workingFolder,
      drawable: false,
      secret: async () => '',
      note: () => undefined,
    },
    { out: listen, err: listen },
  );
  if (code !== 0) throw new Error(`docket ${args.join(' ')} ended with ${code}: ${told.join('')}`);
}
