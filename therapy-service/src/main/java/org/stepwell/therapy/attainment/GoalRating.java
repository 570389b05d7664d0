package org.stepwell.therapy.attainment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;

/** How far a patient had come on a scale on a day; never changed, of one day the one that was recorded last counts. */
@Entity
class GoalRating {

    @Id
    private UUID id;

    private UUID scaleId;

    @SuppressWarnings("unused") // asked for by queries alone
    private EpisodeId episode;

    @Enumerated(EnumType.STRING)
    private Level level;

    private LocalDate day;
    private StaffId ratedBy;
    private Instant ratedAt;

    @SuppressWarnings("NullAway.Init")
    protected GoalRating() {}

    GoalRating(UUID id, GoalScale scale, Level level, LocalDate day, StaffId by, Instant now) {
        this.id = id;
        this.scaleId = scale.id();
        this.episode = scale.episode();
        this.level = level;
        this.day = day;
        this.ratedBy = by;
        this.ratedAt = now;
    }

    UUID scale() {
        return scaleId;
    }

    LocalDate day() {
        return day;
    }

    Level level() {
        return level;
    }

    GoalScaleView.Rating view() {
        return new GoalScaleView.Rating(day, level, ratedBy, ratedAt);
    }
}
