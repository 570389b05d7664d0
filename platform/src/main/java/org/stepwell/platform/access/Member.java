package org.stepwell.platform.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/**
 * Somebody with an account at a clinic.
 *
 * @param known false while something that was said of them waits among the parked: nobody can say what they may
 * @param active false once they are suspended or have left
 * @param roles as tokens say them
 */
record Member(
        boolean known,
        boolean active,
        Set<String> roles,
        @Nullable StaffId staff,
        @Nullable PatientId patient,
        @Nullable PartnerId partner) {}
