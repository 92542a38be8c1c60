package io.colloquy.evaluator.suspicion;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text that is not to be read by people: encoded, spelled out, turned round, or with letters replaced. */
final class EncodedText {
    private static final Pattern ESCAPES = Pattern.compile(
            "(?:\\\\u[0-9a-fA-F]{4}\\s?){4,}|(?:%[0-9a-fA-F]{2}){5,}|(?:&#x?[0-9a-fA-F]{2,6};\\s?){4,}|(?:\\\\x[0-9a-fA-F]{2}){4,}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}[\\s:]?){12,}");
    private static final Pattern CHUNK = Pattern.compile("[A-Za-z0-9+/_-]{4,}={0,2}");
    private static final Pattern MIXED = Pattern.compile("[a-z][A-Z]|[0-9][A-Za-z]|[A-Za-z][0-9]|=$");
    private static final Pattern SPELLED =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?:[ .\\-_*/|]{1,3}\\p{L}(?![\\p{L}\\p{N}])){5,}");
    private static final int SHORTEST = 16;
    private static final double READABLE = 0.9;

    private EncodedText() {}

    static boolean occursIn(String visible) {
        return ESCAPES.matcher(visible).find()
                || SPELLED.matcher(visible).find()
                || HEX.matcher(visible).results().map(MatchResult::group).anyMatch(EncodedText::hidesHex)
                || runs(visible).stream().anyMatch(EncodedText::hidesBase64)
                || hidesInstructions(visible);
    }

    /** Instructions in the open are another finding. */
    private static boolean hidesInstructions(String visible) {
        return !Instructions.occurIn(visible)
                && (Instructions.occurIn(rotated(visible))
                        || Instructions.occurIn(
                                new StringBuilder(visible).reverse().toString())
                        || Instructions.occurIn(withoutDigits(visible)));
    }

    /** Chunks on their own, and neighbours joined: an encoded text may be broken up. */
    private static List<String> runs(String text) {
        List<String> runs = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int end = -1;
        for (MatchResult chunk : CHUNK.matcher(text).results().toList()) {
            if (!MIXED.matcher(chunk.group()).find()) {
                continue;
            }
            runs.add(chunk.group());
            if (!text.substring(Math.max(end, 0), chunk.start()).isBlank()) {
                joined.setLength(0);
            }
            joined.append(chunk.group());
            runs.add(joined.toString());
            end = chunk.end();
        }
        return runs;
    }

    private static boolean hidesBase64(String run) {
        String unpadded = run.replace("=", "").replace('-', '+').replace('_', '/');
        if (unpadded.length() < SHORTEST) {
            return false;
        }
        String whole = unpadded.substring(0, unpadded.length() - (unpadded.length() % 4 == 1 ? 1 : 0));
        return isReadable(Base64.getDecoder().decode(whole));
    }

    private static boolean hidesHex(String run) {
        String digits = run.replaceAll("[\\s:]", "");
        return isReadable(HexFormat.of().parseHex(digits.substring(0, digits.length() / 2 * 2)));
    }

    private static boolean isReadable(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long readable = text.chars()
                .filter(it -> it == ' '
                        || it == '\n'
                        || Character.isLetterOrDigit(it)
                        || ".,:;!?'\"/()-{}[]_".indexOf(it) >= 0)
                .count();
        return readable >= READABLE * text.length();
    }

    private static String rotated(String text) {
        StringBuilder rotated = new StringBuilder(text.length());
        text.chars().map(EncodedText::rotated).forEach(it -> rotated.append((char) it));
        return rotated.toString();
    }

    private static int rotated(int letter) {
        if (letter >= 'a' && letter <= 'z') {
            return (letter - 'a' + 13) % 26 + 'a';
        }
        return letter >= 'A' && letter <= 'Z' ? (letter - 'A' + 13) % 26 + 'A' : letter;
    }

    private static String withoutDigits(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's');
    }
}
