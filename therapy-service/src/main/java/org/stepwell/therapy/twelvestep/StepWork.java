package org.stepwell.therapy.twelvestep;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.telling.Told;

/** How far a patient says to be with a step; in any order, and as often as they like. */
@Entity
class StepWork {

    /** How far; NOT_BEGUN takes back what was said by mistake. */
    @Schema(name = "StepState")
    enum State {
        NOT_BEGUN,
        BEGUN,
        WORKED
    }

    @Id
    private UUID id;

    @Version
    private int version;

    @SuppressWarnings("unused") // asked for by queries alone
    private EpisodeId episode;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Fellowship fellowship;

    private int step;
    private @Nullable Instant begunAt;
    private @Nullable Instant workedAt;
    private @Nullable StaffId writtenBy;

    @SuppressWarnings("NullAway.Init")
    protected StepWork() {}

    StepWork(UUID id, Told told, Fellowship fellowship, int step) {
        fellowship.mustHave(step);
        this.id = id;
        this.episode = told.stay().episode();
        this.patient = told.stay().patient();
        this.fellowship = fellowship;
        this.step = step;
    }

    /** The patient says how far they are; one that was worked may be taken up again. */
    void is(State said, Told told) {
        if (said == state()) {
            return;
        }
        switch (said) {
            case NOT_BEGUN -> {
                begunAt = null;
                workedAt = null;
            }
            case BEGUN -> {
                begunAt = told.at();
                workedAt = null;
            }
            case WORKED -> {
                begunAt = begunAt == null ? told.at() : begunAt;
                workedAt = told.at();
            }
        }
        writtenBy = told.writtenBy();
    }

    private State state() {
        return workedAt != null ? State.WORKED : begunAt != null ? State.BEGUN : State.NOT_BEGUN;
    }

    StepView view() {
        return new StepView(fellowship, step, state(), begunAt, workedAt, writtenBy);
    }
}
