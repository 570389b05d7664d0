package org.stepwell.platform.task;

import java.time.Duration;
import java.util.List;
import org.stepwell.platform.access.Role;

/**
 * A kind of work, as the feature that asks for it describes it; a bean of this type for each.
 *
 * @param code the name on the wire, such as {@code note-overdue}
 * @param sentence what is to be done, about nobody in particular: it is shown as it is
 * @param ladder the roles it goes to, one after the other, as long as nobody acknowledges it
 * @param step how long each of them has
 * @param byHand whether somebody may say that it is done; otherwise it ends only when the work itself is there
 * @param pages whether whoever is on call for the clinic is paged when it opens and at each step, and after the last role of
 *     the ladder again and again, until somebody takes it
 */
public record TaskKind(String code, String sentence, List<Role> ladder, Duration step, boolean byHand, boolean pages) {

    /** What waits on lists, and pages nobody. */
    public TaskKind(String code, String sentence, List<Role> ladder, Duration step, boolean byHand) {
        this(code, sentence, ladder, step, byHand, false);
    }

    public TaskKind {
        if (ladder.isEmpty() || !ladder.stream().allMatch(Role::staff) || !step.isPositive()) {
            throw new IllegalArgumentException("%s needs roles of the staff and time for each".formatted(code));
        }
        ladder = List.copyOf(ladder);
    }

    /** The same, which pages whoever is on call until somebody takes it. */
    public TaskKind paging() {
        return new TaskKind(code, sentence, ladder, step, byHand, true);
    }
}
