/**
 * What organisations ask for, and what the law leaves of it. {@link io.colloquy.frames.policy.EmotionLaw} holds for sessions,
 * where it is the second lock behind the decider's, and for pictures without one, where {@link
 * io.colloquy.frames.policy.PictureRules} adds who may ask. Settings come from the log, not from whoever asks.
 */
package io.colloquy.frames.policy;
