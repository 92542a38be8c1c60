package io.colloquy.frames.vision;

import java.time.Instant;

/** Where and when the candidate's face was last found, before it was lost. */
public record LastSeen(FacePlace place, Instant at) {}
