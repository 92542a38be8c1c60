package io.colloquy.frames.vision;

/** How grey values from 0 to 255 become what a model reads: {@code (grey − subtract) / divide}. */
record Scaling(double subtract, double divide) {
    /** To −1…1. */
    static final Scaling STANDARD = new Scaling(127.5, 127.5);

    float apply(float grey) {
        return (float) ((grey - subtract) / divide);
    }
}
