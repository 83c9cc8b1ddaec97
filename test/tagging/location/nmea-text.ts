/** NMEA sentences as a receiver writes them, with their check sums. */
export function sentence(body: string): string {
  const sum = [...body].reduce((all, one) => all ^ one.charCodeAt(0), 0);
  return `$${body}*${sum.toString(16).toUpperCase().padStart(2, '0')}\r\n`;
}

/** Degrees and minutes: `2856.4000`. */
function angle(degrees: number, digits: number): string {
  const whole = Math.floor(Math.abs(degrees));
  const minutes = ((Math.abs(degrees) - whole) * 60).toFixed(6).padStart(9, '0');
  return `${String(whole).padStart(digits, '0')}${minutes}`;
}

interface Said {
  readonly time: string;
  readonly longitude: number;
  readonly latitude: number;
}

function place({ longitude, latitude }: Said): string {
  const [north, east] = [latitude < 0 ? 'S' : 'N', longitude < 0 ? 'W' : 'E'];
  return `${angle(latitude, 2)},${north},${angle(longitude, 3)},${east}`;
}

/** @param time `100118.00` */
export function rmc(said: Said, { talker = 'GN', status = 'A', mode = 'A', date = '020926' } = {}): string {
  return sentence(`${talker}RMC,${said.time},${status},${place(said)},0.1,,${date},,,${mode}`);
}

export function gga(said: Said, { quality = '1', hdop = '1.2' } = {}): string {
  return sentence(`GNGGA,${said.time},${place(said)},${quality},08,${hdop},12.0,M,9.0,M,,`);
}
