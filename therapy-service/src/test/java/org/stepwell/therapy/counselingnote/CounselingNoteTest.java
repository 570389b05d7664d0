package org.stepwell.therapy.counselingnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.counselingnote.CounselingNote.About;

class CounselingNoteTest {

    private static final StaffId DORA = new StaffId(Uuid7.next());
    private static final StaffId SUE = new StaffId(Uuid7.next());
    private static final Instant NOW = Instant.parse("2026-03-02T23:00:00Z");
    private static final String TEXT = "I was angry at the father.";

    @ParameterizedTest
    @CsvSource(textBlock = """
                    DRAFT,  write,     DRAFT
                    DRAFT,  delete,    DRAFT
                    DRAFT,  makeFinal, FINAL
                    DRAFT,  strike,    STRUCK_ONCE_FINAL
                    DRAFT,  add,       ADDED_TO_ONCE_FINAL
                    FINAL,  write,     COUNSELING_NOTE_IS_LOCKED
                    FINAL,  delete,    COUNSELING_NOTE_IS_LOCKED
                    FINAL,  makeFinal, COUNSELING_NOTE_IS_LOCKED
                    FINAL,  strike,    STRUCK
                    FINAL,  add,       FINAL
                    STRUCK, write,     COUNSELING_NOTE_IS_LOCKED
                    STRUCK, delete,    COUNSELING_NOTE_IS_LOCKED
                    STRUCK, makeFinal, COUNSELING_NOTE_IS_LOCKED
                    STRUCK, strike,    STRUCK_ONCE_FINAL
                    STRUCK, add,       STRUCK
                    """)
    void aDraftIsChangedAndWhatIsFinalIsKept(CounselingNoteStatus from, String verb, String expected) {
        var note = aNote(from);
        Runnable does = () -> act(verb).accept(note);

        if (expected.contains("_")) {
            assertRefused(CounselingNoteRule.valueOf(expected), does::run);
            assertThat(note.line().status()).isEqualTo(from);
        } else {
            does.run();
            assertThat(note.line().status()).hasToString(expected);
        }
    }

    @Test
    void theFingerprintTellsWhetherTheTextIsTheOneThatWasMadeFinal() {
        var draft = aNote(CounselingNoteStatus.DRAFT);
        var struck = aNote(CounselingNoteStatus.STRUCK);

        assertThat(draft.holds(TEXT)).isNull();
        assertThat(struck.holds(TEXT)).isTrue();
        assertThat(struck.holds(TEXT + " ")).isFalse();
        assertThat(struck.sealed()).isEqualTo("sealed");
    }

    @Test
    void onlyItsAuthorDoesAnythingWithIt() {
        var note = aNote(CounselingNoteStatus.DRAFT);
        note.superviseBy(SUE);

        note.mustBeBy(DORA);
        assertRefused(CounselingNoteRule.ONLY_ITS_AUTHOR, () -> note.mustBeBy(SUE));
    }

    @Test
    void nobodySupervisesThemselves() {
        var note = aNote(CounselingNoteStatus.FINAL);
        note.superviseBy(SUE);

        assertRefused(CounselingNoteRule.SUPERVISOR_IS_ANOTHER, () -> note.superviseBy(DORA));

        assertThat(note.line().supervisor()).isEqualTo(SUE);
        note.superviseBy(null);
        assertThat(note.line().supervisor()).isNull();
    }

    private static Consumer<CounselingNote> act(String verb) {
        return switch (verb) {
            case "write" -> note -> note.write("other", NOW);
            case "delete" -> CounselingNote::mustBeDraft;
            case "makeFinal" -> note -> note.makeFinal(TEXT, NOW);
            case "strike" -> note -> note.strike(NOW);
            default -> note -> note.added(NOW);
        };
    }

    private static CounselingNote aNote(CounselingNoteStatus status) {
        var about = new About(new PatientId(Uuid7.next()), new EpisodeId(Uuid7.next()), null);
        var note = new CounselingNote(new CounselingNoteId(Uuid7.next()), about, DORA, "sealed", NOW);
        if (status != CounselingNoteStatus.DRAFT) {
            note.makeFinal(TEXT, NOW);
        }
        if (status == CounselingNoteStatus.STRUCK) {
            note.strike(NOW);
        }
        return note;
    }
}
