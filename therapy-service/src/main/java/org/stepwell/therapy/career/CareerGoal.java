package org.stepwell.therapy.career;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.telling.Told;

/** What a patient wants to reach at work or in school, and by when. */
@Entity
class CareerGoal {

    /** How it stands; one that was reached or given up by mistake is opened again. */
    @Schema(name = "CareerGoalState")
    enum State {
        OPEN,
        REACHED,
        GIVEN_UP;

        Set<State> next() {
            return switch (this) {
                case OPEN -> EnumSet.of(REACHED, GIVEN_UP);
                case REACHED, GIVEN_UP -> EnumSet.of(OPEN);
            };
        }
    }

    @Id
    private UUID id;

    @Version
    private int version;

    @SuppressWarnings("unused") // asked for by queries alone
    private EpisodeId episode;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    private String goal;
    private LocalDate targetDay;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    private LocalDate stateDay;
    private @Nullable StaffId writtenBy;
    private Instant toldAt;

    @SuppressWarnings("NullAway.Init")
    protected CareerGoal() {}

    /** @param sealed what it is, sealed for this goal */
    CareerGoal(UUID id, Told told, String sealed, LocalDate target) {
        this.id = id;
        this.episode = told.stay().episode();
        this.patient = told.stay().patient();
        this.stateDay = told.today();
        is(told, sealed, target);
    }

    /** This, and by this day, whatever it was before. */
    final void is(Told told, String sealed, LocalDate target) {
        if (state != State.OPEN) {
            throw CareerRule.CAREER_GOAL_IS_OPEN.because("It is %s since %s.".formatted(state, stateDay));
        }
        if (target.isBefore(told.today())) {
            throw CareerRule.CAREER_GOAL_FOR_A_DAY_TO_COME.at("/targetDate", "%s or later".formatted(told.today()));
        }
        goal = sealed;
        targetDay = target;
        writtenBy = told.writtenBy();
        toldAt = told.at();
    }

    /** The patient says how it stands; saying so again changes nothing. */
    void stands(Told told, State said) {
        if (said == state) {
            return;
        }
        if (!state.next().contains(said)) {
            throw CareerRule.CAREER_GOAL_IS_OPEN.because("It is %s since %s.".formatted(state, stateDay));
        }
        state = said;
        stateDay = told.today();
        writtenBy = told.writtenBy();
        toldAt = told.at();
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String sealedGoal() {
        return goal;
    }

    CareerGoalView view(String opened) {
        return new CareerGoalView(id, opened, targetDay, state, stateDay, toldAt, writtenBy, version);
    }
}
