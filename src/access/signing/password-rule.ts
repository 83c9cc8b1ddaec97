/** Why a password is not taken. */
export type Weakness = 'short' | 'long' | 'listed' | 'own_word' | 'repeats';

const longest = 128;
/** A word of the station or the account within a password leaves so many other characters at least. */
const besideWord = 8;

/**
 * What is wrong with a password, or null. Length counts, a listed or guessable one does not pass; no rule asks for
 * signs and digits (NIST SP 800-63B 3.1.1.2). Pure.
 *
 * @param words names of the account, its officer and the station
 * @param listed the most used passwords, in lower case
 */
export function weaknessOf(
  password: string,
  shortest: number,
  words: readonly string[],
  listed: ReadonlySet<string>,
): Weakness | null {
  const plain = password.normalize('NFKC').toLowerCase();
  const length = lengthOf(plain);
  if (length < shortest) return 'short';
  if (length > longest) return 'long';
  if (/^(.{1,4}?)\1+$/su.test(plain) || new Set(plain).size < 5) return 'repeats';
  // `password2026!` is `password` to whoever guesses.
  const core = plain.replaceAll(/^\P{L}+|\P{L}+$/gu, '');
  if (listed.has(plain) || (lengthOf(core) >= 4 && listed.has(core))) return 'listed';
  const within = words.map((word) => word.normalize('NFKC').toLowerCase()).filter(isWord);
  return within.some((word) => plain.includes(word) && length - lengthOf(word) < besideWord)
    ? 'own_word'
    : null;
}

/** Two Chinese characters are a name, two letters are in everything. */
function isWord(word: string): boolean {
  return lengthOf(word) >= (/\p{Script=Han}/u.test(word) ? 2 : 4);
}

function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * The passwords that people use most: the list `passwords-common` of zxcvbn-ts (MIT), about 50,000 from published
 * breaches. Loaded where a password is set, and only there.
 */
export async function commonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].map(String));
}
