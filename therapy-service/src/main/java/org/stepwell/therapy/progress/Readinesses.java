package org.stepwell.therapy.progress;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.event.Outbox;

/** Who is ready; the database keeps the promise that it is said once, until it is taken back. */
@Singleton
public class Readinesses implements PanacheRepositoryBase<Readiness, EpisodeId> {

    private final Outbox outbox;

    Readinesses(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Nobody says so any more, or the patient stays after all; where nobody said it, nothing happens. */
    public void putOff(EpisodeId episode, Instant at) {
        findByIdOptional(episode).ifPresent(said -> {
            delete(said);
            outbox.append(said.putOff(at));
        });
    }
}
