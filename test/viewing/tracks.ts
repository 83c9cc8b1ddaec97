/** Its second track again and again, each with a number of its own. */
export function withTracks(file: Buffer, count: number): Buffer {
  const moov = file.indexOf('moov') - 4;
  const boxes: Buffer[] = [];
  for (let at = moov + 8; at < file.length; ) {
    const size = file.readUInt32BE(at);
    boxes.push(file.subarray(at, at + size));
    at += size;
  }
  const track = boxes.filter((box) => box.toString('latin1', 4, 8) === 'trak')[1] ?? Buffer.alloc(0);
  for (let i = 3; i <= count; i++) {
    const copy = Buffer.from(track);
    copy.writeUInt32BE(i, copy.indexOf('tkhd') + 16);
    boxes.push(copy);
  }
  const body = Buffer.concat(boxes);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write('moov', 4);
  return Buffer.concat([file.subarray(0, moov), head, body]);
}
