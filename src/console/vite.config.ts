import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Built for the oldest browsers that are met at docks; everything that is asked for has its contents in its name. */
export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  html: { cspNonce: '__nonce__' },
  plugins: [react(), compressed()],
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    target: ['chrome109', 'firefox115'],
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_500,
  },
});
