package io.colloquy.evaluator.suspicion;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Pretended structure: roles, ends of blocks, pieces of a reply. */
final class FakeStructure {
    private static final String ROLES =
            "system|assistant|developer|instructions?|prompt|admin(?:istrator)?|evaluator|grader|examiner";
    private static final String KEYS =
            "block|manipulation|gradable|reason|dimensions?|scores?|evidence|rationale|feedback"
                    + "|overall|confidence|relevance|depth|correctness|structure|communication|grade|rating";

    private static final Map<Finding, Pattern> PATTERNS = Map.of(
            Finding.ROLE_TAG,
            Pattern.compile(
                    "</?\\s*(?:" + ROLES + "|user|answer|data|candidate|evaluation)\\b[^>]{0,80}>"
                            + "|<\\|[^|>]{1,40}\\|>"
                            + "|\\[/?(?:inst|sys|user|" + ROLES + ")[^\\]]{0,40}\\]"
                            + "|<<\\s*/?sys"
                            + "|^[\\s>*#]*(?:" + ROLES + "|human)\\**\\s*(?:message|prompt|note|override)?\\s*:",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE),
            Finding.DELIMITER,
            Pattern.compile(
                    "\\[\\s*/?(?:begin|end|start|stop)\\b[^\\]]{0,80}\\]"
                            + "|[-=#*_~]{3,}\\s*(?:begin|end|start|stop|system|new)\\b"
                            + "|^\\s*(?:begin|end)\\s+(?:of\\s+)?\\w+\\s*$"
                            + "|\"{3}|'{3}|<{3,}|>{3,}|={5,}",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE),
            Finding.JSON_FRAGMENT,
            Pattern.compile(
                    "\\\\?[\"'“”„«]\\s*(?:" + KEYS + ")\\s*\\\\?[\"'”“»]\\s*:"
                            + "|[\"”]\\s*[}\\]]\\s*[,}\\]]|\\}\\s*\\]\\s*\\}",
                    Pattern.CASE_INSENSITIVE));

    private FakeStructure() {}

    static Set<Finding> in(String visible) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        PATTERNS.forEach((finding, pattern) -> {
            if (pattern.matcher(visible).find()) {
                findings.add(finding);
            }
        });
        return findings;
    }
}
