// What was sent and not yet settled. Only sent frames get a number, so that the server sees no gaps.

/**
 * The sender's half of the acknowledgement protocol of one stream: holds at most `size` messages for sending again.
 * Knows no socket and no clock.
 */
export class SendWindow {
  /** @param {number} size */
  constructor(size) {
    this.size = size;
    this.next = 0;
    this.refused = 0;
    this.settled = -1;
    /** @type {Map<number, Uint8Array>} */
    this.unsettled = new Map();
  }

  get full() {
    return this.unsettled.size >= this.size;
  }

  /** Frames that the server has stored. */
  get acknowledged() {
    return this.settled + 1 - this.refused;
  }

  /**
   * Numbers and keeps a message.
   * @param {(seq: number) => Uint8Array} encode
   * @returns {Uint8Array}
   */
  take(encode) {
    if (this.full) throw new Error(`Expected fewer than ${this.size} unsettled frames, but there are ${this.unsettled.size}`);
    const message = encode(this.next);
    this.unsettled.set(this.next, message);
    this.next += 1;
    return message;
  }

  /**
   * Everything up to `seq` is settled, some of it refused.
   * @param {number} seq
   * @param {{seq: number, reason: string}[]} [refused]
   */
  settle(seq, refused = []) {
    if (seq <= this.settled) return;
    this.refused += refused.filter((frame) => frame.seq > this.settled && frame.seq <= seq).length;
    this.settled = Math.min(seq, this.next - 1);
    for (const number of this.unsettled.keys()) {
      if (number <= this.settled) this.unsettled.delete(number);
    }
  }

  /** What to send again, in order. @returns {Uint8Array[]} */
  pending() {
    return [...this.unsettled.values()];
  }
}
