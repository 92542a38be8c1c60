/**
 * The reviewers' board: its pages and the stream of what changes.
 *
 * <p>{@link io.colloquy.reports.board.BoardFeed} asks the read model once for all who watch an organisation. The pages are
 * static and work under a strict content security policy.
 */
package io.colloquy.reports.board;
