package org.stepwell.therapy.drugscreen;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.Refusal;

/** A urine drug screen, from the day on which it is asked for to the last word on what was found. */
@Entity
class DrugScreen {

    @EmbeddedId
    private DrugScreenId id;

    @Version
    private int version;

    @Embedded
    private Asked asked;

    @Embedded
    private ScreenWhat what;

    @Enumerated(EnumType.STRING)
    private ScreenStatus status = ScreenStatus.ORDERED;

    private Instant statusAt;
    private @Nullable StaffId statusBy;

    @Embedded
    private @Nullable Specimen specimen; // one of which nothing is known is read as none

    @Enumerated(EnumType.STRING)
    private @Nullable CancelledBecause cancelledBecause;

    private @Nullable Instant resultsAt;
    private @Nullable Instant reviewedAt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] explained = {};

    /** Why nobody waits for it any more. */
    @Schema(name = "CancelledBecause")
    enum CancelledBecause {
        EXCUSED,
        ORDERED_IN_ERROR,
        SPECIMEN_LOST,
        /** The stay was over. */
        LEFT
    }

    /** Of whom, in which stay and on which day, whether the day was drawn, and who asks. */
    @Embeddable
    record Asked(
            PatientId patient,
            EpisodeId episode,
            LocalDate day,
            boolean atRandom,
            StaffId orderedBy,
            Instant orderedAt) {}

    @SuppressWarnings("NullAway.Init")
    protected DrugScreen() {}

    DrugScreen(DrugScreenId id, Asked asked, ScreenWhat what) {
        this.id = id;
        this.asked = asked;
        this.what = what;
        this.statusAt = asked.orderedAt();
    }

    /** A specimen is there; one that is too cold or too warm is invalid at once. */
    void collect(Instant at, @Nullable Integer fahrenheit, StaffId by, Instant now, ZoneId zone) {
        if (at.isAfter(now) || !LocalDate.ofInstant(at, zone).equals(asked.day())) {
            throw ScreenRule.COLLECTED_ON_ITS_DAY.at("/at", "a time on %s, until now".formatted(asked.day()));
        }
        if (!status.next().contains(ScreenStatus.COLLECTED)) {
            throw refused("be collected");
        }
        specimen = specimen();
        become(specimen.collected(at, fahrenheit) ? ScreenStatus.COLLECTED : ScreenStatus.INVALID, by, now);
    }

    /** The laboratory says how much creatinine is in it; false where it is too little, and the specimen says nothing. */
    boolean measured(int milligrams, StaffId by, Instant now) {
        mustTakeResults();
        specimen = specimen();
        boolean enough = specimen.measured(milligrams);
        if (!enough) {
            become(ScreenStatus.INVALID, by, now);
        }
        return enough;
    }

    /** The patient gave none: that is a result of its own, and no positive one. */
    void refuse(StaffId by, Instant now) {
        become(ScreenStatus.REFUSED, by, now);
    }

    /** There was not enough of it. */
    void insufficient(StaffId by, Instant now) {
        become(ScreenStatus.INSUFFICIENT, by, now);
    }

    void cancel(CancelledBecause why, @Nullable StaffId by, Instant now) {
        become(ScreenStatus.CANCELLED, by, now);
        cancelledBecause = why;
    }

    /** The stay goes on after all; nobody but its end had cancelled it. */
    void goesOn(Instant now) {
        if (cancelledBecause != CancelledBecause.LEFT) {
            throw refused("go on");
        }
        become(ScreenStatus.ORDERED, null, now);
        cancelledBecause = null;
    }

    /** Its day went by. */
    void missed(Instant now) {
        become(ScreenStatus.MISSED, null, now);
    }

    /**
     * What the laboratory found, of one kind.
     *
     * @param before what was recorded before
     */
    void found(List<ScreenResult.Reading> readings, List<ScreenResult> before, StaffId by, Instant now) {
        mustTakeResults();
        var once = new HashSet<String>();
        for (int i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            if (!what.analytes().contains(reading.analyte()) || !once.add(reading.analyte())) {
                throw ScreenRule.RESULT_OF_WHAT_WAS_ORDERED.at(
                        "/readings/%d/analyte".formatted(i), "One of %s, each once.".formatted(what.analytes()));
            }
            if (before.stream()
                    .anyMatch(one -> one.analyte().equals(reading.analyte()) && one.kind() == reading.kind())) {
                throw ScreenRule.RESULT_IS_RECORDED_ONCE.because(
                        "There is a %s result of %s. Correct it.".formatted(reading.kind(), reading.analyte()));
            }
        }
        boolean confirmed = readings.getFirst().kind() == ResultKind.CONFIRMED;
        var next = confirmed ? ScreenStatus.CONFIRMED : ScreenStatus.PRESUMPTIVE;
        if (status == ScreenStatus.COLLECTED || (confirmed && status != next)) {
            become(next, by, now);
        }
        resultsAt = now;
    }

    private void mustTakeResults() {
        if (status != ScreenStatus.COLLECTED && !status.hasResults()) {
            throw refused("have results");
        }
    }

    /** A result was corrected. */
    void corrected(Instant now) {
        if (!status.hasResults()) {
            throw refused("have a result corrected");
        }
        resultsAt = now;
    }

    /**
     * Somebody looked at it with the patient.
     *
     * @param positives what was found, by what counts
     * @param by the analytes among them that are explained by a prescription after all
     */
    void reviewed(Set<String> positives, List<String> by, Instant now) {
        if (!status.isTalkedOver()) {
            throw ScreenRule.REVIEWED_ONCE_FOUND.because("It is %s.".formatted(status));
        }
        for (int i = 0; i < by.size(); i++) {
            if (!positives.contains(by.get(i))) {
                throw ScreenRule.EXPLAINED_IF_FOUND.at("/explained/" + i, "One of %s.".formatted(positives));
            }
        }
        explained = by.stream().distinct().sorted().toArray(String[]::new);
        reviewedAt = now;
    }

    private void become(ScreenStatus next, @Nullable StaffId by, Instant now) {
        if (!status.next().contains(next)) {
            throw refused("become " + next);
        }
        status = next;
        statusBy = by;
        statusAt = now;
    }

    private Refusal refused(String what) {
        return ScreenRule.SCREEN_GOES_FORWARD.because("It is %s, and can not %s.".formatted(status, what));
    }

    DrugScreenId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return asked.patient();
    }

    EpisodeId episode() {
        return asked.episode();
    }

    LocalDate day() {
        return asked.day();
    }

    ScreenWhat what() {
        return what;
    }

    ScreenStatus status() {
        return status;
    }

    @Nullable
    Instant reviewedAt() {
        return reviewedAt;
    }

    boolean isExplained(String analyte) {
        return List.of(explained).contains(analyte);
    }

    Asked asked() {
        return asked;
    }

    Instant statusAt() {
        return statusAt;
    }

    @Nullable
    StaffId statusBy() {
        return statusBy;
    }

    Specimen specimen() {
        return specimen == null ? new Specimen() : specimen;
    }

    @Nullable
    CancelledBecause cancelledBecause() {
        return cancelledBecause;
    }

    @Nullable
    Instant resultsAt() {
        return resultsAt;
    }
}
