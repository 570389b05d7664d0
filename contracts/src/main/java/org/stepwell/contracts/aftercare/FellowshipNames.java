package org.stepwell.contracts.aftercare;

import org.jspecify.annotations.Nullable;

/**
 * What a patient's sponsor and home group are called: what stands sealed in the {@code names} of a {@code support-person-changed}.
 *
 * @param sponsor a first name or initials
 */
public record FellowshipNames(
        @Nullable String sponsor, @Nullable String homeGroup) {

    /** The part of the patient under which it is sealed. */
    public static final String PART = "fellowship-names";
}
