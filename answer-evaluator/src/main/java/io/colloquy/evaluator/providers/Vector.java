package io.colloquy.evaluator.providers;

/** What a model makes of a text, brought to length 1. Immutable. */
public final class Vector {
    private final float[] values;

    private Vector(float[] values) {
        this.values = values;
    }

    /**
     * Of any length but none.
     *
     * @throws IllegalArgumentException unless its length is finite and above 0
     */
    public static Vector of(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        double length = Math.sqrt(squares);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("Expected a vector with a finite length above 0, but it has none");
        }
        float[] unit = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            unit[i] = (float) (values[i] / length);
        }
        return new Vector(unit);
    }

    /** How many numbers it has. */
    public int dimension() {
        return values.length;
    }

    /**
     * The cosine of the angle between two: 1 for the same direction, about 0 or whatever a model has as its floor for texts that
     * have nothing in common.
     *
     * @param other of the same dimension
     */
    public double cosine(Vector other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }
}
