import type { CommandFile } from './command.ts';
import { ingestCommand } from './ingest.ts';
import { initCommand } from './init.ts';
import { serveCommand } from './serve.ts';
import { verifyCommand } from './verify.ts';

/** Every command, in the order in which help names them. */
export const commands: readonly CommandFile[] = [initCommand, serveCommand, ingestCommand, verifyCommand];
