package io.colloquy.ingest.uploads;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/** PDFs made to hurt, all under 5 MB, written by hand so that no library refuses to write them. */
enum Bomb {
    /** One page whose content unpacks to two gigabytes of text operators. */
    PACKED_CONTENT {
        @Override
        byte[] pdf() {
            return new Pdf().page(packed(" (x) Tj".repeat(150), 2_000_000)).bytes();
        }
    },
    /** The same packed ten times over. */
    PACKED_OFTEN {
        @Override
        byte[] pdf() {
            byte[] content = new byte[1 << 20];
            byte[] packed = packed(new String(content, StandardCharsets.ISO_8859_1), 1_000);
            return new Pdf()
                    .page("<</Filter[/FlateDecode/FlateDecode]/Length %d>>", packed(packed, 1))
                    .bytes();
        }
    },
    /** Ten forms deep, each drawing the next ten times: a million million drawings. */
    FORMS_IN_FORMS {
        @Override
        byte[] pdf() {
            Pdf pdf = new Pdf();
            for (int depth = 0; depth < 12; depth++) {
                pdf.form(depth, "/F%d Do ".formatted(depth + 1).repeat(10));
            }
            return pdf.form(12, "BT /T 9 Tf (x) Tj ET").page("/F0 Do").bytes();
        }
    },
    /** A form that draws itself. */
    FORM_IN_ITSELF {
        @Override
        byte[] pdf() {
            return new Pdf().form(0, "/F0 Do ".repeat(20)).page("/F0 Do").bytes();
        }
    },
    /** Page nodes one in the other, twenty thousand deep. */
    DEEP_PAGE_TREE {
        @Override
        byte[] pdf() {
            return new Pdf()
                    .pages(20_000, next -> "<</Type/Pages/Count 1/Kids[%d 0 R]>>".formatted(next))
                    .bytes();
        }
    },
    /** A page tree that is its own child. */
    ENDLESS_PAGE_TREE {
        @Override
        byte[] pdf() {
            return new Pdf()
                    .pages(1, next -> "<</Type/Pages/Count 1000000/Kids[2 0 R 2 0 R 2 0 R]>>")
                    .bytes();
        }
    },
    /** Arrays in arrays, two million deep. */
    DEEP_ARRAYS {
        @Override
        byte[] pdf() {
            Pdf pdf = new Pdf();
            pdf.object("[".repeat(2_000_000));
            return pdf.page("BT ET").bytes();
        }
    },
    /** More objects than a CV has letters. */
    MANY_OBJECTS {
        @Override
        byte[] pdf() {
            Pdf pdf = new Pdf();
            for (int i = 0; i < 110_000; i++) {
                pdf.object("1");
            }
            return pdf.page("BT ET").bytes();
        }
    },
    /** A table of ten million objects, packed. */
    PACKED_TABLE {
        @Override
        byte[] pdf() {
            byte[] table = packed("\u0001\u0000\u0000\u0010\u0000".repeat(1_000), 50_000);
            byte[] head =
                    ("%%PDF-1.5%n1 0 obj%n<</Type/XRef/Size 50000000/W[1 3 1]/Root 2 0 R/Filter/FlateDecode/Length %d>>"
                                    + "%nstream%n")
                            .formatted(table.length)
                            .getBytes(StandardCharsets.ISO_8859_1);
            byte[] tail = "\nendstream\nendobj\nstartxref\n9\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);
            return joined(head, table, tail);
        }
    },
    /** Tables that name each other as the one before. */
    ENDLESS_TABLES {
        @Override
        byte[] pdf() {
            String one =
                    "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF";
            return one.getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    /** Pictures of 30,000 by 30,000 in every packing, drawn and inline. */
    HUGE_PICTURES {
        @Override
        byte[] pdf() {
            Pdf pdf = new Pdf();
            List<String> filters = List.of("FlateDecode", "DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode");
            StringBuilder content = new StringBuilder();
            for (int i = 0; i < filters.size(); i++) {
                pdf.form(
                        i,
                        "/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/"
                                + filters.get(i),
                        packed("\u0000".repeat(1_000), 100_000));
                content.append("/F%d Do ".formatted(i));
            }
            content.append("BI /W 30000 /H 30000 /BPC 8 /CS /RGB ID xx EI ");
            return pdf.page(content.toString()).bytes();
        }
    },
    /** A font's table of characters that maps every code to a book. */
    GREEDY_FONT {
        @Override
        byte[] pdf() {
            String book = "0041".repeat(5_000);
            StringBuilder map = new StringBuilder("1 begincodespacerange <00> <ff> endcodespacerange ");
            for (int i = 0; i < 256; i++) {
                map.append("1 beginbfchar <%02x> <%s> endbfchar ".formatted(i, book));
            }
            Pdf pdf = new Pdf();
            int mapping = pdf.stream("<</Filter/FlateDecode/Length %d>>", packed(map.toString(), 1));
            pdf.font("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode %d 0 R>>".formatted(mapping));
            return pdf.page(packed("BT /T 9 Tf " + "(abcdefghij) Tj ".repeat(10_000) + "ET", 100))
                    .bytes();
        }
    };

    private static final int BLOCK_BYTES = 1 << 20;

    abstract byte[] pdf();

    static byte[] packed(String text, int times) {
        return packed(text.getBytes(StandardCharsets.ISO_8859_1), times);
    }

    /** Repeated as packed blocks that know nothing of each other, which takes a fraction of packing all of it. */
    static byte[] packed(byte[] part, int times) {
        int together = Math.clamp(BLOCK_BYTES / part.length, 1, times);
        byte[] many = repeated(part, together);
        byte[] rest = repeated(part, times % together);
        byte[] block = deflated(many, Deflater.FULL_FLUSH);
        Adler32 checksum = new Adler32();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x78, (byte) 0xda});
        for (int i = 0; i < times / together; i++) {
            bytes.writeBytes(block);
            checksum.update(many);
        }
        bytes.writeBytes(deflated(rest, Deflater.NO_FLUSH));
        checksum.update(rest);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) checksum.getValue())
                .array());
        return bytes.toByteArray();
    }

    private static byte[] repeated(byte[] part, int times) {
        ByteBuffer many = ByteBuffer.allocate(part.length * times);
        for (int i = 0; i < times; i++) {
            many.put(part);
        }
        return many.array();
    }

    /** Without head and checksum; with no flush it ends what was packed. */
    private static byte[] deflated(byte[] content, int flush) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        if (flush == Deflater.NO_FLUSH) {
            deflater.finish();
        }
        byte[] packed = new byte[content.length + 64];
        int length = deflater.deflate(packed, 0, packed.length, flush);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** Objects 1 (catalogue) and 2 (pages) are reserved. */
    private static final class Pdf {
        private final List<byte[]> objects = new ArrayList<>(List.of(new byte[0], new byte[0]));
        private final Map<String, Integer> drawings = new java.util.LinkedHashMap<>();
        private String font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

        int object(String body) {
            objects.add(text(body));
            return objects.size();
        }

        int stream(String dictionary, byte[] content) {
            objects.add(
                    joined(text(dictionary.formatted(content.length) + "\nstream\n"), content, text("\nendstream")));
            return objects.size();
        }

        Pdf form(int number, String content) {
            return form(number, "/Subtype/Form/BBox[0 0 9 9]/Resources 3 0 R", text(content));
        }

        Pdf form(int number, String attributes, byte[] content) {
            if (objects.size() == 2) {
                objects.add(new byte[0]);
            }
            drawings.put("F" + number, stream("<</Type/XObject" + attributes + "/Length %d>>", content));
            return this;
        }

        void font(String dictionary) {
            font = dictionary;
        }

        Pdf page(String content) {
            return page("<</Length %d>>", text(content));
        }

        Pdf page(byte[] packed) {
            return page("<</Filter/FlateDecode/Length %d>>", packed);
        }

        Pdf page(String dictionary, byte[] content) {
            int body = stream(dictionary, content);
            StringBuilder resources = new StringBuilder("<</Font<</T %s>>/XObject<<".formatted(font));
            drawings.forEach((name, number) -> resources.append("/%s %d 0 R".formatted(name, number)));
            resources.append(">>>>");
            if (!drawings.isEmpty()) {
                objects.set(2, text(resources.toString()));
            }
            int page = object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources %s>>"
                    .formatted(body, resources));
            objects.set(1, text("<</Type/Pages/Count 1/Kids[%d 0 R]>>".formatted(page)));
            return this;
        }

        Pdf pages(int nodes, IntFunction<String> node) {
            for (int i = 0; i < nodes; i++) {
                object(node.apply(objects.size() + 2));
            }
            int page = object("<</Type/Page/MediaBox[0 0 600 800]>>");
            objects.set(1, text(node.apply(Math.min(3, page))));
            return this;
        }

        byte[] bytes() {
            objects.set(0, text("<</Type/Catalog/Pages 2 0 R>>"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(text("%PDF-1.4\n"));
            StringBuilder table = new StringBuilder("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
            for (int i = 0; i < objects.size(); i++) {
                table.append("%010d 00000 n \n".formatted(out.size()));
                out.writeBytes(text((i + 1) + " 0 obj\n"));
                out.writeBytes(objects.get(i));
                out.writeBytes(text("\nendobj\n"));
            }
            int start = out.size();
            out.writeBytes(text(table
                    + "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF".formatted(objects.size() + 1, start)));
            return out.toByteArray();
        }

        private static byte[] text(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
