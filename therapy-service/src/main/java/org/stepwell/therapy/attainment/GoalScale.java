package org.stepwell.therapy.attainment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Stay;

/** A scale agreed on with a patient: five levels of one goal. Changed until it is rated; given up, it stays as it was. */
@Entity
class GoalScale {

    @Id
    private UUID id;

    @Version
    private int version;

    private EpisodeId episode;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    private int weight;

    @Enumerated(EnumType.STRING)
    private Level baseline = Level.LESS_THAN_EXPECTED;

    private String content = "";
    private LocalDate agreedOn;
    private StaffId agreedWith;
    private boolean rated;
    private @Nullable Instant endedAt;
    private @Nullable LocalDate endedOn;

    @SuppressWarnings("NullAway.Init")
    protected GoalScale() {}

    GoalScale(UUID id, Stay stay, StaffId by) {
        mustBeIn(stay);
        this.id = id;
        this.episode = stay.episode();
        this.patient = stay.patient();
        this.agreedOn = stay.today();
        this.agreedWith = by;
    }

    /** What is agreed on; until somebody has rated it. */
    void agree(int weight, Level baseline, String sealed) {
        mustGoOn();
        if (rated) {
            throw AttainmentRule.SCALE_IS_RATED.because("Give this one up, and agree on another.");
        }
        if (baseline.points() >= Level.AS_EXPECTED.points()) {
            throw AttainmentRule.BASELINE_IS_BELOW_EXPECTED.at(
                    "/baseline", "choose %s or %s".formatted(Level.MUCH_LESS_THAN_EXPECTED, Level.LESS_THAN_EXPECTED));
        }
        this.weight = weight;
        this.baseline = baseline;
        this.content = sealed;
    }

    /** @param said today where it is null */
    GoalRating rate(UUID rating, Stay stay, Level level, @Nullable LocalDate said, StaffId by, Instant now) {
        mustBeIn(stay);
        mustGoOn();
        var day = said == null ? stay.today() : said;
        if (day.isBefore(agreedOn) || day.isAfter(stay.today())) {
            throw AttainmentRule.RATING_OF_A_DAY_OF_THE_SCALE.at(
                    "/date", "a day from %s to %s".formatted(agreedOn, stay.today()));
        }
        rated = true;
        return new GoalRating(rating, this, level, day, by, now);
    }

    /** It is not worked on any more. */
    void end(Stay stay, Instant now) {
        mustBeIn(stay);
        mustGoOn();
        endedAt = now;
        endedOn = stay.today();
    }

    private void mustGoOn() {
        if (endedAt != null) {
            throw AttainmentRule.SCALE_WAS_ENDED.because("It was given up at %s.".formatted(endedAt));
        }
    }

    private static void mustBeIn(Stay stay) {
        if (stay.isOver()) {
            throw AttainmentRule.SCALE_WHILE_IN.because("The last day was %s.".formatted(stay.lastDay()));
        }
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    EpisodeId episode() {
        return episode;
    }

    String content() {
        return content;
    }

    /** Where the patient stood on a day, by the last rating until then; nothing where the scale was not worked on. */
    TScore.@Nullable Attained on(LocalDate day, List<GoalRating> ratings) {
        if (agreedOn.isAfter(day) || (endedOn != null && !endedOn.isAfter(day))) {
            return null;
        }
        var until = ratings.stream()
                .filter(rating -> rating.scale().equals(id) && !rating.day().isAfter(day))
                .toList();
        return new TScore.Attained(
                weight, until.isEmpty() ? baseline : until.getLast().level());
    }

    TScore.Attained begun() {
        return new TScore.Attained(weight, baseline);
    }

    boolean goesOn() {
        return endedAt == null;
    }

    GoalScaleView view(ScaleContent opened, List<GoalRating> ratings) {
        return new GoalScaleView(
                id,
                opened,
                weight,
                baseline,
                agreedOn,
                agreedWith,
                endedOn,
                ratings.stream()
                        .filter(rating -> rating.scale().equals(id))
                        .map(GoalRating::view)
                        .toList(),
                version);
    }
}
