import { readFileSync } from 'node:fs';
import { FileAnswer } from '../http/file-answer.ts';
import { route } from '../route.ts';

const parts = {
  'player.js': { name: 'watchPlayer', type: 'text/javascript; charset=utf-8' },
  'player.css': { name: 'watchStyle', type: 'text/css; charset=utf-8' },
} as const;

function partRoute(file: keyof typeof parts) {
  const { name, type } = parts[file];
  const content = readFileSync(new URL(`../watch/${file}`, import.meta.url));
  return route({
    method: 'GET',
    path: `/watch/${file}`,
    name,
    tag: 'viewing',
    says: `A part of the page on which viewing copies are watched: ${file}`,
    shapes: {},
    answer: null,
    files: [type.replace(/;.*$/, '')],
    handle: async () => new FileAnswer(file, type, content, 'inline'),
  });
}

export const watchPlayerRoute = partRoute('player.js');
export const watchStyleRoute = partRoute('player.css');
