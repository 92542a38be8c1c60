package io.colloquy.frames.vision;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture put together from real ones: people come, go and are covered as a test wants it. Each step is a new one. */
record Composed(BufferedImage image) {

    static Composed of(Path file) {
        try {
            return new Composed(ImageIO.read(Files.newInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Composed frame(String name) {
        return of(RealPictures.folder("frames").resolve(name + ".jpg"));
    }

    /** With a part of another picture in it, brought to a width. */
    Composed with(Composed other, Box part, int x, int y, int width) {
        int height = width * part.height() / part.width();
        BufferedImage cut = other.image.getSubimage(part.x(), part.y(), part.width(), part.height());
        return drawn(canvas -> canvas.drawImage(cut, x, y, width, height, null));
    }

    /** With a plain rectangle over a part. */
    Composed covered(Box part) {
        return drawn(canvas -> {
            canvas.setColor(new Color(206, 200, 190));
            canvas.fillRect(part.x(), part.y(), part.width(), part.height());
        });
    }

    /** Turned clockwise around a point, the border filled with grey. */
    Composed turned(double degrees, int x, int y) {
        BufferedImage turned = blank();
        Graphics2D canvas = canvas(turned);
        canvas.setColor(new Color(190, 186, 180));
        canvas.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        canvas.rotate(Math.toRadians(degrees), x, y);
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return new Composed(turned);
    }

    /** With all lightness multiplied and something added. */
    Composed lit(double factor, int added) {
        return new Composed(new RescaleOp((float) factor, added, null).filter(image, blank()));
    }

    /** Made smaller and large again, so that nothing fine is left. */
    Composed blurred(int factor) {
        BufferedImage small =
                new BufferedImage(image.getWidth() / factor, image.getHeight() / factor, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = canvas(small);
        canvas.drawImage(image, 0, 0, small.getWidth(), small.getHeight(), null);
        canvas.dispose();
        return drawn(large -> large.drawImage(small, 0, 0, image.getWidth(), image.getHeight(), null));
    }

    byte[] jpeg() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.92f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private Composed drawn(Consumer<Graphics2D> drawing) {
        BufferedImage result = blank();
        Graphics2D canvas = canvas(result);
        canvas.drawImage(image, 0, 0, null);
        drawing.accept(canvas);
        canvas.dispose();
        return new Composed(result);
    }

    private BufferedImage blank() {
        return new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    }

    private static Graphics2D canvas(BufferedImage image) {
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return canvas;
    }
}
