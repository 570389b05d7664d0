package org.stepwell.aftercare.support;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is to a patient and how they are reached: what stands sealed in one block.
 *
 * @param phone also for text messages where {@code texts}
 * @param language as an IETF tag, such as {@code es}; null where it is the patient's own
 */
record Support(
        String name,
        String relation,
        @Nullable String phone,
        boolean texts,
        @Nullable String email,
        @Nullable String address,
        @Nullable String language) {

    boolean isReached() {
        return phone != null || email != null || address != null;
    }
}
