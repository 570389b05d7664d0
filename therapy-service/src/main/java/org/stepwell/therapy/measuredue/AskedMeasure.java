package org.stepwell.therapy.measuredue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.measuredue.MeasureSchedule.Ask;

/** A questionnaire that somebody is to answer; one of a kind is open at a time. */
@Entity
@Table(name = "measure_asked")
class AskedMeasure {

    @Id
    private UUID id;

    @Version
    private int version;

    private EpisodeId episode;
    private PatientId patient;
    private String instrument;

    @Enumerated(EnumType.STRING)
    private Asks asks;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    private LocalDate dueOn;
    private Instant askedAt;
    private @Nullable Instant unansweredSince;
    private @Nullable Instant answersFrom;

    @Enumerated(EnumType.STRING)
    private AskedStatus status = AskedStatus.OPEN;

    private @Nullable MeasureId measure;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected AskedMeasure() {}

    AskedMeasure(UUID id, EpisodeId episode, PatientId patient, Ask ask, Instant now) {
        this.id = id;
        this.episode = episode;
        this.patient = patient;
        this.instrument = ask.instrument();
        this.asks = ask.asks();
        this.occasion = ask.occasion();
        this.dueOn = ask.dueOn();
        this.askedAt = now;
    }

    /** The screener, because something was named that one of a time or later answers. */
    static AskedMeasure named(UUID id, EpisodeId episode, PatientId patient, Ask ask, Instant from, Instant now) {
        var one = new AskedMeasure(id, episode, patient, ask, now);
        one.answersFrom = from;
        return one;
    }

    /** It was answered. */
    void answered(MeasureId by, Instant at) {
        become(AskedStatus.ANSWERED, at);
        measure = by;
    }

    /** A newer one is asked instead, or its time is over. */
    void superseded(Instant at) {
        become(AskedStatus.SUPERSEDED, at);
    }

    /** Nobody asks any more. */
    void withdrawn(Instant at) {
        become(AskedStatus.WITHDRAWN, at);
    }

    /** Nobody answered it in time; true the first time. */
    boolean unanswered(Instant at) {
        if (unansweredSince != null) {
            return false;
        }
        unansweredSince = at;
        return true;
    }

    /** It was named again, at a later time. */
    void namedAgain(Instant from, LocalDate day) {
        answersFrom = from.isAfter(answersFrom()) ? from : answersFrom();
        dueOn = day.isAfter(dueOn) ? day : dueOn;
    }

    private void become(AskedStatus next, Instant at) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("what is %s can not become %s".formatted(status, next));
        }
        status = next;
        endedAt = at;
    }

    boolean isOpen() {
        return status == AskedStatus.OPEN;
    }

    boolean isUnanswered() {
        return unansweredSince != null;
    }

    /** Whether the patient is asked, and not the staff. */
    boolean asksThePatient() {
        return asks == Asks.PATIENT;
    }

    boolean asksForTheScreener() {
        return occasion == Occasion.SUICIDE_ITEM;
    }

    boolean isForDischarge() {
        return occasion == Occasion.PLANNED_DISCHARGE;
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    String instrument() {
        return instrument;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    /** Of one that asks for the screener: one that was taken before does not answer it. */
    Instant answersFrom() {
        return Objects.requireNonNull(answersFrom);
    }

    Instant askedAt() {
        return askedAt;
    }

    AskedView view() {
        return new AskedView(id, instrument, asks, occasion, dueOn, status, askedAt, unansweredSince, measure, endedAt);
    }

    AskedOfMeView ofMe(String title) {
        return new AskedOfMeView(id, episode, instrument, title, dueOn);
    }
}
