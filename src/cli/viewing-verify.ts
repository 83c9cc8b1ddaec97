import type { Command } from 'commander';
import { say } from '../texts/say.ts';
import { ViewingBook } from '../viewing/book.ts';
import { ViewingStore } from '../viewing/store.ts';
import { type DamagedCopy, verifyCopies } from '../viewing/verify-copies.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';

const all = Number.MAX_SAFE_INTEGER;
/** The numbers of `docket verify` for objects. */
const exits = { missing: 15, altered: 16 } as const;

export function viewingVerifyCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  return run(leaf(cli, 'verify', say(language, 'cli.viewing.verify')), (_operands, options) =>
    reading(cli, options, async ({ db, places }) => {
      const damaged: DamagedCopy[] = [];
      let count = 0;
      const copies = new ViewingBook(db).newest('made', all);
      for await (const one of verifyCopies(new ViewingStore(places.viewing), copies)) {
        count += 1;
        damaged.push(...one.damaged);
      }
      const lines = damaged.map(({ evidence, file, found }) =>
        say(language, 'cli.viewing.damaged', {
          evidence,
          file,
          found: say(language, `cli.viewing.found.${found}`),
        }),
      );
      const files = new Set(damaged.map(({ evidence }) => evidence));
      const sum = say(language, 'cli.viewing.verified', { count, damaged: files.size });
      const exit =
        damaged.length === 0 ? exitCodes.done : Math.min(...damaged.map(({ found }) => exits[found]));
      return { exit, json: { count, damaged }, text: [...lines, sum].join('\n') };
    }),
  );
}
