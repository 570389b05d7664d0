package org.stepwell.therapy.twelvestep;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** The meetings that patients say to have tried; those taken back are kept, and shown to nobody. */
@Singleton
class MeetingsTried implements PanacheRepositoryBase<MeetingTried, UUID> {

    MeetingTried of(EpisodeId episode, UUID meeting) {
        return find("episode = ?1 and id = ?2", episode, meeting)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The last of an episode, oldest first. */
    List<MeetingTried> last(EpisodeId episode, int count) {
        return find("episode = ?1 and takenBackAt is null order by day desc, id desc", episode)
                .page(0, count)
                .list()
                .reversed();
    }

    /** How often a patient went in these days, in whatever episode. */
    int count(PatientId patient, LocalDate from, LocalDate through) {
        return Math.toIntExact(
                count("patient = ?1 and day between ?2 and ?3 and takenBackAt is null", patient, from, through));
    }
}
