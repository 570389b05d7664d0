package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.account.AccountEvent;
import org.stepwell.contracts.aftercare.AftercareEvent;
import org.stepwell.contracts.consent.ConsentEvent;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.contracts.finding.FindingEvent;
import org.stepwell.contracts.privacy.PrivacyEvent;
import org.stepwell.contracts.scheduling.SchedulingEvent;
import org.stepwell.contracts.therapy.TherapyEvent;

/** The reader and the writer that services use keep to the golden files of contracts, byte for byte. */
class GoldenFilesTest {

    private static final Path GOLDEN = Path.of("../contracts/src/test/resources/golden");

    @Test
    void whatIsReadAndWrittenAgainEqualsTheGoldenFile() throws IOException, UnreadableEvent {
        int files = 0;
        for (var root : List.of(
                EnrollmentEvent.class,
                SchedulingEvent.class,
                TherapyEvent.class,
                AftercareEvent.class,
                ConsentEvent.class,
                PrivacyEvent.class,
                FindingEvent.class,
                AccountEvent.class)) {
            files += filesOf(new EventFamily<>(root));
        }

        try (var all = Files.list(GOLDEN)) {
            assertThat(files).as("golden files read").isGreaterThanOrEqualTo((int) all.count());
        }
    }

    private static <E extends Event> int filesOf(EventFamily<E> family) throws IOException, UnreadableEvent {
        int files = 0;
        for (var type : family.types()) {
            var golden = Files.readString(GOLDEN.resolve(type + ".json")).strip();

            var read = family.read(type, golden.getBytes(StandardCharsets.UTF_8));

            assertThat(EventFamily.write(read)).as(type).isEqualTo(golden);
            assertThat(EventFamily.wireName(read.getClass())).isEqualTo(type);
            files++;
        }
        return files;
    }
}
