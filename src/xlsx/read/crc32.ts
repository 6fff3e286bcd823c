const TABLES: readonly Uint32Array[] = makeTables();

/** Four tables, so that four bytes are taken at a time. */
function makeTables(): Uint32Array[] {
  const tables = Array.from({ length: 4 }, () => new Uint32Array(256));
  const [first] = tables;
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    if (first !== undefined) first[byte] = crc >>> 0;
  }
  for (let table = 1; table < 4; table++) {
    for (let byte = 0; byte < 256; byte++) {
      const before = tables[table - 1]?.[byte] ?? 0;
      const current = tables[table];
      if (current !== undefined) current[byte] = ((before >>> 8) ^ (first?.[before & 255] ?? 0)) >>> 0;
    }
  }
  return tables;
}

/** Checksum of zip, continued over chunks: start with 0 and pass the last result on. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  const [t0, t1, t2, t3] = TABLES;
  if (t0 === undefined || t1 === undefined || t2 === undefined || t3 === undefined) return 0;
  let crc = ~previous;
  const { length } = bytes;
  const aligned = length - (length % 4);
  let at = 0;
  for (; at < aligned; at += 4) {
    crc ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    crc = (t3[crc & 255] ?? 0) ^ (t2[(crc >>> 8) & 255] ?? 0) ^ (t1[(crc >>> 16) & 255] ?? 0) ^ (t0[crc >>> 24] ?? 0);
  }
  for (; at < length; at++) crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~crc >>> 0;
}
