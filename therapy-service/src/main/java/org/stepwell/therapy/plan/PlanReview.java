package org.stepwell.therapy.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.ReviewReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.therapy.TherapyFact.PlanSigned;
import org.stepwell.contracts.therapy.TherapyFact.ReviewDue;
import org.stepwell.therapy.roster.Away;

/** The next look at an episode's plan: by when, why, and whether it was asked for. It rests once the episode is over. */
@Entity
class PlanReview {

    private static final List<ReviewReason> GRAVEST_FIRST = List.of(
            ReviewReason.SAFETY, ReviewReason.CLINICAL_REVIEW, ReviewReason.NEW_DIAGNOSIS, ReviewReason.TRACK_CHANGED);

    @EmbeddedId
    private EpisodeId episode;

    @Version
    private int version;

    private PatientId patient;
    private LocalDate started;
    private @Nullable LocalDate askOn;
    private @Nullable LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ReviewReason reason = ReviewReason.NO_PLAN_YET;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "plan_review_cause", joinColumns = @JoinColumn(name = "episode_id"))
    @MapKeyColumn(name = "reason")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<ReviewReason, Cause> causes = new EnumMap<>(ReviewReason.class);

    private @Nullable Instant askedAt;
    private @Nullable Instant signedAt; // by the clinician: what came later is not in the text
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected PlanReview() {}

    PlanReview(EpisodeId episode, PatientId patient, LocalDate started) {
        this.episode = episode;
        this.patient = patient;
        this.started = started;
    }

    /** Once the program's rules are known, the first plan has a day. */
    void firstPlanBy(LocalDate day) {
        askOn = day;
        dueOn = day;
    }

    /** A plan holds: the clock begins anew. What came after the clinician signed its text is still asked for. */
    void signed(PlanSigned plan, Instant textSignedAt) {
        signedAt = textSignedAt;
        askOn = plan.reviewOn();
        dueOn = plan.reviewOn();
        reason = ReviewReason.PERIODIC;
        askedAt = null;
        causes.values().removeIf(cause -> !cause.isLaterThan(textSignedAt));
        takeUp();
    }

    /**
     * Something happened that the plan may not know of; false where it knew, or is looked at for that or for worse already.
     * Before the first plan holds it is kept in mind: somebody may have signed its text already.
     */
    boolean outOfTurn(ReviewReason why, Cause cause) {
        if (signedAt != null && !cause.isLaterThan(signedAt)) {
            return false;
        }
        var before = causes.get(why);
        if (before == null || cause.isLaterThan(before.knownAt())) {
            causes.put(why, cause);
        }
        return before == null && signedAt != null && takeUp();
    }

    /** The gravest is told, and the earliest day counts; true where that is not asked for yet. */
    private boolean takeUp() {
        var told = reason;
        var due = dueOn;
        for (var cause : causes.values()) {
            askOn = earliest(askOn, cause.fromDay());
            dueOn = earliest(dueOn, cause.byDay());
        }
        reason = GRAVEST_FIRST.stream().filter(causes::containsKey).findFirst().orElse(reason);
        if (reason == told && Objects.equals(dueOn, due)) {
            return false;
        }
        askedAt = null;
        return true;
    }

    private static LocalDate earliest(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /** The day has come; asked once, and of nobody who is away. What fell due meanwhile is due on the day they are back. */
    Optional<ReviewDue> ask(LocalDate today, Away away, Instant now) {
        if (dueOn == null || !asksOn(today, away).filter(today::equals).isPresent()) {
            return Optional.empty();
        }
        dueOn = away.hereFrom(dueOn).orElse(dueOn);
        askedAt = now;
        return Optional.of(new ReviewDue(patient, episode, reason, dueOn, now));
    }

    /** The day on which it is asked for; none where it is already, or while nobody knows when the patient is back. */
    Optional<LocalDate> asksOn(LocalDate today, Away away) {
        if (askOn == null || askedAt != null) {
            return Optional.empty();
        }
        return away.hereFrom(askOn.isBefore(today) ? today : askOn);
    }

    /** The episode is over. */
    void ended(Instant at) {
        endedAt = at;
    }

    /** It goes on after all: what was asked for and not done is asked for again. */
    void goesOn() {
        if (endedAt != null) {
            endedAt = null;
            askedAt = null;
        }
    }

    boolean isOver() {
        return endedAt != null;
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    LocalDate started() {
        return started;
    }

    PlanReviewResource.View view() {
        return new PlanReviewResource.View(episode, reason, dueOn);
    }

    boolean hasADay() {
        return dueOn != null;
    }
}
