package io.colloquy.frames.vision;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A face drawn by this code, moving a little and blinking now and then: a candidate for demonstrations where no camera
 * is. It is no photograph of anyone, yet the real detector finds it in every frame. The same number always gives the
 * same picture. Needs no native library.
 */
public final class DrawnFace {
    /** Width of each picture in pixels. */
    public static final int WIDTH = 640;

    /** Height of each picture in pixels. */
    public static final int HEIGHT = 480;

    /** The eyes close once in this many frames. */
    public static final int FRAMES_PER_BLINK = 45;

    /** They stay closed for this many frames. */
    public static final int CLOSED_FRAMES = 3;

    private static final Color SKIN = new Color(222, 184, 155);
    private static final Color SHADE = new Color(150, 112, 92);
    private static final Color HAIR = new Color(52, 38, 30);

    private DrawnFace() {}

    /** Whether the eyes are closed in that frame. */
    public static boolean eyesClosed(long frame) {
        return Math.floorMod(frame, FRAMES_PER_BLINK) >= FRAMES_PER_BLINK - CLOSED_FRAMES;
    }

    /** The JPEG of a frame. */
    public static byte[] jpeg(long frame) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(draw(frame), "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write a drawn picture to memory, but that failed", e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage draw(long frame) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        room(pen);
        pen.translate(WIDTH / 2.0 + 24 * Math.sin(frame / 19.0), HEIGHT / 2.0 + 10 * Math.sin(frame / 13.0));
        pen.rotate(0.04 * Math.sin(frame / 31.0));
        double size = 1 + 0.05 * Math.sin(frame / 47.0);
        pen.scale(size, size);
        head(pen);
        for (int side : new int[] {-1, 1}) {
            eye(pen, side * 38, eyesClosed(frame), 3 * Math.sin(frame / 11.0));
        }
        noseAndMouth(pen, 0.5 + 0.5 * Math.sin(frame / 23.0));
        pen.dispose();
        return image;
    }

    private static void room(Graphics2D pen) {
        pen.setPaint(new GradientPaint(0, 0, new Color(176, 186, 190), WIDTH, HEIGHT, new Color(128, 136, 142)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(150, 128, 104));
        pen.fillRect(30, 60, 90, 130);
        pen.setColor(new Color(196, 204, 208));
        pen.fillRect(38, 68, 74, 114);
    }

    private static void head(Graphics2D pen) {
        pen.setColor(new Color(58, 74, 108));
        pen.fill(new Ellipse2D.Double(-170, 150, 340, 260));
        pen.setColor(SHADE);
        pen.fill(new Rectangle2D.Double(-36, 80, 72, 95));
        pen.setColor(HAIR);
        pen.fill(new Ellipse2D.Double(-104, -142, 208, 220));
        pen.setPaint(new RadialGradientPaint(
                new Point2D.Double(0, 5), 135, new float[] {0.45f, 1}, new Color[] {SKIN, SHADE}));
        pen.fill(new Ellipse2D.Double(-88, -108, 176, 232));
        pen.setColor(HAIR);
        pen.fill(new Ellipse2D.Double(-86, -126, 172, 62));
    }

    private static void eye(Graphics2D pen, double x, boolean closed, double look) {
        double y = -22;
        pen.setPaint(new RadialGradientPaint(
                new Point2D.Double(x, y), 34, new float[] {0.2f, 1}, new Color[] {SHADE, new Color(150, 112, 92, 0)}));
        pen.fill(new Ellipse2D.Double(x - 34, y - 26, 68, 46));
        pen.setColor(HAIR);
        pen.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new QuadCurve2D.Double(x - 24, y - 24, x, y - 33, x + 24, y - 24));
        if (closed) {
            pen.setColor(SHADE);
            pen.fill(new Ellipse2D.Double(x - 21, y - 9, 42, 20));
            pen.setColor(HAIR);
            pen.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.draw(new QuadCurve2D.Double(x - 20, y + 1, x, y + 11, x + 20, y + 1));
            return;
        }
        pen.setColor(new Color(238, 236, 232));
        pen.fill(new Ellipse2D.Double(x - 21, y - 10, 42, 20));
        pen.setColor(new Color(44, 34, 28));
        pen.fill(new Ellipse2D.Double(x - 10 + look, y - 10, 20, 20));
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new QuadCurve2D.Double(x - 22, y - 1, x, y - 19, x + 22, y - 1));
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(x + 2 + look, y - 6, 5, 5));
    }

    private static void noseAndMouth(Graphics2D pen, double smile) {
        pen.setColor(new Color(236, 204, 178));
        pen.fill(new Ellipse2D.Double(-10, -28, 20, 62));
        pen.setColor(SHADE);
        pen.fill(new Ellipse2D.Double(-20, 28, 40, 14));
        pen.setColor(new Color(90, 60, 50));
        pen.fill(new Ellipse2D.Double(-14, 32, 9, 6));
        pen.fill(new Ellipse2D.Double(5, 32, 9, 6));
        pen.setColor(new Color(150, 72, 70));
        pen.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new QuadCurve2D.Double(-30, 68 - 4 * smile, 0, 72 + 18 * smile, 30, 68 - 4 * smile));
    }
}
