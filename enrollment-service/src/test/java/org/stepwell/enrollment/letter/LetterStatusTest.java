package org.stepwell.enrollment.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.letter.Letter.Status;
import org.stepwell.platform.consent.DisclosureRule;
import org.stepwell.platform.problem.Refusal;

class LetterStatusTest {

    private static final Instant NOW = Instant.parse("2026-04-10T21:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(14));

    @ParameterizedTest
    @CsvSource(textBlock = """
            QUEUED,        SENT STOPPED WITHDRAWN UNDELIVERABLE
            SENT,          WITHDRAWN
            STOPPED,       ''
            WITHDRAWN,     ''
            UNDELIVERABLE, ''
            """)
    void whatFollowsWhat(Status status, String next) {
        assertThat(String.join(" ", status.next().stream().map(Enum::name).toList()))
                .isEqualTo(next);
    }

    @Test
    void itShowsNothingBeforeItIsSentAndNothingOnceItIsWithdrawn() {
        var letter = queued();
        assertThat(letter.shown()).isEmpty();

        letter.send("sealed", UNTIL, NOW);
        assertThat(letter.shown()).contains("sealed");

        letter.withdraw(NOW.plusSeconds(60));
        assertThat(letter.shown()).isEmpty();
        assertThat(letter.sealedWords()).as("what was disclosed").isEqualTo("sealed");
    }

    @Test
    void whatIsStoppedSaysByWhichRule() {
        var letter = queued();

        letter.stop(DisclosureRule.NO_CONSENT_IN_FORCE, NOW);

        assertThat(letter.stoppedBy()).isEqualTo("no-consent-in-force");
        assertThat(letter.endedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPED", "WITHDRAWN", "UNDELIVERABLE"})
    void whatIsOverIsNotTakenBack(Status end) {
        var letter = queued();
        ending(end).accept(letter);

        assertThatThrownBy(() -> letter.withdraw(NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(LetterRule.LETTER_IS_OVER));
        assertThat(letter.status()).isEqualTo(end);
    }

    @Test
    void whatNoLinkOpensAnyMoreIsNotTakenBack() {
        var letter = queued();
        letter.send("sealed", UNTIL, NOW);

        assertThatThrownBy(() -> letter.withdraw(UNTIL))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(LetterRule.LETTER_IS_OVER));
        assertThat(letter.status()).isEqualTo(Status.SENT);
    }

    @Test
    void whatIsAskedForIsWhatItSays() {
        assertThat(queued().ask().categories()).isEqualTo(Set.of(DataCategory.PRESENCE, DataCategory.PROGRESS));
        assertThat(LetterKind.ATTENDANCE.categories())
                .isEqualTo(Set.of(DataCategory.PRESENCE, DataCategory.ATTENDANCE));
    }

    private static Consumer<Letter> ending(Status end) {
        return switch (end) {
            case STOPPED -> letter -> letter.stop(DisclosureRule.NO_CONSENT_IN_FORCE, NOW);
            case WITHDRAWN -> letter -> letter.withdraw(NOW);
            case UNDELIVERABLE -> letter -> letter.bounce(NOW);
            case QUEUED, SENT -> throw new IllegalArgumentException("%s is no end".formatted(end));
        };
    }

    private static Letter queued() {
        var order = new LetterOrder(
                LetterKind.ENROLLMENT,
                null,
                null,
                new Recipient(Recipient.Kind.COURT, UUID.randomUUID()),
                DisclosurePurpose.CRIMINAL_JUSTICE,
                NOW);
        var patient = new PatientId(UUID.randomUUID());
        var consent = new ConsentId(UUID.randomUUID());
        return new Letter(new LetterId(UUID.randomUUID()), patient, order, consent, "sealed", "intake:ivy", NOW);
    }
}
