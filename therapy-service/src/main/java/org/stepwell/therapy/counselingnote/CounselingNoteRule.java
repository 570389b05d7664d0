package org.stepwell.therapy.counselingnote;

import org.stepwell.platform.problem.Rule;

/** Every reason to say no to a counseling note. */
enum CounselingNoteRule implements Rule {
    WRITTEN_ABOUT_AN_EPISODE("A counseling note is about one of the patient's own episodes.", 409),
    ABOUT_A_SESSION_THAT_ITS_AUTHOR_LED(
            "A counseling note is about a session that its author led and the patient was at, or about none.", 409),
    ONLY_ITS_AUTHOR(
            "A counseling note is changed, made final, added to, struck, deleted and opened to a supervisor by its author"
                    + " alone.",
            403),
    COUNSELING_NOTE_IS_LOCKED("A counseling note that is final is neither changed nor deleted; it is added to.", 409),
    ADDED_TO_ONCE_FINAL("A counseling note is added to once it is final; until then it is changed itself.", 409),
    STRUCK_ONCE_FINAL("A counseling note is struck once, after it was made final; a draft is deleted.", 409),
    SUPERVISOR_IS_ANOTHER("The supervisor named on a counseling note is somebody else who works here.", 409);

    private final String sentence;
    private final int status;

    CounselingNoteRule(String sentence, int status) {
        this.sentence = sentence;
        this.status = status;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public int status() {
        return status;
    }
}
