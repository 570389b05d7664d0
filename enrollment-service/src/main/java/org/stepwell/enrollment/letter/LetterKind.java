package org.stepwell.enrollment.letter;

import java.util.EnumSet;
import java.util.Set;
import org.stepwell.contracts.code.DataCategory;

/** What a letter is about. Each names the patient, for that is what it says: that this person is or was one. */
enum LetterKind {
    /** That they are, or were, in the program: from when, until when, at which level of care. */
    ENROLLMENT,
    /** On how many days, and for how many minutes, they came in each week of a time. */
    ATTENDANCE;

    /** What it lets out. */
    Set<DataCategory> categories() {
        return switch (this) {
            case ENROLLMENT -> EnumSet.of(DataCategory.PRESENCE, DataCategory.PROGRESS);
            case ATTENDANCE -> EnumSet.of(DataCategory.PRESENCE, DataCategory.ATTENDANCE);
        };
    }
}
