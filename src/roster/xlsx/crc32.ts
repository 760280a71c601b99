const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/**
 * Carries the checksum of a zip entry on over further bytes.
 *
 * @param crc of the bytes before; 0 at the beginning
 */
export function crc32(crc: number, bytes: Uint8Array): number {
  let rest = ~crc;
  for (let at = 0; at < bytes.length; at++) rest = (TABLE[(rest ^ (bytes[at] as number)) & 255] as number) ^ (rest >>> 8);
  return ~rest >>> 0;
}
