/** Where a sample was taken, WGS-84 degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A receiver's track, one RMC and one GGA sentence a second (NMEA 0183), walking north-east from `from`. */
export function nmeaTrack(start: Temporal.Instant, seconds: number, from: Position): string {
  return Array.from({ length: seconds }, (_, second) => {
    const at = start.add({ seconds: second }).toZonedDateTimeISO('UTC');
    const place = `${angle(from.latitude + second * 1e-5, 2)},N,${angle(from.longitude + second * 1e-5, 3)},E`;
    const time = `${pad(at.hour)}${pad(at.minute)}${pad(at.second)}.00`;
    const date = `${pad(at.day)}${pad(at.month)}${pad(at.year % 100)}`;
    return (
      sentence(`GPRMC,${time},A,${place},2.4,045.0,${date},,,A`) +
      sentence(`GPGGA,${time},${place},1,08,1.0,12.0,M,9.0,M,,`)
    );
  }).join('');
}

/** Degrees and minutes as NMEA writes them: `3113.8240`. */
function angle(degrees: number, digits: number): string {
  const whole = Math.floor(degrees);
  return `${pad(whole, digits)}${((degrees - whole) * 60).toFixed(4).padStart(7, '0')}`;
}

function sentence(body: string): string {
  const sum = [...body].reduce((xor, letter) => xor ^ (letter.codePointAt(0) ?? 0), 0);
  return `$${body}*${sum.toString(16).toUpperCase().padStart(2, '0')}\r\n`;
}

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, '0');
}
