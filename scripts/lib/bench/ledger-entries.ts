import { hash } from 'node:crypto';
import { machine } from '../../../src/custody/alarms.ts';
import type { AnyDraft } from '../../../src/custody/entry.ts';
import { recordingName } from './card.ts';

const begin = Temporal.Instant.from('2026-09-02T00:00:00Z');

/** Entry `number` of a busy station: every recording is secured and stored, so that entries come in pairs. */
export function busyDraft(number: number): AnyDraft {
  const recording = Math.floor(number / 2);
  const digest = (what: string): string => hash('sha256', `${what} ${recording}`);
  const sha256 = digest('sha256');
  const common = {
    recording: `${digest('id').slice(0, 8)}-0000-4000-8000-${String(recording).padStart(12, '0')}`,
    docking: `ST01-D${String(Math.floor(recording / 200)).padStart(6, '0')}`,
    evidence: `ST01-2026-${String(recording).padStart(7, '0')}`,
  };
  const subject = { kind: 'evidence', id: common.evidence } as const;
  const original = { sha256, blake3: digest('blake3'), bytes: 314_572_800 + recording };
  if (number % 2 === 1) {
    const object = `originals/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
    const kept = { vault: 'bench', object, retainUntil: '2027-03-01T00:00:00Z', immutable: true };
    return {
      type: 'recording.stored',
      actor: machine,
      subject,
      data: { ...common, ...original, ...kept },
      personal: {},
    };
  }
  const name = recordingName(recording);
  const named = {
    device: '2222222',
    officer: '222222',
    start: '2026-09-02T08:00:00',
    segment: 1,
    important: false,
  };
  const ends = { sm3: null, headBlake3: digest('head'), tailBlake3: digest('tail') };
  const modified = begin.add({ seconds: recording }).toString();
  return {
    type: 'recording.secured',
    actor: machine,
    subject,
    data: { ...common, ...original, ...ends, recorder: '2222222', modified, resumed: false, named },
    personal: { path: `DCIM/VIDEO/20260902/${name}` },
  };
}
