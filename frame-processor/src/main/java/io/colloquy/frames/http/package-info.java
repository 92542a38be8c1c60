/**
 * Single pictures over HTTP: what expressions are in them, with no session and nothing stored. {@link
 * io.colloquy.frames.http.EmotionRoutes} asks {@link io.colloquy.frames.policy.PictureRules} before anything is read, and
 * {@link io.colloquy.frames.http.AnalysisDesk} keeps interviews from feeling it.
 */
package io.colloquy.frames.http;
