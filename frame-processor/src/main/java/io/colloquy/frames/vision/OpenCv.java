package io.colloquy.frames.vision;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.Core;
import org.opencv.objdetect.CascadeClassifier;

/** Loads OpenCV once and hands out its detectors. Its own threads are off: our callers are the threads. */
public final class OpenCv {
    private OpenCv() {}

    /** Makes {@code org.opencv} usable; cheap after the first time. */
    public static void load() {
        Holder.touch();
    }

    /** A detector of its own for one thread; the name as in OpenCV, without ending. */
    public static CascadeClassifier cascade(String name) {
        load();
        String resource =
                "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/haarcascades/" + name + ".xml";
        try {
            File file = Loader.cacheResource(opencv_java.class, resource);
            if (file == null) {
                throw new IllegalStateException("Expected the detector '" + name + "' in OpenCV, but it is not there");
            }
            CascadeClassifier cascade = new CascadeClassifier(file.toString());
            if (cascade.empty()) {
                throw new IllegalStateException("Expected a detector in '" + name + "', but it is empty");
            }
            return cascade;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to unpack the detector '" + name + "', but that failed", e);
        }
    }

    private static final class Holder {
        static {
            Loader.load(opencv_java.class);
            Core.setNumThreads(1);
        }

        static void touch() {
            // Loading this class is what loads the library.
        }
    }
}
