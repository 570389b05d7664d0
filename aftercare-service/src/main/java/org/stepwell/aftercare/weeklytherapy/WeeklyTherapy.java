package org.stepwell.aftercare.weeklytherapy;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** With which weekly therapy a plan goes on. */
@Entity
class WeeklyTherapy {

    /** So many days without a session are two weeks running. */
    static final int GAP_DAYS = 14;

    /** Of what is sealed, the name of whoever gives it elsewhere. */
    static final String THERAPIST = "weekly-therapist";

    @EmbeddedId
    private AftercarePlanId plan;

    @Version
    private int version;

    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private Place place;

    private @Nullable StaffId clinician;
    private @Nullable String therapist;
    private @Nullable LocalDate startsOn;
    private @Nullable StaffId writtenBy;
    private Instant saidAt;

    /** Where it is given. */
    @Schema(name = "TherapyPlace")
    enum Place {
        HERE,
        ELSEWHERE,
        /** The patient goes to none. */
        NONE
    }

    /**
     * What is said of it.
     *
     * @param therapist elsewhere; sealed
     * @param writtenBy who of the staff wrote it down; null where the patient did, or a receiver took them
     */
    record Said(
            Place place,
            @Nullable String therapist,
            @Nullable LocalDate startsOn,
            @Nullable StaffId writtenBy,
            Instant at) {}

    @SuppressWarnings("NullAway.Init")
    protected WeeklyTherapy() {}

    WeeklyTherapy(AftercarePlanId plan, PatientId patient, Said said) {
        this.plan = plan;
        this.patient = patient;
        is(said);
    }

    /** All of it, whatever was said before. */
    final void is(Said said) {
        boolean none = said.place() == Place.NONE;
        if (none != (said.startsOn() == null)) {
            throw wrong("/startsOn", none ? "nothing, where there is no therapy" : "the first day");
        }
        if (said.therapist() != null && said.place() != Place.ELSEWHERE) {
            throw wrong("/therapist", "nobody, unless it is given elsewhere");
        }
        place = said.place();
        clinician = place == Place.HERE ? clinician : null;
        therapist = said.therapist();
        startsOn = said.startsOn();
        writtenBy = said.writtenBy();
        saidAt = said.at();
    }

    /** Somebody of the staff gives it from now on. */
    void isGivenBy(StaffId staff) {
        if (place != Place.HERE) {
            throw TherapyRule.GIVEN_BY_STAFF_WHERE_IT_IS_HERE.because(
                    "It is %s. Say first that the patient goes to therapy here.".formatted(place));
        }
        clinician = staff;
    }

    private static RuntimeException wrong(String pointer, String advice) {
        return TherapyRule.THERAPY_IS_SOMEWHERE.at(pointer, advice);
    }

    boolean isSome() {
        return place != Place.NONE;
    }

    AftercarePlanId plan() {
        return plan;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    Place place() {
        return place;
    }

    @Nullable
    StaffId clinician() {
        return clinician;
    }

    @Nullable
    String therapist() {
        return therapist;
    }

    @Nullable
    LocalDate startsOn() {
        return startsOn;
    }

    @Nullable
    StaffId writtenBy() {
        return writtenBy;
    }

    Instant saidAt() {
        return saidAt;
    }
}
