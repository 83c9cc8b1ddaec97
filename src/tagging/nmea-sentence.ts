/** GPS, GLONASS, Galileo, several at once (`GN`), and BeiDou under its newer and its older name. */
export const nmeaTalkers = '(?:G[A-Z]|BD)';

/** Whether a sentence from `$` to `*hh` has the check sum that it states: every character between, exclusive-or. */
export function sumHolds(sentence: string): boolean {
  const star = sentence.lastIndexOf('*');
  let sum = 0;
  for (let at = 1; at < star; at++) sum ^= sentence.charCodeAt(at);
  return sum === Number.parseInt(sentence.slice(star + 1), 16);
}
