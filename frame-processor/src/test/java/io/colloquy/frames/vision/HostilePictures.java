package io.colloquy.frames.vision;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures that are not what a browser's camera sends, made on the spot. */
final class HostilePictures {
    private HostilePictures() {}

    static byte[] png() {
        return written(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png");
    }

    static byte[] jpeg(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    /** A true drawn face, its end cut off. */
    static byte[] truncated() {
        byte[] whole = DrawnFace.jpeg(0);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    static byte[] progressive() {
        try {
            return written(new IIOImage(ImageIO.read(new ByteArrayInputStream(DrawnFace.jpeg(0))), null, null), true);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Four components, as printers use. */
    static byte[] fourComponents() {
        WritableRaster raster = Raster.createInterleavedRaster(0, 64, 64, 4, null);
        return written(new IIOImage(raster, null, null), false);
    }

    /** The same bytes, but the header claims another size. */
    static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        for (int i = 2; i < changed.length - 9; i++) {
            if ((changed[i] & 255) == 0xFF && (changed[i + 1] & 255) == 0xC0) {
                changed[i + 5] = (byte) (height >> 8);
                changed[i + 6] = (byte) height;
                changed[i + 7] = (byte) (width >> 8);
                changed[i + 8] = (byte) width;
                return changed;
            }
        }
        throw new AssertionError("Expected a baseline JPEG");
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] written(IIOImage image, boolean progressive) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, image, parameters);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
