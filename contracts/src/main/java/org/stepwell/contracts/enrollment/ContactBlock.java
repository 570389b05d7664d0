package org.stepwell.contracts.enrollment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a patient is and how they are reached: what stands sealed in the {@code contact} of a {@code patient-changed}, the one
 * block of names and numbers that travels.
 */
public record ContactBlock(
        String givenName,
        String familyName,
        @Nullable String preferredName,
        LocalDate birthDate,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address) {}
