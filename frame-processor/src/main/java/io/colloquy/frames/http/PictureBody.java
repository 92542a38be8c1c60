package io.colloquy.frames.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.colloquy.platform.http.BoundedBody;
import io.colloquy.platform.http.Multipart;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The pictures of a request: a JPEG as the body, files of a form, or base64 in JSON. Whether they are pictures is found out
 * later, one by one.
 */
final class PictureBody {
    /** Most pictures of one request. */
    static final int MOST_PICTURES = 64;
    /** Base64 of the largest picture, and a form's lines around it. */
    static final int BYTES_OF_ONE = 6 << 20;
    /** As much as the edge lets through. */
    static final int BYTES_OF_BATCH = 16 << 20;

    private static final String JPEG = "image/jpeg";
    private static final String FORM = "multipart/form-data";
    private static final String JSON = "application/json";

    private PictureBody() {}

    private record OneImage(String image) {}

    private record ManyImages(List<String> images) {}

    /**
     * The picture of {@code analyze}.
     *
     * @throws Problem 400, 413 or 415
     */
    static byte[] one(Context context) {
        List<byte[]> pictures = switch (type(context)) {
            case JPEG -> List.of(BoundedBody.read(context, BYTES_OF_ONE));
            case FORM -> Multipart.files(contentType(context), BoundedBody.read(context, BYTES_OF_ONE));
            case JSON ->
                List.of(decoded(json(BoundedBody.read(context, BYTES_OF_ONE), OneImage.class)
                        .image()));
            default -> throw unsupported(context, "image/jpeg, multipart/form-data or application/json");
        };
        if (pictures.size() != 1) {
            throw Problem.invalidRequest("Expected one file in the form, but there are " + pictures.size());
        }
        return pictures.getFirst();
    }

    /**
     * The pictures of {@code batch}, in order.
     *
     * @throws Problem 400, 413 or 415
     */
    static List<byte[]> many(Context context) {
        List<byte[]> pictures = switch (type(context)) {
            case FORM -> Multipart.files(contentType(context), BoundedBody.read(context, BYTES_OF_BATCH));
            case JSON -> decoded(json(BoundedBody.read(context, BYTES_OF_BATCH), ManyImages.class));
            default -> throw unsupported(context, "multipart/form-data or application/json");
        };
        if (pictures.isEmpty() || pictures.size() > MOST_PICTURES) {
            throw Problem.invalidRequest(
                    "Expected 1 to %d pictures, but there are %d".formatted(MOST_PICTURES, pictures.size()));
        }
        return pictures;
    }

    private static String contentType(Context context) {
        return Optional.ofNullable(context.contentType()).orElse("");
    }

    private static String type(Context context) {
        return contentType(context).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static <T> T json(byte[] bytes, Class<T> type) {
        try {
            T value = Json.MAPPER.readValue(bytes, type);
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException e) {
            throw notJson();
        } catch (IOException e) {
            throw new IllegalStateException("Expected to read from memory, but failed", e);
        }
        throw notJson();
    }

    private static List<byte[]> decoded(ManyImages many) {
        List<String> images = Optional.ofNullable(many.images()).orElse(List.of());
        return images.stream()
                .limit(MOST_PICTURES + 1L)
                .map(PictureBody::decoded)
                .toList();
    }

    /** What is no base64 is no picture; a batch goes on with the others. */
    private static byte[] decoded(String image) {
        String text = Optional.ofNullable(image).orElse("");
        try {
            return Base64.getDecoder().decode(text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Problem notJson() {
        return Problem.invalidJson("Expected {\"image\": base64} for one picture or {\"images\": [base64, …]} for a"
                + " batch, but the body is something else");
    }

    private static Problem unsupported(Context context, String expected) {
        return Problem.unsupported("Expected %s, but the content type is '%s'".formatted(expected, type(context)));
    }
}
