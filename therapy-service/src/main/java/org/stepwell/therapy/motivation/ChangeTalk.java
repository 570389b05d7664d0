package org.stepwell.therapy.motivation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Presence;
import org.stepwell.therapy.roster.Stay;

/** What a patient said for and against change in a session, as a clinician counted it. */
@Entity
class ChangeTalk {

    @Id
    private UUID id;

    @Version
    private int version;

    @SuppressWarnings("unused") // asked for by queries alone
    private EpisodeId episode;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    private SessionId session;
    private LocalDate day;

    @Embedded
    private TalkCounts counts;

    private StaffId countedBy;
    private Instant countedAt;

    @SuppressWarnings("NullAway.Init")
    protected ChangeTalk() {}

    private ChangeTalk(UUID id, Stay stay, Presence session, TalkCounts counts, StaffId by, Instant now) {
        this.id = id;
        this.episode = stay.episode();
        this.patient = stay.patient();
        this.session = session.session();
        this.day = session.day();
        this.counts = counts;
        this.countedBy = by;
        this.countedAt = now;
    }

    /** Counts for the first time. */
    static ChangeTalk counted(UUID id, Stay stay, Presence session, TalkCounts counts, StaffId by, Instant now) {
        mustHaveBeenThere(session);
        return new ChangeTalk(id, stay, session, counts, by, now);
    }

    /** Counts again, in place of what was counted. */
    void recounted(Presence in, TalkCounts again, StaffId by, Instant now) {
        mustHaveBeenThere(in);
        counts = again;
        countedBy = by;
        countedAt = now;
    }

    private static void mustHaveBeenThere(Presence in) {
        if (!in.attended()) {
            throw MotivationRule.TALK_OF_A_SESSION_THEY_WERE_AT.because(
                    "No presence at the session of %s is known in this episode.".formatted(in.day()));
        }
    }

    int version() {
        return version;
    }

    TalkView view() {
        return new TalkView(
                session, day, counts, counts.forChange(), counts.changePercent(), countedBy, countedAt, version);
    }
}
