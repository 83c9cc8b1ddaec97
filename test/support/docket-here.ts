import { runCli } from '../../src/cli/run.ts';
import type { Language } from '../../src/texts/text.ts';

export interface HeardHere {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly notes: readonly string[];
  /** Standard output as JSON; null where it is none. */
  readonly json: unknown;
}

/** A command line in this process, exactly as it was given: without waiting for a new Node each time. */
export async function heardHere(
  args: readonly string[],
  surroundings: {
    readonly language?: Language;
    readonly env?: Readonly<Record<string, string>>;
    readonly workingFolder?: string;
    /** What is typed where it is asked for. */
    readonly secrets?: readonly string[];
  } = {},
): Promise<HeardHere> {
  const { language = 'en', env = {}, workingFolder = '/', secrets = [] } = surroundings;
  const typed = [...secrets];
  const secret = async (): Promise<string> => typed.shift() ?? '';
  let out = '';
  let err = '';
  const notes: string[] = [];
  const note = (line: string): void => {
    notes.push(line);
  };
  const code = await runCli(
    args,
    { language, env, workingFolder, drawable: false, secret, note },
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
  );
  return { code, out, err, notes, json: parsed(out) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
