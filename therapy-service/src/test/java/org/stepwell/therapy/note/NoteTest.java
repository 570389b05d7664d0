package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.note.NoteFixtures.ADA;
import static org.stepwell.therapy.note.NoteFixtures.BEN;
import static org.stepwell.therapy.note.NoteFixtures.DORA;
import static org.stepwell.therapy.note.NoteFixtures.END;
import static org.stepwell.therapy.note.NoteFixtures.LATER;
import static org.stepwell.therapy.note.NoteFixtures.SHARED;
import static org.stepwell.therapy.note.NoteFixtures.aNoteWith;
import static org.stepwell.therapy.note.NoteFixtures.aPart;
import static org.stepwell.therapy.note.NoteFixtures.aVisitOf;
import static org.stepwell.therapy.note.NoteFixtures.anAddendumAbout;
import static org.stepwell.therapy.note.NoteFixtures.attendance;
import static org.stepwell.therapy.note.NoteFixtures.contentFor;
import static org.stepwell.therapy.note.NoteFixtures.signed;
import static org.stepwell.therapy.note.NoteFixtures.story;
import static org.stepwell.therapy.note.NoteFixtures.written;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.therapy.TherapyFact.NoteSigned;
import org.stepwell.therapy.notetext.NoteContent;
import org.stepwell.therapy.notetext.SharedText;
import org.stepwell.therapy.objective.ObjectiveRating;

class NoteTest {

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
        assertThat(note.sign(contentFor(ADA), DORA, true, LATER))
                .extracting(NoteSigned::patient)
                .containsExactly(ADA);
        assertThat(note.parts()).extracting(NotePart::patient).containsExactly(ADA);
    }

    @Test
    void aNoteIsWithdrawnWhenNobodyWasThereAfterAll() {
        var note = aNoteWith(ADA);

        note.attendance(attendance(ADA, AttendanceStatus.EXCUSED));

        assertThat(note.facts().status()).isEqualTo(NoteStatus.WITHDRAWN);
        assertThat(note.owed()).isFalse();
        assertRefused(NoteRule.NOBODY_WAS_PRESENT, () -> note.write("sealed", Map.of(), Set.of(), LATER));
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
    void aPartThatIsLeftOutHasNoTextUnlessItStaysAsItWas() {
        var note = written(aNoteWith(ADA, BEN), ADA, BEN);

        note.write("sealed", Map.of(), Set.of(BEN), LATER);

        assertThat(note.parts())
                .filteredOn(part -> part.content() == null)
                .extracting(NotePart::patient)
                .containsExactly(ADA);
    }

    @Test
    void aVisitHasNothingForAllAndAGroupHas() {
        assertRefused(NoteRule.NOTE_OF_ITS_KIND, () -> written(aVisitOf(ADA), ADA));
        assertRefused(NoteRule.NOTE_OF_ITS_KIND, () -> aNoteWith(ADA).write(null, Map.of(), Set.of(), LATER));

        var visit = aVisitOf(ADA);
        visit.write(null, Map.of(ADA, new NotePart.Sealed(null, "sealed")), Set.of(), LATER);
        assertThat(visit.facts().status()).isEqualTo(NoteStatus.DRAFT);
    }

    @Test
    void aNoteIsWrittenBeforeItIsSigned() {
        var note = aNoteWith(ADA);

        assertRefused(NoteRule.NOTE_IS_NOT_WRITTEN, () -> note.sign(contentFor(ADA), DORA, true, LATER));
    }

    @Test
    void theSignatureTellsOfEachPatientAndLocks() {
        var note = written(aNoteWith(ADA, BEN), ADA, BEN);

        var told = note.sign(contentFor(ADA, BEN), DORA, true, LATER);

        assertThat(told).extracting(NoteSigned::patient).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(note.facts().status()).isEqualTo(NoteStatus.SIGNED);
        assertRefused(NoteRule.NOTE_IS_LOCKED, () -> written(note, ADA, BEN));
        assertRefused(NoteRule.NOTE_IS_LOCKED, () -> note.sign(contentFor(ADA, BEN), DORA, true, LATER));
    }

    @Test
    void theFingerprintTellsWhetherATextOrARatingIsStillWhatWasSigned() {
        var note = signed(ADA, BEN);
        var others = contentFor(ADA, BEN).parts();

        assertThat(note.holds(contentFor(ADA, BEN))).isTrue();
        assertThat(note.holds(contentFor(BEN, ADA))).isFalse();
        assertThat(note.holds(new NoteContent(new SharedText("Triggers", "Role play", "Another text."), others)))
                .isFalse();
        assertThat(note.holds(new NoteContent(
                        SHARED,
                        Map.of(
                                ADA, aPart(story(0), ObjectiveRating.MET),
                                BEN, aPart(story(1), ObjectiveRating.SOME_PROGRESS)))))
                .isFalse();
    }

    @Test
    void aCorrectionAfterTheSignatureChangesNothingThatWasSignedAndIsShownBesideIt() {
        var note = signed(ADA, BEN);
        var part = note.parts().getLast();

        part.corrected(attendance(BEN, AttendanceStatus.LEFT_EARLY, 60));

        assertThat(part.minutes()).isEqualTo(180);
        assertThat(part.attendedMinutes()).isEqualTo(60);
        assertThat(note.asksForAWord()).isTrue();
        assertThat(note.holds(contentFor(ADA, BEN))).isTrue();
        assertThat(note.owed()).isFalse();
        part.corrected(attendance(BEN, AttendanceStatus.PRESENT));
        assertThat(note.asksForAWord()).isFalse();
        part.corrected(attendance(BEN, AttendanceStatus.NO_SHOW));
        assertThat(note.asksForAWord()).isTrue();
    }

    @Test
    void aDifferenceThatWasAnsweredAsksAgainOnlyForTheNext() {
        var note = signed(ADA, BEN);
        var part = note.parts().getLast();
        part.corrected(attendance(BEN, AttendanceStatus.TELEHEALTH, 180));

        note.added(anAddendumAbout(note, BEN));

        assertThat(note.asksForAWord()).isFalse();
        part.corrected(attendance(BEN, AttendanceStatus.TELEHEALTH, 180));
        assertThat(note.asksForAWord()).isFalse();
        part.corrected(attendance(BEN, AttendanceStatus.LATE, 150));
        assertThat(note.asksForAWord()).isTrue();
    }

    @Test
    void howManyWereThereCountsThoseOfTheSignedNotes() {
        var next = aNoteWith(BEN);

        next.besides(11);

        assertThat(next.facts().present()).isEqualTo(12);
    }

    @Test
    void anAddendumFollowsTheSignatureAndIsAboutSomebodyOfTheNote() {
        var draft = written(aNoteWith(ADA), ADA);
        var signed = signed(ADA);

        assertRefused(NoteRule.ADDENDUM_FOLLOWS_SIGNATURE, () -> draft.added(anAddendumAbout(draft, ADA)));
        assertRefused(NoteRule.ONLY_THOSE_PRESENT, () -> signed.added(anAddendumAbout(signed, BEN)));
        assertThatCode(() -> signed.added(anAddendumAbout(signed, ADA))).doesNotThrowAnyException();
    }

    @Test
    void whatIsStruckStaysAndNothingStandsAnyMore() {
        var note = signed(ADA, BEN);

        assertThat(note.strike(BEN, LATER)).extracting(NotePart::patient).containsExactly(BEN);
        assertThat(note.facts().status()).isEqualTo(NoteStatus.SIGNED);
        assertThat(note.holds(contentFor(ADA, BEN))).isTrue();
        assertRefused(NoteRule.STRUCK_WHERE_IT_IS_SIGNED, () -> note.strike(BEN, LATER));

        assertThat(note.strike(null, LATER)).extracting(NotePart::patient).containsExactly(ADA);
        assertThat(note.facts().status()).isEqualTo(NoteStatus.STRUCK);
        assertThat(note.holds(contentFor(ADA, BEN))).isTrue();
        assertThatCode(() -> note.added(anAddendumAbout(note, ADA))).doesNotThrowAnyException();
    }

    @Test
    void onlyWhatIsSignedIsStruck() {
        var note = written(aNoteWith(ADA), ADA);

        assertRefused(NoteRule.STRUCK_WHERE_IT_IS_SIGNED, () -> note.strike(null, LATER));
    }

    @Test
    void whoeverIsStruckIsOwedAnotherWithTheMinutesThatAreKnownByNow() {
        var struck = signed(BEN).parts().getFirst();
        struck.corrected(attendance(BEN, AttendanceStatus.LEFT_EARLY, 60));
        var next = aNoteWith();

        next.owes(List.of(struck), LATER);

        assertThat(next.facts().status()).isEqualTo(NoteStatus.DUE);
        assertThat(next.parts()).singleElement().extracting(NotePart::minutes).isEqualTo(60);
    }

    @Test
    void aNoteIsLateOnceAndNotAfterItsSignature() {
        var note = written(aNoteWith(ADA), ADA);
        note.fallsDue(Duration.ofHours(24));
        var due = END.plus(Duration.ofHours(24));

        assertThat(note.facts().dueAt()).isEqualTo(due);
        assertThat(note.late(List.of(), due, due)).isPresent();
        assertThat(note.late(List.of(), due, due)).isEmpty();
        note.sign(contentFor(ADA), DORA, true, due.plusSeconds(1));
        assertThat(note.facts().overdueAt()).isNull();
        assertThat(note.late(List.of(), due, due)).isEmpty();
    }
}
