package org.stepwell.enrollment.episode;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanned;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** When and why a treatment is meant to end, and the level of care that follows. */
@Embeddable
record DischargePlan(
        @Column(name = "planned_end") LocalDate targetDate,

        @Enumerated(EnumType.STRING) @Column(name = "planned_reason")
        DischargeReason reason,

        @Column(name = "planned_next_level") @Nullable String nextLevel) {

    DischargePlanned said(PatientId patient, EpisodeId episode, Instant now) {
        return new DischargePlanned(patient, episode, targetDate, reason, nextLevel, now);
    }
}
