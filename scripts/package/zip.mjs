// A ZIP archive that is the same bytes wherever it is made: entries in the order of their names, not compressed (compressors differ),
// no time of day, and the right to run kept for scripts. Below 4 GB and 65,536 entries.

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});

function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
  return (sum ^ 0xffffffff) >>> 0;
}

const VERSION = 20; // of the format, 2.0
const UNIX = 3 << 8;
const NAMES_ARE_UTF_8 = 0x0800;
const FIRST_DAY = 0x21; // 1980-01-01, the earliest the format knows

/**
 * @param {Map<string, {bytes: Buffer, runs: boolean}>} files by their path in the archive, with slashes
 * @returns {Buffer}
 */
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [path, { bytes, runs }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = Buffer.from(path, 'utf8');
    const about = Buffer.alloc(26);
    about.writeUInt16LE(VERSION, 0);
    about.writeUInt16LE(NAMES_ARE_UTF_8, 2);
    about.writeUInt16LE(FIRST_DAY, 8);
    about.writeUInt32LE(checksum(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const rights = Buffer.alloc(14);
    rights.writeUInt32LE(((0o100000 | (runs ? 0o755 : 0o644)) << 16) >>> 0, 6);
    rights.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02'), number16(UNIX | VERSION), about, rights, name);
    const entry = [Buffer.from('PK\x03\x04'), about, name, bytes];
    parts.push(...entry);
    at += entry.reduce((sum, part) => sum + part.length, 0);
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, index, Buffer.from('PK\x05\x06'), end]);
}

function number16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
