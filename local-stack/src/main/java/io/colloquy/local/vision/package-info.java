/**
 * What the frame-processor sees, on pictures of one's own and without a stack: a table per picture, or a stream's figures.
 *
 * <p>The very classes that look at candidates' frames do the work. The figures of docs/vision.md come from here.
 */
package io.colloquy.local.vision;
