import type { EntryType } from '../custody/entry-kinds.ts';
import type { Text } from './text.ts';

/** Entries of viewing copies. */
export const viewingEntryTexts = {
  'viewing.made': {
    en: 'a viewing copy was made ({why}, {size}, SHA-256 {sha256}) with ffmpeg {ffmpeg}, confined by {layers}; it is no evidence',
    zh: '生成预览副本（{why}，{size}，SHA-256 {sha256}），ffmpeg {ffmpeg}，隔离措施：{layers}；预览副本不是证据',
  },
  'viewing.failed': {
    en: 'no viewing copy can be made of the original: {why}',
    zh: '原始资料无法生成预览副本：{why}',
  },
  'viewing.removed': {
    en: 'the viewing copy ({size}) was removed: {why}; the original is untouched',
    zh: '删除预览副本（{size}）：{why}；原始资料不受影响',
  },
} as const satisfies Partial<Record<EntryType, Text>>;
