package org.stepwell.aftercare.support;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.code.DataCategory;

/** What somebody who supports a patient may be told, and which kinds of information a consent has to open for it. */
@Schema(name = "SupportTopic")
public enum SupportTopic {
    /** That nobody hears from the patient, and whether they are well. */
    MISSED_CHECK_IN(DataCategory.AFTERCARE),
    /** How the patient is. */
    HOW_THEY_ARE(DataCategory.PROGRESS),
    /** Whether they come. */
    ATTENDANCE(DataCategory.ATTENDANCE),
    /** What comes next, and when. */
    NEXT_STEPS(DataCategory.AFTERCARE),
    /** What they take. */
    MEDICATION(DataCategory.MEDICATION);

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and nobody else holds it
    private final Set<DataCategory> categories;

    SupportTopic(DataCategory category) {
        // Whoever is told anything learns that the person is a patient.
        categories = Collections.unmodifiableSet(EnumSet.of(DataCategory.PRESENCE, category));
    }

    /** What is let out by it. */
    public Set<DataCategory> categories() {
        return categories;
    }

    static Set<SupportTopic> read(String joined) {
        var found = EnumSet.noneOf(SupportTopic.class);
        Arrays.stream(joined.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(SupportTopic::valueOf)
                .forEach(found::add);
        return found;
    }
}
