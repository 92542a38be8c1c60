package io.colloquy.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a {@code multipart/form-data} body (RFC 7578), in order. In memory alone: a server's own reading of such
 * bodies puts them on disk, where faces, voices and CVs have no business.
 */
public final class Multipart {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile(
            "^content-disposition:[^\\r\\n]*;\\s*filename\\*?=", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] body;
    private final byte[] delimiter;

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The files; parts without a file name are passed over.
     *
     * @throws Problem 400 when the body is not of that form
     */
    public static List<byte[]> files(String contentType, byte[] body) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw Problem.invalidRequest("Expected multipart/form-data with a boundary, but there is none");
        }
        return new Multipart(body, Optional.ofNullable(matcher.group(1)).orElse(matcher.group(2))).files();
    }

    private List<byte[]> files() {
        List<byte[]> files = new ArrayList<>();
        int at = first();
        while (!closes(at)) {
            int headers = at;
            int content = indexOf(END_OF_HEADERS, headers);
            int end = content < 0 ? -1 : indexOf(delimiter, content + 2);
            if (end < 0) {
                throw broken();
            }
            int from = Math.min(content + END_OF_HEADERS.length, end);
            if (FILE.matcher(text(headers, content)).find()) {
                files.add(Arrays.copyOfRange(body, from, end));
            }
            at = end + delimiter.length;
        }
        return files;
    }

    /** The first delimiter need not follow a line's end. */
    private int first() {
        byte[] begin = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        if (body.length >= begin.length && Arrays.equals(body, 0, begin.length, begin, 0, begin.length)) {
            return begin.length;
        }
        int found = indexOf(delimiter, 0);
        if (found < 0) {
            throw broken();
        }
        return found + delimiter.length;
    }

    private boolean closes(int at) {
        return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
    }

    private String text(int from, int to) {
        return new String(body, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private int indexOf(byte[] wanted, int from) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static Problem broken() {
        return Problem.invalidRequest("Expected whole parts between the boundary's lines, but the body ends before");
    }
}
