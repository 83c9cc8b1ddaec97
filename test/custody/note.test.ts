import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import t from 'tap';
import { openNote, parseNote, signNote } from '../../src/custody/note.ts';
import { formatVkey, parseVkey } from '../../src/custody/vkey.ts';
import { freshSigner } from './sample-ledger.ts';

/** The example of Go's golang.org/x/mod/sumdb/note, made by a program that is not ours. */
const peter = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterNote =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n\n" +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

const text = 'docket.example/ST01\n7\n张三\n';
const signer = freshSigner('docket.example/ST01');
const verifier = parseVkey(signer.vkey);
const witness = freshSigner('witness.example/w1');

t.test('a note of another program is opened with its key', async (t) => {
  const { text, signedBy } = openNote(peterNote, [parseVkey(peter)]);
  t.match(text, /^If you think/);
  t.match(text, /problem is\.\n$/);
  t.same(
    signedBy.map((key) => key.name),
    ['PeterNeumann'],
  );
});

t.test('a text that the station signed is opened with its public key, from text or bytes', async (t) => {
  const note = signer.sign(text);
  t.equal(openNote(note, [verifier]).text, text);
  t.equal(openNote(Buffer.from(note), [verifier]).text, text);
  t.match(note, /\n\n— docket\.example\/ST01 [A-Za-z0-9+/=]+\n$/);
});

t.test('signatures of unknown keys are passed over, several known ones are all checked', async (t) => {
  const note = signNote(text, [witness, signer]);
  t.equal(openNote(note, [verifier]).signedBy.length, 1);
  t.equal(openNote(note, [verifier, parseVkey(witness.vkey)]).signedBy.length, 2);
  const unsigned = { code: 'custody.note_unsigned' };
  t.throws(() => openNote(witness.sign(text), [verifier]), unsigned);
  t.throws(() => openNote(note, []), unsigned);
});

t.test('a key of the same name with another key id is an unknown key', async (t) => {
  const other = freshSigner(signer.name);
  t.throws(() => openNote(other.sign(text), [verifier]), { code: 'custody.note_unsigned' });
});

t.test('one wrong signature of a known key condemns the note, also beside a right one', async (t) => {
  const note = signer.sign(text);
  const wrong = { code: 'custody.note_signature_wrong', params: { name: signer.name } };
  t.throws(() => openNote(note.replace('\n7\n', '\n8\n'), [verifier]), wrong);
  const stray = signer.sign('other\n').split('\n').at(-2);
  t.throws(() => openNote(`${note}${stray}\n`, [verifier]), wrong);
});

t.test('one turned bit anywhere in a note never opens it to another text', async (t) => {
  const note = Buffer.from(signer.sign(text));
  let opened = 0;
  for (let bit = 0; bit < note.length * 8; bit++) {
    const copy = Buffer.from(note);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    try {
      openNote(copy, [verifier]);
      opened += 1;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'CustodyError') throw error;
    }
  }
  t.equal(opened, 0);
});

t.test('whatever is no signed note is refused before anything in it is believed', async (t) => {
  const note = signer.sign(text);
  const line = note.split('\n').at(-2) ?? '';
  const bad: Record<string, string | Uint8Array> = {
    'no signature': `${text}\n`,
    'no empty line': text,
    'no newline at the end': note.slice(0, -1),
    'a carriage return': note.replaceAll('\n', '\r\n'),
    'a tab': note.replace('7', '\t'),
    'a hyphen for the dash': note.replace('—', '-'),
    'no name': note.replace(`— ${signer.name}`, '— '),
    'a space in the name': note.replace('— docket', '— docket x'),
    'a plus in the name': note.replace('— docket', '— docket+x'),
    'a wide space in the name': note.replace('— docket', '— docket\u3000x'),
    'no Base64': note.replace(line, `— ${signer.name} ****`),
    'Base64 without padding': note.replaceAll('=', ''),
    'a signature of no bytes': note.replace(line, `— ${signer.name} AAAAAA==`),
    'text after the signatures': `${note}more\n`,
    'no UTF-8': Buffer.concat([Buffer.of(0xff), Buffer.from(note)]),
    'half a surrogate pair': note.replace('7', '\ud800'),
    'too many signatures': note + `${line}\n`.repeat(100),
    'too many bytes': `${'x'.repeat(1_048_576)}\n\n${line}\n`,
  };
  for (const [what, spoilt] of Object.entries(bad))
    t.throws(() => parseNote(spoilt), { code: 'custody.note_malformed' }, what);
});

t.test('a note may have a hundred signatures and empty lines in its text', async (t) => {
  const note = signer.sign('a\n\nb\n');
  t.equal(parseNote(note).text, 'a\n\nb\n');
  const line = note.split('\n').at(-2);
  t.equal(parseNote(note + `${line}\n`.repeat(99)).signatures.length, 100);
});

t.test('a text without a newline at its end, or with control characters, is not signed', async (t) => {
  t.throws(() => signer.sign('text'), { code: 'custody.note_malformed' });
  t.throws(() => signer.sign('a\tb\n'), { code: 'custody.note_malformed' });
});

t.test('a public key line is read back, and no altered one is', async (t) => {
  t.equal(parseVkey(peter).name, 'PeterNeumann');
  t.equal(parseVkey(peter).keyId, 'c74f20a3');
  const bad = [
    '',
    'PeterNeumann',
    peter.replace('c74f20a3', 'c74f20a4'),
    peter.replace('c74f20a3', 'C74F20A3'),
    peter.replace('Peter', 'Paul'),
    peter.slice(0, -4),
    peter.replace('+ARpc', '+AhpC'),
    ` ${peter}`,
    `${peter}\n`,
  ];
  for (const vkey of bad) t.throws(() => parseVkey(vkey), { code: 'custody.vkey_malformed' }, vkey);
});

t.test('a key name that would not survive in a note is refused', async (t) => {
  const { privateKey } = generateKeyPairSync('ed25519');
  for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u3000b', '\ud800', 'a\u0000'])
    t.throws(
      () => formatVkey(name, createPublicKey(privateKey)),
      { code: 'custody.key_name_malformed' },
      JSON.stringify(name),
    );
});
