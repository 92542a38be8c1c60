package io.colloquy.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.colloquy.events.SessionEvent;
import io.colloquy.events.SessionStarted;
import io.colloquy.local.Service;
import io.colloquy.local.support.SamplePdf;
import io.colloquy.local.support.SharedPlatform;
import io.colloquy.local.support.TopicLog;
import io.colloquy.platform.config.Settings;
import io.colloquy.platform.database.Database;
import io.colloquy.platform.database.DatabaseConfig;
import io.colloquy.platform.sealing.MasterKey;
import io.colloquy.platform.sealing.PostgresKeyVault;
import io.colloquy.platform.sealing.Sealer;
import io.colloquy.platform.sealing.Subject;
import io.colloquy.schemas.PersonalContent;
import io.colloquy.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPlatform.Extension.class)
class UploadInChromiumTest {
    @TempDir
    Path folder;

    private final SharedPlatform shared;

    UploadInChromiumTest(SharedPlatform shared) {
        this.shared = shared;
    }

    @Test
    void shouldStartWithWhatTheCandidateCorrected() throws Exception {
        // given
        Chromium chromium = Chromium.ready(shared);
        Path pdf = Files.write(
                folder.resolve("cv.pdf"), SamplePdf.of("Ada Lovelace", "Seven years at the ana-", "lytical engine"));
        Path text = Files.writeString(folder.resolve("job.txt"), "We look for <b>somebody</b> who computes.");

        // when
        String session = chromium.run(
                        "upload.mjs",
                        Map.of("pdf", pdf.toString(), "text", text.toString(), "wrong", "Seven", "right", "Nine"))
                .path("session_id")
                .asText();

        // then
        SessionEvent first = new TopicLog(shared.platform())
                .of(Topics.SESSION_EVENTS, session)
                .getFirst()
                .value();
        SessionStarted started = (SessionStarted) first.getPayload();
        Map<String, String> environment = shared.platform().environment().of(Service.INGEST);
        try (Database database = new Database(
                Settings.read(environment, settings -> DatabaseConfig.from(settings, "colloquy_ingest")))) {
            Sealer sealer = new Sealer(new PostgresKeyVault(
                    database,
                    new MasterKey(Settings.read(environment, MasterKey::from)),
                    Clock.systemUTC(),
                    Duration.ZERO));
            Subject subject = new Subject(first.getOrganisationId(), session);
            assertThat(sealer.openText(subject, PersonalContent.CV, started.getCv()))
                    .isEqualTo("Ada Lovelace\nNine years at the analytical engine");
            assertThat(sealer.openText(subject, PersonalContent.JOB_DESCRIPTION, started.getJobDescription()))
                    .isEqualTo("We look for <b>somebody</b> who computes.");
        }
    }
}
