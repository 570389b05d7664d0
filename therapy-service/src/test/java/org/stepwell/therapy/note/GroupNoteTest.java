package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.note.NoteFixtures.ADA;
import static org.stepwell.therapy.note.NoteFixtures.BEN;
import static org.stepwell.therapy.note.NoteFixtures.DORA;
import static org.stepwell.therapy.note.NoteFixtures.END;
import static org.stepwell.therapy.note.NoteFixtures.LATER;
import static org.stepwell.therapy.note.NoteFixtures.SHARED;
import static org.stepwell.therapy.note.NoteFixtures.aNoteWith;
import static org.stepwell.therapy.note.NoteFixtures.anAddendumAbout;
import static org.stepwell.therapy.note.NoteFixtures.attendance;
import static org.stepwell.therapy.note.NoteFixtures.contentFor;
import static org.stepwell.therapy.note.NoteFixtures.signed;
import static org.stepwell.therapy.note.NoteFixtures.written;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.therapy.TherapyFact.NoteSigned;

class GroupNoteTest {

    @Test
    void aNoteIsDueForEachWhoWasPresent() {
        var note = aNoteWith(ADA, BEN);

        assertThat(note.facts().status()).isEqualTo(NoteStatus.DUE);
        assertThat(note.facts().present()).isEqualTo(2);
    }

    @Test
    void whoWasAbsentHasNoPart() {
        var note = aNoteWith(ADA);

        note.attendance(attendance(BEN, AttendanceStatus.NO_SHOW));

        assertThat(note.parts()).extracting(NotePart::patient).containsExactly(ADA);
    }

    @Test
    void aCorrectionToExcusedWithdrawsThePartThatIsNotSigned() {
        var note = written(aNoteWith(ADA, BEN), ADA, BEN);

        note.attendance(attendance(BEN, AttendanceStatus.EXCUSED));

        assertThat(note.facts().present()).isEqualTo(1);
        assertThat(note.sign(contentFor(ADA), DORA, LATER))
                .extracting(NoteSigned::patient)
                .containsExactly(ADA);
    }

    @Test
    void aNoteIsWithdrawnWhenNobodyWasThereAfterAll() {
        var note = aNoteWith(ADA);

        note.attendance(attendance(ADA, AttendanceStatus.EXCUSED));

        assertThat(note.facts().status()).isEqualTo(NoteStatus.WITHDRAWN);
        assertThat(note.owed()).isFalse();
        assertRefused(NoteRule.NOBODY_WAS_PRESENT, () -> note.write("sealed", Map.of(), LATER));
    }

    @Test
    void theTextComesBackWithThePatient() {
        var note = written(aNoteWith(ADA), ADA);
        note.attendance(attendance(ADA, AttendanceStatus.EXCUSED));

        note.attendance(attendance(ADA, AttendanceStatus.LATE));

        assertThat(note.facts().status()).isEqualTo(NoteStatus.DRAFT);
        assertThat(note.parts().getFirst().content()).isEqualTo("sealed");
    }

    @Test
    void aPartIsWrittenOnlyForThosePresent() {
        var note = aNoteWith(ADA);

        assertRefused(NoteRule.ONLY_THOSE_PRESENT, () -> written(note, ADA, BEN));

        assertThat(note.facts().status()).isEqualTo(NoteStatus.DUE);
    }

    @Test
    void aNoteIsWrittenBeforeItIsSigned() {
        var note = aNoteWith(ADA);

        assertRefused(NoteRule.NOTE_IS_NOT_WRITTEN, () -> note.sign(contentFor(ADA), DORA, LATER));
    }

    @Test
    void everybodyPresentHasATextOfTheirOwn() {
        var note = written(aNoteWith(ADA, BEN), ADA, BEN);
        var blank = new NoteContent(
                SHARED,
                Map.of(
                        ADA, new IndividualText(Participation.ACTIVE, "Warm", "Spoke of the walk home.", null),
                        BEN, new IndividualText(Participation.NONE, "", " ", null)));

        assertRefused(NoteRule.EVERYBODY_PRESENT_HAS_A_TEXT, () -> note.sign(blank, DORA, LATER));

        assertThat(note.facts().signature()).isNull();
    }

    @Test
    void twoTextsThatAreNearlyTheSameAreAlikeUnlessTheyAreShort() {
        var copied = new IndividualText(
                Participation.ACTIVE,
                "Warm",
                "Took part well, named two situations that are risky and shared with the group how to leave.",
                null);
        var shorter = new IndividualText(Participation.ACTIVE, "Warm", "Took part well.", null);

        assertThat(new NoteContent(SHARED, Map.of(ADA, copied, BEN, copied)).alike())
                .containsExactlyInAnyOrder(ADA, BEN);
        assertThat(new NoteContent(SHARED, Map.of(ADA, copied, BEN, shorter)).alike())
                .isEmpty();
        assertThat(new NoteContent(SHARED, Map.of(ADA, shorter, BEN, shorter)).alike())
                .isEmpty();
    }

    @Test
    void theSignatureTellsOfEachPatientAndLocks() {
        var note = written(aNoteWith(ADA, BEN), ADA, BEN);

        var told = note.sign(contentFor(ADA, BEN), DORA, LATER);

        assertThat(told).extracting(NoteSigned::patient).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(note.facts().status()).isEqualTo(NoteStatus.SIGNED);
        assertRefused(NoteRule.NOTE_IS_LOCKED, () -> written(note, ADA, BEN));
        assertRefused(NoteRule.NOTE_IS_LOCKED, () -> note.sign(contentFor(ADA, BEN), DORA, LATER));
    }

    @Test
    void theFingerprintTellsWhetherATextIsStillWhatWasSigned() {
        var note = signed(ADA, BEN);

        assertThat(note.holds(contentFor(ADA, BEN))).isTrue();
        assertThat(note.holds(contentFor(BEN, ADA))).isFalse();
        assertThat(note.holds(new NoteContent(
                        new SharedText("Triggers", "Role play", "Another text."),
                        contentFor(ADA, BEN).parts())))
                .isFalse();
    }

    @Test
    void aCorrectionAfterTheSignatureChangesNothingThatWasSigned() {
        var note = signed(ADA, BEN);

        note.attendance(attendance(BEN, AttendanceStatus.EXCUSED));

        assertThat(note.facts().present()).isEqualTo(2);
        assertThat(note.holds(contentFor(ADA, BEN))).isTrue();
        assertThat(note.owed()).isFalse();
    }

    @Test
    void whoIsFoundPresentAfterTheSignatureGetsAnAddendumAsTheirPart() {
        var note = signed(ADA);
        note.attendance(attendance(BEN, AttendanceStatus.PRESENT));
        assertThat(note.owed()).isTrue();

        var told = note.added(anAddendumAbout(note, BEN));

        assertThat(told).get().extracting(NoteSigned::patient).isEqualTo(BEN);
        assertThat(note.owed()).isFalse();
        assertThat(note.holds(contentFor(ADA))).isTrue();
    }

    @Test
    void anAddendumFollowsTheSignatureAndIsAboutSomebodyOfTheGroup() {
        var draft = written(aNoteWith(ADA), ADA);
        var signed = signed(ADA);

        assertRefused(NoteRule.ADDENDUM_FOLLOWS_SIGNATURE, () -> draft.added(anAddendumAbout(draft, ADA)));
        assertRefused(NoteRule.ONLY_THOSE_PRESENT, () -> signed.added(anAddendumAbout(signed, BEN)));
        assertThat(signed.added(anAddendumAbout(signed, ADA))).isEmpty();
    }

    @Test
    void aNoteIsLateOnceAndNotAfterItsSignature() {
        var note = written(aNoteWith(ADA), ADA);
        note.fallsDue(Duration.ofHours(24));
        var due = END.plus(Duration.ofHours(24));

        assertThat(note.facts().dueAt()).isEqualTo(due);
        assertThat(note.late(List.of(), due, due)).isPresent();
        assertThat(note.late(List.of(), due, due)).isEmpty();
        note.sign(contentFor(ADA), DORA, due.plusSeconds(1));
        assertThat(note.facts().overdueAt()).isNull();
        assertThat(note.late(List.of(), due, due)).isEmpty();
    }

    @Test
    void whoSignsHasCredentials() {
        assertRefused(NoteRule.SIGNER_HAS_CREDENTIALS, () -> Signer.of(DORA.staff(), List.of()));
    }
}
