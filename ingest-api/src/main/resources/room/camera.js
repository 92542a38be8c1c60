// The camera and still pictures from it.

const WIDTH = 640;
const QUALITIES = [0.7, 0.5, 0.3];

const IN_WORDS = {
  NotAllowedError: 'The browser has not allowed the camera for this page. You can allow it with the camera sign in the address bar and try again, or go on without video.',
  NotFoundError: 'No camera was found. Connect one and try again, or go on without video.',
  NotReadableError: 'The camera is there, but it could not be started: another program may be using it. Close that program and try again, or go on without video.',
  OverconstrainedError: 'The camera cannot give the kind of picture that is needed. Try another camera, or go on without video.',
};

/**
 * @param {unknown} error what getUserMedia threw
 * @returns {string}
 */
export function cameraProblem(error) {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return IN_WORDS[name] || 'The camera could not be started. Try again, or go on without video.';
}

/** A running camera. `onLost` is called once when it stops by itself (unplugged, permission taken back). */
export class Camera {
  #canvas = document.createElement('canvas');
  #busy = false;

  /** @param {MediaStream} media @param {() => void} onLost */
  constructor(media, onLost) {
    this.media = media;
    this.video = document.createElement('video');
    Object.assign(this.video, { srcObject: media, muted: true, playsInline: true, autoplay: true });
    media.getVideoTracks().forEach((track) => track.addEventListener('ended', onLost));
  }

  /** @param {() => void} onLost @returns {Promise<Camera>} */
  static async start(onLost) {
    if (!navigator.mediaDevices) throw new DOMException('No camera access on this page', 'NotAllowedError');
    const media = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { width: { ideal: WIDTH }, height: { ideal: 480 }, frameRate: { ideal: 15 }, facingMode: 'user' },
    });
    const camera = new Camera(media, onLost);
    await camera.video.play();
    return camera;
  }

  /**
   * One picture as JPEG, or null when there is none small enough now.
   * @param {number} maxBytes
   * @returns {Promise<{jpeg: Uint8Array, capturedAt: number, width: number, height: number} | null>}
   */
  async capture(maxBytes) {
    const { videoWidth, videoHeight } = this.video;
    if (this.#busy || !videoWidth || this.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    this.#busy = true;
    try {
      const capturedAt = Date.now();
      const width = WIDTH;
      const height = Math.round((videoHeight / videoWidth) * WIDTH);
      Object.assign(this.#canvas, { width, height });
      this.#canvas.getContext('2d').drawImage(this.video, 0, 0, width, height);
      for (const quality of QUALITIES) {
        const blob = await new Promise((done) => this.#canvas.toBlob(done, 'image/jpeg', quality));
        if (blob && blob.size <= maxBytes) return { jpeg: new Uint8Array(await blob.arrayBuffer()), capturedAt, width, height };
      }
      return null;
    } finally {
      this.#busy = false;
    }
  }

  stop() {
    this.media.getTracks().forEach((track) => track.stop());
    this.video.srcObject = null;
  }
}
