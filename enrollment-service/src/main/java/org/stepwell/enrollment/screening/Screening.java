package org.stepwell.enrollment.screening;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.enrollment.patient.Age;
import org.stepwell.enrollment.stop.Grounds;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * The end of a visit: the six dimensions as they were seen, and the level they suggest. What stops an admission are the
 * patient's findings.
 */
@Entity
class Screening {

    static final String THIS_PROGRAM = "2.1";
    private static final String THIRD_EDITION = "3";

    @EmbeddedId
    private ScreeningId id;

    @Version
    private int version;

    private PatientId patient;
    private String edition;
    private Dimensions dimensions;

    private boolean ambulatoryWithdrawalManagement;

    @SuppressWarnings("UnusedVariable") // what was suggested then stays, whatever is suggested later
    private @Nullable String suggestedLevel;

    @Enumerated(EnumType.STRING)
    private LevelSuggestion firedRule;

    private String screenedBy;

    private Instant screenedAt;
    private @Nullable LevelDecision decision;

    @SuppressWarnings("NullAway.Init")
    protected Screening() {}

    private Screening(ScreeningId id, Seen seen, boolean crisis, String by, Instant now) {
        this.id = id;
        this.patient = seen.patient();
        this.edition = THIRD_EDITION;
        this.dimensions = seen.dimensions();
        this.ambulatoryWithdrawalManagement = seen.withdrawalManaged();
        this.firedRule = LevelSuggestion.of(dimensions, ambulatoryWithdrawalManagement, crisis);
        this.suggestedLevel = firedRule.levels().isEmpty() ? null : firedRule.words();
        this.screenedBy = by;
        this.screenedAt = now;
    }

    /** What was seen in a visit. */
    record Seen(PatientId patient, Dimensions dimensions, boolean withdrawalManaged) {}

    /**
     * Ends a visit.
     *
     * @param standing what stands about the patient, whoever found it
     * @param found what this visit adds to it
     */
    static Screening concluding(ScreeningId id, Seen seen, Standing standing, Set<Stop> found, String by, Instant now) {
        if (standing.stops().contains(Stop.SUICIDE_ITEM) || found.contains(Stop.SUICIDE_ITEM)) {
            throw new Refusal(
                    ScreeningRule.SUICIDE_SCREENER_DUE, "Record a C-SSRS at the patient's measures, then come back.");
        }
        boolean crisis = standing.crisis() || found.stream().anyMatch(Stop::crisis);
        return new Screening(id, seen, crisis, by, now);
    }

    /** What a visit finds: what was stated, and what follows from the age and from the dimensions. */
    static Set<Stop> found(Seen seen, Set<Stop> stated, LocalDate born, LocalDate today) {
        var found = EnumSet.noneOf(Stop.class);
        found.addAll(stated);
        if (Age.isMinor(born, today)) {
            found.add(Stop.UNDER_AGE);
        }
        if (!LevelSuggestion.of(seen.dimensions(), seen.withdrawalManaged(), false)
                .levels()
                .contains(THIS_PROGRAM)) {
            found.add(Stop.OTHER_LEVEL);
        }
        return found;
    }

    /**
     * A clinician decides the level, with a reason where it is none of the suggested ones.
     *
     * @param crisis whether an emergency or a crisis stands now
     * @param why the reason, where there is one
     */
    void decide(
            String level, @Nullable Grounds why, UnaryOperator<String> seal, boolean crisis, String by, Instant now) {
        var suggestion = suggestion(crisis);
        if (why == null && !suggestion.levels().contains(level)) {
            throw new Refusal(
                    ScreeningRule.LEVEL_SAYS_WHY,
                    "The suggested level for clinician review is %s (%s)."
                            .formatted(suggestion.words(), suggestion.because()),
                    List.of(new FieldError("/reason", "why it is another, in at least twenty characters")));
        }
        decision = new LevelDecision(level, why == null ? null : seal.apply(why.reason()), by, now);
    }

    /** Whether a clinician decided for a level that is not suggested. */
    boolean decidedAnother() {
        return decision != null && !suggestion(false).levels().contains(decision.level());
    }

    /** What is suggested now: once every emergency and crisis is dealt with, the dimensions alone speak. */
    LevelSuggestion suggestion(boolean crisis) {
        return LevelSuggestion.of(dimensions, ambulatoryWithdrawalManagement, crisis);
    }

    /** What it says about the level; whoever is in a crisis is stopped by that, and not by their level. */
    Screenings.Level level() {
        var decided = decision;
        return new Screenings.Level(
                screenedAt,
                Set.copyOf(suggestion(false).levels()),
                decided == null ? null : decided.level(),
                decidedAnother());
    }

    ScreeningId id() {
        return id;
    }

    PatientId patient() {
        return patient;
    }

    int version() {
        return version;
    }

    Dimensions dimensions() {
        return dimensions;
    }

    boolean withdrawalManaged() {
        return ambulatoryWithdrawalManagement;
    }

    /** The rule that fired when the patient was screened; it stays with the screening. */
    @Nullable
    String suggestedLevel() {
        return suggestedLevel;
    }

    LevelSuggestion firedRule() {
        return firedRule;
    }

    String edition() {
        return edition;
    }

    Instant screenedAt() {
        return screenedAt;
    }

    String screenedBy() {
        return screenedBy;
    }

    @Nullable
    LevelDecision decision() {
        return decision;
    }
}
