import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { tryOut } from './build/try-out.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const station = process.env['DOCKET_URL'] ?? 'http://127.0.0.1:8460';

/** Built for the oldest browsers that are met at docks; everything that is asked for has its contents in its name. */
export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  html: { cspNonce: '__nonce__' },
  plugins: [react(), compressed(), tryOut()],
  // `npm run console:try`: pages as they are written, before a station that runs.
  server: { proxy: { '/api': station, '/healthz': station, '/watch': station } },
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
