import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";

/** A PDF of one empty page. */
export const PDF = Buffer.from(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 90]>> endobj
trailer <</Root 1 0 R>>
%%EOF`);

/** The checksum of a PNG chunk. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A square PNG of these rows, as a file for an upload. */
function file(name: string, side: number, rows: Buffer) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return { name, mimeType: "image/png", buffer: Buffer.concat([signature, ...chunks]) };
}

/** One that is about 1 MB long: nothing in it repeats. */
export function noise(name: string, side = 600) {
  const rows = Buffer.concat(Array.from({ length: side }, () => Buffer.concat([Buffer.alloc(1), randomBytes(side * 3)])));
  return file(name, side, rows);
}

/** One in one colour that fades to the right. */
export function png(name: string, [red, green, blue]: [number, number, number], side = 600) {
  const row = Buffer.alloc(1 + side * 3);
  for (let x = 0; x < side; x++) {
    const fade = 1 - x / (2 * side);
    row.set([red * fade, green * fade, blue * fade], 1 + x * 3);
  }
  return file(name, side, Buffer.concat(Array.from({ length: side }, () => row)));
}
