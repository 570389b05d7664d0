package org.stepwell.therapy.progress;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.event.Outbox;
import org.stepwell.therapy.roster.Episodes.Episode;

/** Who is ready; the database keeps the promise that it is said once, until it is taken back. */
@Singleton
public class Readinesses implements PanacheRepositoryBase<Readiness, EpisodeId> {

    private final Outbox outbox;

    Readinesses(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The patient stays after all. Who was said to be ready since then, is: a word that is late takes back none that is newer. */
    public void stays(EpisodeId episode, Instant at) {
        findByIdOptional(episode).filter(said -> !said.since().isAfter(at)).ifPresent(said -> putOff(said, at));
    }

    /** Nobody says so any more; where nobody said it, nothing happens. */
    void putOff(Episode episode, Instant now) {
        Readiness.mustRun(episode);
        findByIdOptional(episode.episode()).ifPresent(said -> putOff(said, now));
    }

    private void putOff(Readiness said, Instant at) {
        delete(said);
        outbox.append(said.putOff(at));
    }
}
