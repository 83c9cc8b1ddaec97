import { type CardFile, noise, type RecorderPlan, recorderFiles } from './card-files.ts';
import { type CardImage, makeCard } from './cards.ts';
import { LabError } from './host.ts';

/** Cards that many stories want. Each is made once on a machine. */
export const stockCards = {
  /** The commonest one: FAT32 in a partition, `ID.txt` and three videos. */
  fat32: (plan: RecorderPlan = {}) => makeCard({ filesystem: 'vfat', files: recorderFiles(plan) }),
  fat32WithoutTable: (plan: RecorderPlan = {}) =>
    makeCard({ filesystem: 'vfat', partitioned: false, files: recorderFiles(plan) }),
  exfat: (plan: RecorderPlan = {}) => makeCard({ filesystem: 'exfat', files: recorderFiles(plan) }),
  ext4: (plan: RecorderPlan = {}) => makeCard({ filesystem: 'ext4', files: recorderFiles(plan) }),
  /** Debian's kernel of this guest has no NTFS of its own: `mount -t ntfs-3g`. */
  ntfs: (plan: RecorderPlan = {}) =>
    makeCard({ filesystem: 'ntfs', files: recorderFiles({ ...plan, folder: '' }) }),
  empty: () => makeCard({ filesystem: 'vfat', files: [] }),
  /** Not unmounted when it was pulled last. */
  dirty: () => makeCard({ filesystem: 'vfat', files: recorderFiles(), harm: { kind: 'dirty' } }),
  /** The clusters of its second recording go round in a ring. */
  loopInRecording: () => loopAt(recorderFiles(), (files) => firstVideo(files.slice(2)).path),
  /** So do those of the folder of its recordings. */
  loopInFolder: () => loopAt(recorderFiles(), () => 'DCIM/VIDEO'),
  /** The name of its first recording begins with half of a UTF-16 pair. */
  brokenName,
  manyFiles,
};

function loopAt(
  files: readonly CardFile[],
  where: (files: readonly CardFile[]) => string,
): Promise<CardImage> {
  return makeCard({ filesystem: 'vfat', files, harm: { kind: 'loop', path: where(files) } });
}

function brokenName(): Promise<CardImage> {
  const files = recorderFiles();
  const { path } = firstVideo(files);
  return makeCard({ filesystem: 'vfat', files, harm: { kind: 'broken_name', path } });
}

/** Tiny recordings, a thousand a folder, as a recorder fills its card with photographs. */
function manyFiles(count = 20_000): Promise<CardImage> {
  const modified = Temporal.PlainDateTime.from('2026-09-02T18:00:00');
  const files = Array.from({ length: count }, (_, index): CardFile => {
    const folder = `DCIM/${100 + Math.floor(index / 1000)}MEDIA`;
    const path = `${folder}/MOVI${String(index % 1000).padStart(4, '0')}.mp4`;
    return { path, content: noise(path, 100), modified };
  });
  return makeCard({ filesystem: 'vfat', files, mebibytes: 128 });
}

function firstVideo(files: readonly CardFile[]): CardFile {
  const video = files.find(({ path }) => path.endsWith('.mp4'));
  if (video === undefined) throw new LabError('the card has no video');
  return video;
}
