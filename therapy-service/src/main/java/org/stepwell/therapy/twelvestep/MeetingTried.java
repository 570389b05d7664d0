package org.stepwell.therapy.twelvestep;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.telling.Told;

/** A meeting that a patient says to have tried: when and of which fellowship, never where or with whom. */
@Entity
class MeetingTried {

    /** How one takes part. */
    @Schema(name = "MeetingFormat")
    enum Format {
        IN_PERSON,
        ONLINE
    }

    /** What is told of a meeting. */
    record What(LocalDate day, Fellowship fellowship, Format format, boolean homeGroup) {}

    @Id
    private UUID id;

    @SuppressWarnings("unused") // asked for by queries alone
    private EpisodeId episode;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Fellowship fellowship;

    @Enumerated(EnumType.STRING)
    private Format format;

    private boolean homeGroup;
    private @Nullable StaffId writtenBy;
    private Instant toldAt;
    private @Nullable Instant takenBackAt;

    @SuppressWarnings("NullAway.Init")
    protected MeetingTried() {}

    MeetingTried(UUID id, Told told, What what) {
        var stay = told.stay();
        if (!stay.holds(what.day())) {
            throw TwelveStepRule.MEETING_OF_A_DAY_IN_THE_PROGRAM.at("/date", stay.days());
        }
        this.id = id;
        this.episode = stay.episode();
        this.patient = stay.patient();
        this.day = what.day();
        this.fellowship = what.fellowship();
        this.format = what.format();
        this.homeGroup = what.homeGroup();
        this.writtenBy = told.writtenBy();
        this.toldAt = told.at();
    }

    /** It was told by mistake: it counts no more, and is kept. */
    void takenBack(Instant now) {
        takenBackAt = takenBackAt == null ? now : takenBackAt;
    }

    MeetingView view() {
        return new MeetingView(id, day, fellowship, format, homeGroup, toldAt, writtenBy);
    }

    LocalDate day() {
        return day;
    }
}
