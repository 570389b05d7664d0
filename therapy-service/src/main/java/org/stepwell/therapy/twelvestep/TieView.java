package org.stepwell.therapy.twelvestep;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody, or a group, whom a patient has in a fellowship; said and changed in aftercare. */
@Schema(name = "FellowshipTie")
record TieView(
        @Schema(examples = "B.", description = "of a sponsor, a first name or initials")
        String name,

        LocalDate since) {}
