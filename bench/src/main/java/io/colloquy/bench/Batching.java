package io.colloquy.bench;

import io.colloquy.bench.ceiling.CeilingProcess;
import io.colloquy.local.Progress;
import java.util.List;

/**
 * Would it pay to read the expressions of several frames in one batch? Stream threads wait for their own result, so a batch
 * could hold as many faces as there are threads; measured are far larger ones, to the advantage of batching. What the
 * whole frame would gain follows from the processor time of its parts: the bare loop with and without expressions, and the
 * model alone with batches of 1, 8 and 32.
 */
final class Batching {
    private static final double PAYS = 1.3;

    private final Plan plan;
    private final Work whole;
    private final Work facesOnly;
    private final Work one;
    private final Work eight;
    private final Work many;

    /** @param whole the bare loop, expressions read one by one */
    Batching(Plan plan, CeilingProcess vision, CeilingProcess inference, Work whole) {
        this.plan = plan;
        this.whole = whole;
        this.facesOnly = vision.work("bare loop without expressions", "tracked", "33", "faces-only");
        this.one = inference.work("expressions one by one", "1");
        this.eight = inference.work("expressions, batches of 8", "8");
        this.many = inference.work("expressions, batches of 32", "32");
    }

    List<Figure> measure(Progress progress) {
        Pairs pairs = Pairs.measure(plan, progress, List.of(whole, facesOnly, one, eight, many));
        return List.of(
                Figure.of("expressions one by one", "faces/s", pairs.of(one, Sample::perSecond)),
                Figure.of("expressions, batches of 8", "faces/s", pairs.of(eight, Sample::perSecond)),
                Figure.of("expressions, batches of 32", "faces/s", pairs.of(many, Sample::perSecond)),
                Figure.of("expressions one by one, CPU", "ms/face", pairs.of(one, Sample::cpuMillis)),
                Figure.of("expressions, batches of 8, CPU", "ms/face", pairs.of(eight, Sample::cpuMillis)),
                Figure.of("expressions, batches of 32, CPU", "ms/face", pairs.of(many, Sample::cpuMillis)),
                Figure.of("frame in batches of 8, gain", "", pairs.of(List.of(whole, one, eight), Batching::gain)),
                Figure.of("frame in batches of 32, gain", "", pairs.of(List.of(whole, one, many), Batching::gain)),
                Figure.of(
                        "frame with free expressions, gain",
                        "",
                        pairs.of(facesOnly, whole, (without, with) -> with.cpuMillis() / without.cpuMillis())));
    }

    /** Of whole frames, if expressions cost what they do in batches instead of one by one. */
    private static double gain(List<Sample> samples) {
        double frame = samples.get(0).cpuMillis();
        double saved = samples.get(1).cpuMillis() - samples.get(2).cpuMillis();
        return frame / (frame - saved);
    }

    static String note() {
        return "batching pays from a gain of %.1f on; the frame-processor reads expressions one by one".formatted(PAYS);
    }
}
