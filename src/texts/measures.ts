const steps = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** A size for people, in binary units with three digits: `0 B`, `39.6 KiB`, `1.25 TiB`. */
export function sizeWords(bytes: number): string {
  let value = Math.max(0, bytes);
  let step = 0;
  // 1023.6 KiB would be rounded to four digits; bytes are whole and shown as they are.
  while (value >= (step === 0 ? 1024 : 999.5) && step < steps.length - 1) {
    value /= 1024;
    step += 1;
  }
  const digits = step === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${value.toFixed(digits)} ${steps[step] ?? 'PiB'}`;
}

/** A span for people: `0:07`, `12:40`, `3:05:00`. */
export function spanWords(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, two(whole % 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
