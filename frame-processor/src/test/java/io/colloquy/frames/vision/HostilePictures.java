package io.colloquy.frames.vision;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
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

    /** Full of detail, as no flat picture is; in passes if wished. */
    static byte[] noise(int width, int height, boolean progressive) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return written(new IIOImage(image, null, null), progressive);
    }

    static byte[] grey(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpg");
    }

    /** A flat one in passes: few bytes, and the decoder holds all of it until the last pass. */
    static byte[] progressive(int width, int height, int components) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, components, null);
        return written(new IIOImage(raster, null, null), true);
    }

    /** The same passes over and over again: hardly any bytes, and each a walk over the whole picture. */
    static byte[] manyPasses(int passes) {
        byte[] whole = progressive(256, 256, 3);
        int last = 0;
        for (int i = 2; i < whole.length - 1; i++) {
            if ((whole[i] & 255) == 0xFF && (whole[i + 1] & 255) == 0xDA) {
                last = i;
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, last);
        for (int i = 0; i < passes; i++) {
            out.write(whole, last, whole.length - 2 - last);
        }
        out.write(whole, whole.length - 2, 2);
        return out.toByteArray();
    }

    static byte[] gif() {
        return written(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_INDEXED), "gif");
    }

    /** Sixteen bits for each of three colours. */
    static byte[] deepPng() {
        return written(
                new BufferedImage(
                        new ComponentColorModel(
                                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                                false,
                                false,
                                Transparency.OPAQUE,
                                DataBuffer.TYPE_USHORT),
                        Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 64, 64, 3, null),
                        false,
                        null),
                "png");
    }

    /** The same bytes, but the header claims so many bits for each sample. */
    static byte[] ofBits(int bits) {
        byte[] changed = DrawnFace.jpeg(0);
        changed[startOfFrame(changed) + 4] = (byte) bits;
        return changed;
    }

    /** Four components, as printers use. */
    static byte[] fourComponents() {
        WritableRaster raster = Raster.createInterleavedRaster(0, 64, 64, 4, null);
        return written(new IIOImage(raster, null, null), false);
    }

    /** The same bytes, but the header claims another size. */
    static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        int at = startOfFrame(changed);
        changed[at + 5] = (byte) (height >> 8);
        changed[at + 6] = (byte) height;
        changed[at + 7] = (byte) (width >> 8);
        changed[at + 8] = (byte) width;
        return changed;
    }

    private static int startOfFrame(byte[] jpeg) {
        for (int i = 2; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 255) == 0xFF && (jpeg[i + 1] & 255) == 0xC0) {
                return i;
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
