package org.stepwell.therapy.career;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.telling.Told;

/** Something that is, or was, in a patient's way to work or school. */
@Entity
@Table(name = "career_barrier")
class BarrierMet {

    /** Whether it still is; it may be again. */
    @Schema(name = "CareerBarrierState")
    enum State {
        IN_THE_WAY,
        OVERCOME
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
    private Barrier barrier;

    private Instant metAt;
    private @Nullable Instant overcomeAt;
    private @Nullable StaffId writtenBy;

    @SuppressWarnings("NullAway.Init")
    protected BarrierMet() {}

    /** The first word on it; what was never in the way is not overcome. */
    BarrierMet(UUID id, Told told, Barrier barrier, State said) {
        if (said == State.OVERCOME) {
            throw CareerRule.BARRIER_WAS_IN_THE_WAY.because("Nobody said before that %s is.".formatted(barrier));
        }
        this.id = id;
        this.episode = told.stay().episode();
        this.patient = told.stay().patient();
        this.barrier = barrier;
        this.metAt = told.at();
        this.writtenBy = told.writtenBy();
    }

    /** The patient says whether it still is in the way. */
    void is(State said, Told told) {
        if (said == state()) {
            return;
        }
        if (said == State.IN_THE_WAY) {
            metAt = told.at();
            overcomeAt = null;
        } else {
            overcomeAt = told.at();
        }
        writtenBy = told.writtenBy();
    }

    private State state() {
        return overcomeAt == null ? State.IN_THE_WAY : State.OVERCOME;
    }

    BarrierView view() {
        return new BarrierView(barrier, state(), metAt, overcomeAt, writtenBy);
    }
}
