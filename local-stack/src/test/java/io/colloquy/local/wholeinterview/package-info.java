/**
 * One interview from start to final report, through the public API alone, as the demo shows it.
 *
 * <p>The pictures are a real webcam's where the data folder is there, and drawn ones everywhere.
 *
 * <p>What every reader is told is held against each other: the API, the log, the read model and the live view.
 */
package io.colloquy.local.wholeinterview;
