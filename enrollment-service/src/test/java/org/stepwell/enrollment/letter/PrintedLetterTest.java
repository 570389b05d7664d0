package org.stepwell.enrollment.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.consent.Notice;
import org.stepwell.platform.consent.Permit;

class PrintedLetterTest {

    private static final LocalDate ON = LocalDate.of(2026, 4, 10);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Reader DALE = new Reader("Dale <Reed>", null, "dreed@probation.example");

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-02,            , Maya &amp; Co is in our program since March 2&#44; 2026. Level of care: 2.1.
            2026-03-02, 2026-04-30 , Maya &amp; Co is in our program since March 2&#44; 2026. Level of care: 2.1.
            2026-03-02, 2026-04-10 , Maya &amp; Co was in our program from March 2&#44; 2026 to April 10&#44; 2026. Level of care: 2.1.
            2026-04-13,            , Maya &amp; Co begins our program on April 13&#44; 2026. Level of care: 2.1.
            """)
    void itSaysFromWhenUntilWhenAndWhere(LocalDate since, @Nullable LocalDate until, String sentence) {
        var said = new Said("Riverside", "Maya & Co", ON, new Said.Stay(since, until, "2.1"), null);

        assertThat(PrintedLetter.of(said, DALE, permit(), NEW_YORK))
                .contains("<h1>Riverside</h1>", "<p>To Dale &lt;Reed&gt;</p>", sentence.replace("&#44;", ","))
                .doesNotContain("Attendance from");
    }

    @Test
    void itSaysHowSomebodyCameAndWhatGoesWithIt() {
        var week = new Said.Week(ON.minusDays(4), ON, 3, 540);
        var said = new Said("Riverside", "Maya", ON, null, new Said.Attendance(ON.minusDays(4), ON, List.of(week)));

        assertThat(PrintedLetter.of(said, DALE, permit(), NEW_YORK))
                .contains("<tr><td>April 6, 2026</td><td>April 10, 2026</td><td>3</td><td>540</td></tr>")
                .contains(Notice.text())
                .contains(
                        "In force since March 1, 2026, until June 30, 2026, for criminal justice; it opens presence, attendance.")
                .doesNotContain("in our program", "Level of care");
    }

    private static Permit permit() {
        var court = new Recipient(Recipient.Kind.COURT, UUID.randomUUID());
        var categories = List.of(DataCategory.PRESENCE, DataCategory.ATTENDANCE);
        return new Permit(
                UUID.randomUUID(),
                new PatientId(UUID.randomUUID()),
                court,
                DisclosurePurpose.CRIMINAL_JUSTICE,
                Set.copyOf(categories),
                Instant.EPOCH,
                Notice.VERSION,
                Notice.text(),
                new Permit.Scope(
                        new ConsentId(UUID.randomUUID()),
                        ConsentKind.NAMED_DISCLOSURE,
                        List.of(court),
                        List.of(DisclosurePurpose.CRIMINAL_JUSTICE),
                        categories,
                        Instant.parse("2026-03-02T03:00:00Z"),
                        Instant.parse("2026-07-01T04:00:00Z"),
                        "/document"));
    }
}
