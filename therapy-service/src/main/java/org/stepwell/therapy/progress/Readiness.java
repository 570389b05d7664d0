package org.stepwell.therapy.progress;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyFact.ReadyForStepDown;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.roster.Episodes.Episode;

/** The team's word that a patient is ready for a lower level of care. */
@Entity
class Readiness {

    private static final Set<String> SUICIDE_FLAGS = Set.of("SUICIDE_ITEM", "SUICIDE_RISK_HIGH");

    @EmbeddedId
    private EpisodeId episode;

    private PatientId patient;
    private Instant readySince;
    private StaffId decidedBy;

    @SuppressWarnings("NullAway.Init")
    protected Readiness() {}

    private Readiness(Episode of, StaffId by, Instant now) {
        this.episode = of.episode();
        this.patient = of.patient();
        this.readySince = now;
        this.decidedBy = by;
    }

    /** The patient is ready; not while a suicide flag stands, and not outside the program. */
    static Readiness of(Episode episode, List<String> openFlags, StaffId by, Instant now) {
        if (!episode.running()) {
            throw new Refusal(
                    ProgressRule.EPISODE_IS_RUNNING, "Episode %s is not running.".formatted(episode.episode()));
        }
        openFlags.stream().filter(SUICIDE_FLAGS::contains).findFirst().ifPresent(flag -> {
            throw new Refusal(
                    ProgressRule.NO_OPEN_SUICIDE_FLAG,
                    "%s stands. Look after the patient and clear it first.".formatted(flag));
        });
        return new Readiness(episode, by, now);
    }

    ReadyForStepDown said() {
        return new ReadyForStepDown(patient, episode, decidedBy, readySince);
    }

    Refusal already() {
        return new Refusal(ProgressRule.READY_ALREADY, "Ready since %s.".formatted(readySince));
    }

    Instant since() {
        return readySince;
    }

    StaffId by() {
        return decidedBy;
    }
}
