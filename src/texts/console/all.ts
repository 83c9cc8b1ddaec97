import { evidencePageTexts, evidenceStateTexts } from './evidence.ts';
import { pageNames } from './pages.ts';
import { partTexts } from './parts.ts';
import { shellTexts } from './shell.ts';
import { signInTexts } from './sign-in.ts';

/** Every text of the console, for whoever checks them all; a page brings only its own into the browser. */
export const consoleTexts = {
  ...{ evidencePageTexts, evidenceStateTexts, pageNames, partTexts, shellTexts, signInTexts },
} as const;
