/**
 * Sees: from the bytes of one JPEG and what is known of the frames before it to a reading or a reason why there is none.
 *
 * <p>Detection (OpenCV), eye state and emotion (TensorFlow) are real and run in the caller's thread. What must be
 * remembered from frame to frame is a value, {@link io.colloquy.frames.vision.Track}, that the caller keeps; nothing in
 * this package knows Kafka.
 */
package io.colloquy.frames.vision;
