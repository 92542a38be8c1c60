// The binary frame message: 29 bytes of header, big-endian, then the JPEG.

export const HEADER_BYTES = 29;
const VERSION = 1;

/**
 * @param {{stream: string, seq: number, capturedAt: number, jpeg: Uint8Array}} frame `capturedAt` in epoch milliseconds
 * @returns {Uint8Array} the message as it goes over the socket
 */
export function encodeFrame({ stream, seq, capturedAt, jpeg }) {
  const message = new Uint8Array(HEADER_BYTES + jpeg.length);
  const header = new DataView(message.buffer);
  header.setUint8(0, VERSION);
  message.set(uuidBytes(stream), 1);
  header.setUint32(17, seq);
  header.setBigInt64(21, BigInt(Math.trunc(capturedAt)));
  message.set(jpeg, HEADER_BYTES);
  return message;
}

/** @param {string} uuid */
function uuidBytes(uuid) {
  const hex = uuid.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new Error(`Expected a UUID as the stream's id, but got '${uuid}'`);
  return Uint8Array.from({ length: 16 }, (_, index) => parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}
