// What scripts/bench runs: reads the options, runs one benchmark, prints its result on standard output.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { benchApi } from './api.ts';
import { apiReport, apiVerdicts } from './api-report.ts';
import { benchConsole } from './console.ts';
import { consoleReport, consoleVerdicts } from './console-report.ts';
import { contenders, removeFolder } from './contenders.ts';
import { benchContinuity } from './continuity.ts';
import { continuityReport, continuityVerdicts } from './continuity-report.ts';
import { benchDeadlines } from './deadlines.ts';
import { deadlinesReport, deadlinesVerdicts } from './deadlines-report.ts';
import { benchDock } from './dock.ts';
import { dockReport, dockVerdicts } from './dock-report.ts';
import { benchIngest } from './ingest.ts';
import { ingestReport, verdicts } from './ingest-report.ts';
import { benchLedger } from './ledger.ts';
import { ledgerReport, ledgerVerdicts } from './ledger-report.ts';
import { benchVault } from './vault.ts';
import { vaultReport, vaultVerdicts } from './vault-report.ts';
import { benchViewing } from './viewing.ts';
import { viewingReport, viewingVerdicts } from './viewing-report.ts';
import { type BenchWish, readWish, usage } from './wish.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const wish = readWish(process.argv.slice(2));
if ('help' in wish) {
  process.stdout.write(`${usage}\n`);
} else if ('wrong' in wish) {
  say(wish.wrong);
  say(usage);
  process.exitCode = 2;
} else {
  await run(wish);
}

async function run({
  benchmark,
  into,
  json,
  rounds,
  plan,
  only,
  crowds,
  eachBytes,
  uploads,
  entries,
  items,
  proofEntries,
  cards,
  realCards,
  seed,
  seconds,
  ...more
}: BenchWish): Promise<void> {
  const folder = into === null ? mkdtempSync(join(tmpdir(), 'docket-bench-')) : resolve(into);
  mkdirSync(folder, { recursive: true });
  try {
    if (benchmark === 'ingest') {
      const chosen = contenders.filter(({ name }) => only === null || only.includes(name));
      const result = await benchIngest({ folder, plan, rounds, contenders: chosen, say });
      print(json, { ...result, verdicts: verdicts(result) }, ingestReport(result));
    } else if (benchmark === 'dock') {
      const result = await benchDock({ folder, crowds, eachBytes, rounds, say });
      print(json, { ...result, verdicts: dockVerdicts(result) }, dockReport(result));
    } else if (benchmark === 'vault') {
      const plan = { files: uploads, fileBytes: eachBytes };
      const result = await benchVault({ folder, plan, rounds, say });
      print(json, { ...result, verdicts: vaultVerdicts(result) }, vaultReport(result));
    } else if (benchmark === 'deadlines') {
      const result = await benchDeadlines({ folder, items, rounds, say });
      print(json, { ...result, verdicts: deadlinesVerdicts(result) }, deadlinesReport(result));
    } else if (benchmark === 'continuity') {
      const result = await benchContinuity({ folder, cards, realCards, seed, say });
      print(json, { ...result, verdicts: continuityVerdicts(result) }, continuityReport(result));
    } else if (benchmark === 'api') {
      const { each: secondsEach, connections, recorders, data } = more;
      const asked = {
        data: resolve(data),
        items,
        entries,
        seed,
        secondsEach,
        connections,
        recorders,
        eachBytes,
      };
      const result = await benchApi({ ...asked, only: only?.join(',') ?? null, say });
      print(json, { ...result, verdicts: apiVerdicts(result) }, apiReport(result));
    } else if (benchmark === 'console') {
      const { recorders } = more;
      const result = await benchConsole({ folder, items, entries, seed, recorders, eachBytes, rounds, say });
      print(json, { ...result, verdicts: consoleVerdicts(result) }, consoleReport(result));
    } else if (benchmark === 'viewing') {
      const result = await benchViewing({ folder, seconds, cardBytes: eachBytes, rounds, say });
      print(json, { ...result, verdicts: viewingVerdicts(result) }, viewingReport(result));
    } else {
      const result = await benchLedger({ folder, entries, proofEntries, rounds, say });
      print(json, { ...result, verdicts: ledgerVerdicts(result) }, ledgerReport(result));
    }
  } finally {
    if (into === null) removeFolder(folder);
  }
}

function print(json: boolean, result: unknown, report: string): void {
  process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : `${report}\n`);
}
