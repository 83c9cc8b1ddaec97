import { formatCheckpoint, parseCheckpoint } from '../../../src/custody/checkpoint.ts';
import { CustodyError } from '../../../src/custody/error.ts';
import { leafHash } from '../../../src/custody/merkle.ts';
import { openNote, parseNote, signNote } from '../../../src/custody/note.ts';
import { formatTlogProof, openTlogProof, parseTlogProof } from '../../../src/custody/tlog-proof.ts';
import { parseVkey } from '../../../src/custody/vkey.ts';
import { freshSigner, origin } from '../../custody/sample-ledger.ts';
import { answered, type FuzzTarget, promised, textOf } from '../target.ts';

const signer = freshSigner();
const entry = Buffer.from('entry');
const text = formatCheckpoint({ origin, size: 1, root: leafHash(entry) });
const note = signNote(text, [signer]);
const proof = formatTlogProof({ extra: null, index: 0, hashes: [], checkpoint: note });
const verifier = parseVkey(signer.vkey);

/** Checkpoints, signed notes, proofs and keys, as somebody hands them to `docket verify`. */
export const ledgerNotes: FuzzTarget = {
  name: 'ledger-notes',
  sources: ['/src/custody/'],
  seeds: [text, note, proof, signer.vkey].map((one) => Buffer.from(one)),
  words: [
    '\n\n',
    '\u2014 ',
    '— x AAAA\n',
    'index ',
    'extra ',
    'c2sp.org/tlog-proof@v1\n',
    '9007199254740991',
    '+',
    '=',
    'AQ==',
    '\r',
    origin,
  ],
  run(bytes) {
    const refused = CustodyError;
    const head = answered(() => parseCheckpoint(textOf(bytes)), refused);
    promised(
      head === null || formatCheckpoint(head, head.extensions) === textOf(bytes),
      'a checkpoint is written in one way only',
    );
    answered(() => parseNote(bytes), refused);
    const opened = answered(() => openNote(bytes, [verifier]), refused);
    promised(opened === null || opened.text === text, 'only what was signed opens');
    const taken = answered(() => parseTlogProof(bytes), refused);
    promised(
      taken === null || formatTlogProof(taken) === textOf(bytes),
      'a proof is written in one way only',
    );
    const proven = answered(() => openTlogProof(bytes, entry, [verifier], origin), refused);
    promised(
      proven === null || (taken?.hashes.length === 0 && taken.index === 0),
      'only what is in the tree is proven',
    );
    answered(() => parseVkey(textOf(bytes)), refused);
  },
};
