package org.stepwell.therapy.telling;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Access;
import org.stepwell.therapy.roster.Episodes;

/** What patients tell of themselves, on their phone or to staff who are with them. */
@Singleton
public class Telling {

    private final Episodes episodes;
    private final Access access;
    private final Clock clock;

    Telling(Episodes episodes, Access access, Clock clock) {
        this.episodes = episodes;
        this.access = access;
        this.clock = clock;
    }

    /** Somebody tells, of an episode that they may tell of. */
    public Told of(EpisodeId episode) {
        var stay = episodes.stay(episode);
        access.to(stay.patient());
        return new Told(stay, access.byPatient() ? null : access.staff(), clock.instant());
    }

    /** The same, where the answer shows what was told before: to the patient, or to staff who may read it. Intake reads none of it. */
    public Told toWhoReads(EpisodeId episode) {
        var told = of(episode);
        if (!access.readsWhatIsTold()) {
            throw TellingRule.TOLD_TO_WHO_READS_IT.because("Ask whoever treats the patient, or a supervisor.");
        }
        return told;
    }
}
