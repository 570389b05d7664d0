package org.stepwell.aftercare.milestone;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** Days in a row that a patient counts from a date of their choice, until they begin anew. */
@Entity
class SobrietyRun {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    @Id
    private UUID id;

    @Version
    private int version;

    private PatientId patient;
    private LocalDate since;
    private @Nullable LocalDate lastDay;
    private @Nullable StaffId writtenBy;
    private Instant saidAt;

    @SuppressWarnings("NullAway.Init")
    protected SobrietyRun() {}

    /**
     * That a patient says something of their days.
     *
     * @param today on the clinic's calendar
     * @param writtenBy who of the staff wrote it down; null where the patient did
     */
    record Said(LocalDate today, @Nullable StaffId writtenBy, Instant at) {}

    SobrietyRun(UUID id, PatientId patient, LocalDate since, Said said) {
        this.id = id;
        this.patient = patient;
        isSince(since, said);
    }

    /** The date was said wrongly: it is another one, and nothing began anew. */
    final void isSince(LocalDate date, Said said) {
        if (date.isAfter(said.today()) || date.isBefore(FIRST_DAY)) {
            throw SobrietyRule.DAYS_ARE_COUNTED_FROM_A_DAY_THAT_CAME.at(
                    "/since", "from %s to %s".formatted(FIRST_DAY, said.today()));
        }
        since = date;
        writtenBy = said.writtenBy();
        saidAt = said.at();
    }

    /** Days are counted anew from a date; these end the day before it, and stay counted. */
    void endsBefore(LocalDate next) {
        if (!next.isAfter(since)) {
            throw SobrietyRule.A_NEW_BEGINNING_FOLLOWS.at(
                    "/since", "after %s; or leave out again, where that date was said wrongly".formatted(since));
        }
        lastDay = next.minusDays(1);
    }

    /** How many days there are, on a day of the clinic: the day itself is the first as it is over. */
    int days(LocalDate today) {
        var end = lastDay == null ? today : lastDay.plusDays(1);
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(since, end)));
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    LocalDate since() {
        return since;
    }

    @Nullable
    LocalDate lastDay() {
        return lastDay;
    }

    @Nullable
    StaffId writtenBy() {
        return writtenBy;
    }

    Instant saidAt() {
        return saidAt;
    }
}
