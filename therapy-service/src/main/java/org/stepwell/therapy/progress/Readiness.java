package org.stepwell.therapy.progress;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyFact.ReadyForStepDown;
import org.stepwell.contracts.therapy.TherapyFact.StepDownPutOff;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.roster.Episodes.Episode;
import org.stepwell.therapy.safety.SuicideRisk;

/** The team's word that a patient is ready for a lower level of care. */
@Entity
class Readiness {

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

    /**
     * The patient is ready; not while a suicide flag stands, and not outside the program.
     *
     * @param danger what stands between them and less treatment; empty where nothing does
     */
    static Readiness of(Episode episode, Optional<String> danger, StaffId by, Instant now) {
        mustRun(episode);
        danger.ifPresent(stands -> {
            throw new Refusal(
                    ProgressRule.NO_SUICIDE_RISK,
                    "There is %s (%s). Look after the patient first.".formatted(SuicideRisk.inWords(stands), stands));
        });
        return new Readiness(episode, by, now);
    }

    static void mustRun(Episode episode) {
        if (!episode.running()) {
            throw new Refusal(
                    ProgressRule.EPISODE_IS_RUNNING, "Episode %s is not running.".formatted(episode.episode()));
        }
    }

    ReadyForStepDown said() {
        return new ReadyForStepDown(patient, episode, decidedBy, readySince);
    }

    StepDownPutOff putOff(Instant at) {
        return new StepDownPutOff(patient, episode, at);
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
