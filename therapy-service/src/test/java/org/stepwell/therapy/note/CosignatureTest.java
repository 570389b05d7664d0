package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.note.NoteFixtures.ADA;
import static org.stepwell.therapy.note.NoteFixtures.BEN;
import static org.stepwell.therapy.note.NoteFixtures.LATER;
import static org.stepwell.therapy.note.NoteFixtures.SUPERVISOR;
import static org.stepwell.therapy.note.NoteFixtures.TRAINEE;
import static org.stepwell.therapy.note.NoteFixtures.attendance;
import static org.stepwell.therapy.note.NoteFixtures.contentFor;
import static org.stepwell.therapy.note.NoteFixtures.signed;
import static org.stepwell.therapy.note.NoteFixtures.waiting;
import static org.stepwell.therapy.note.NoteFixtures.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.therapy.TherapyFact.NoteSigned;
import org.stepwell.therapy.roster.Signer;

class CosignatureTest {

    @Test
    void whatATraineeSignsWaitsAndIsNotToldUntilASupervisorSigns() {
        var note = waiting(ADA, BEN);

        assertThat(note.facts().status()).isEqualTo(NoteStatus.PENDING_COSIGN);
        assertThat(note.parts()).noneMatch(NotePart::stands);
        assertRefused(NoteRule.NOTE_IS_LOCKED, () -> written(note, ADA, BEN));

        var told = note.cosign(contentFor(ADA, BEN), SUPERVISOR, LATER);

        assertThat(told).extracting(NoteSigned::signer).containsOnly(TRAINEE.staff());
        assertThat(told).extracting(NoteSigned::patient).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(note.facts().status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(note.facts().cosignature())
                .extracting(Cosignature::cosignedBy, Cosignature::cosignerCredentials)
                .containsExactly(SUPERVISOR.staff(), "LCSW-S");
        assertThat(note.holds(contentFor(ADA, BEN))).isTrue();
    }

    @Test
    void nobodyCosignsTheirOwnNoteNorWithoutPractisingIndependently() {
        var note = waiting(ADA);
        var licensedSince = new Signer(TRAINEE.staff(), "LCSW", true);
        var another = new Signer(SUPERVISOR.staff(), "CADC", false);

        for (var who : List.of(licensedSince, another)) {
            assertRefused(NoteRule.COSIGNED_BY_A_SUPERVISOR, () -> note.cosign(contentFor(ADA), who, LATER));
            assertRefused(NoteRule.COSIGNED_BY_A_SUPERVISOR, () -> note.giveBack(who, LATER));
        }

        assertThat(note.facts().status()).isEqualTo(NoteStatus.PENDING_COSIGN);
    }

    @Test
    void whatIsNotTheSameAnyMoreIsNotCosigned() {
        var note = waiting(ADA, BEN);

        assertRefused(NoteRule.COSIGNED_AS_IT_WAS_SIGNED, () -> note.cosign(contentFor(BEN, ADA), SUPERVISOR, LATER));
    }

    @Test
    void onlyWhatWaitsIsCosignedOrReturned() {
        var note = signed(ADA);

        assertRefused(NoteRule.COSIGNED_WHILE_IT_WAITS, () -> note.cosign(contentFor(ADA), SUPERVISOR, LATER));
        assertRefused(NoteRule.COSIGNED_WHILE_IT_WAITS, () -> note.giveBack(SUPERVISOR, LATER));
    }

    @Test
    void whatIsReturnedIsADraftThatItsAuthorSignsAgain() {
        var note = waiting(ADA);

        note.giveBack(SUPERVISOR, LATER);

        assertThat(note.facts().status()).isEqualTo(NoteStatus.DRAFT);
        assertThat(note.facts().signature()).isNull();
        assertThat(note.owed()).isTrue();
        note.sign(contentFor(ADA), TRAINEE, true, LATER.plusSeconds(60));
        assertThat(note.facts().status()).isEqualTo(NoteStatus.PENDING_COSIGN);
    }

    @Test
    void whatIsCorrectedWhileItWaitsIsSignedAgain() {
        var note = waiting(ADA, BEN);

        assertThat(note.attendance(attendance(ADA, AttendanceStatus.PRESENT))).isFalse();
        assertThat(note.facts().status()).isEqualTo(NoteStatus.PENDING_COSIGN);
        assertThat(note.attendance(attendance(BEN, AttendanceStatus.LEFT_EARLY, 60)))
                .isTrue();

        assertThat(note.facts().status()).isEqualTo(NoteStatus.DRAFT);
        assertThat(note.facts().signature()).isNull();
    }

    @Test
    void aLateCosignatureIsLateOnlyWhileItWaits() {
        var waiting = waiting(ADA);
        var signed = signed(ADA);

        waiting.cosignatureIsLate(LATER);
        waiting.besides(3);
        signed.cosignatureIsLate(LATER);

        assertThat(waiting.facts().overdueAt()).isEqualTo(LATER);
        assertThat(signed.facts().overdueAt()).isNull();
        waiting.cosign(contentFor(ADA), SUPERVISOR, LATER);
        assertThat(waiting.facts().overdueAt()).isNull();
    }
}
