package io.colloquy.ingest.guests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.colloquy.ingest.identity.AuthReplies;
import io.colloquy.ingest.identity.RandomToken;
import io.colloquy.ingest.identity.RefreshFamilies;
import io.colloquy.ingest.limits.RateLimits;
import io.colloquy.ingest.sessions.InterviewSetup;
import io.colloquy.platform.http.HttpService;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.colloquy.platform.ids.Ids;
import io.colloquy.platform.json.Json;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Making guest links and coming in by one. */
public final class GuestEndpoints {
    private static final int DEFAULT_HOURS = 72;
    private static final int MOST_HOURS = 24 * 90;

    private final GuestLinks links;
    private final RefreshFamilies families;
    private final AuthReplies replies;
    private final Guard guard;
    private final RateLimits limits;
    private final Clock clock;
    private final Optional<String> publicUrl;

    record NewLink(
            String jobTitle,
            String jobDescription,
            String candidateName,
            String interviewKind,
            String language,
            Integer questionCount,
            Boolean recruitment,
            String candidateRegion,
            String employerRegion,
            String bankId,
            Boolean adaptive,
            Integer expiresInHours) {

        InterviewSetup setup() {
            return InterviewSetup.of(new InterviewSetup.Fields(
                    jobTitle,
                    candidateName,
                    interviewKind,
                    language,
                    questionCount,
                    recruitment,
                    candidateRegion,
                    employerRegion,
                    bankId,
                    adaptive));
        }
    }

    record Redemption(String token) {}

    record LinkReply(String linkId, String url, String token, Instant expiresAt) {}

    /** @param publicUrl where browsers reach this service; by default as the caller reached it */
    public GuestEndpoints(
            GuestLinks links,
            RefreshFamilies families,
            AuthReplies replies,
            Guard guard,
            RateLimits limits,
            Clock clock,
            Optional<String> publicUrl) {
        this.links = links;
        this.families = families;
        this.replies = replies;
        this.guard = guard;
        this.limits = limits;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** {@code POST /api/v1/guest/links}. */
    public void create(Context context) {
        Principal creator = guard.require(context, Role.INTERVIEWER, Role.ADMIN);
        NewLink request = HttpService.body(context, NewLink.class);
        int hours = request.expiresInHours() == null ? DEFAULT_HOURS : request.expiresInHours();
        if (hours < 1 || hours > MOST_HOURS) {
            throw Problem.invalidRequest(
                    "Expected expires_in_hours from 1 to %d, but got %d".formatted(MOST_HOURS, hours));
        }
        UUID linkId = Ids.next();
        RandomToken token = RandomToken.next();
        Instant expiresAt = clock.instant().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MILLIS);
        links.create(
                creator,
                linkId,
                token,
                request.setup(),
                InterviewSetup.document(request.jobDescription(), "job_description"),
                expiresAt);
        String url =
                publicUrl.orElseGet(() -> context.scheme() + "://" + context.host()) + "/room/#guest=" + token.text();
        context.status(201)
                .header("Cache-Control", "no-store")
                .json(new LinkReply(linkId.toString(), url, token.text(), expiresAt));
    }

    /** {@code POST /api/v1/guest/redeem}. */
    public void redeem(Context context) {
        Redemption request = HttpService.body(context, Redemption.class);
        limits.requireGuest(context);
        GuestLink link = Optional.ofNullable(request.token())
                .filter(RandomToken::looksLikeOne)
                .flatMap(token -> links.redeem(new RandomToken(token)))
                .orElseThrow(() -> Problem.notFound("Expected the token of a guest link, but there is no such link"));
        if (link.redeemed()) {
            throw Problem.conflict("Expected a guest link that nobody has used, but it was used before");
        }
        if (!clock.instant().isBefore(link.expiresAt())) {
            throw Problem.conflict("Expected a guest link that is still good, but it expired at " + link.expiresAt());
        }
        replies.send(context, families.open(link.principal()), Map.of("interview", interview(link)));
    }

    /** As it was given. */
    private static ObjectNode interview(GuestLink link) {
        ObjectNode interview = Json.MAPPER.valueToTree(link.setup().fields());
        link.jobDescription().ifPresent(it -> interview.put("job_description", it));
        return interview;
    }
}
