package org.stepwell.enrollment.episode;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.stepwell.contracts.scheduling.SchedulingFact.PlacementAnswered;

/** What scheduling answered: whether the week could be seated, and what it lacks. */
@Embeddable
record Placement(
        @Enumerated(EnumType.STRING) @Column(name = "placement")
        PlacementAnswered.Outcome outcome,

        @Column(name = "placement_missing_minutes") int missingMinutes,
        @Column(name = "placement_missing_days") int missingDays) {}
