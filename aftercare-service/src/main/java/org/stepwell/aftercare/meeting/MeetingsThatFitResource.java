package org.stepwell.aftercare.meeting;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.meeting.MeetingsThatFit.Fit;
import org.stepwell.aftercare.patient.Patients;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicDirectory;

/** The HTTP door to meetings that fit a patient's week. */
@Path("patients/{patient}/meetings-that-fit")
@Guard(Policy.CARE_TEAM_READS)
class MeetingsThatFitResource {

    private final MeetingsThatFit thatFit;
    private final BusyTimes busyTimes;
    private final Patients patients;
    private final ClinicDirectory clinics;
    private final Access access;
    private final Clock clock;

    MeetingsThatFitResource(
            MeetingsThatFit thatFit,
            BusyTimes busyTimes,
            Patients patients,
            ClinicDirectory clinics,
            Access access,
            Clock clock) {
        this.thatFit = thatFit;
        this.busyTimes = busyTimes;
        this.patients = patients;
        this.clinics = clinics;
        this.access = access;
        this.clock = clock;
    }

    /** Once that it is held, by the clock on the clinic's wall. */
    @Schema(name = "MeetingTime")
    record Time(
            @Schema(examples = "2026-03-02") LocalDate day,
            @Schema(examples = "18:30") LocalTime from,
            @Schema(examples = "19:30") LocalTime to,
            Instant startsAt) {

        static Time of(FreeWeek.Occurrence held) {
            return new Time(
                    held.startsAt().toLocalDate(),
                    held.startsAt().toLocalTime(),
                    held.endsAt().toLocalTime(),
                    held.startsAt().toInstant());
        }
    }

    /** A meeting, and when it fits within seven days. */
    @Schema(name = "FittingMeeting")
    record FittingMeeting(MeetingView meeting, boolean ownLanguage, List<Time> times) {

        static FittingMeeting of(Fit fit) {
            return new FittingMeeting(
                    MeetingView.of(fit.meeting(), fit.kilometers()),
                    fit.ownLanguage(),
                    fit.times().stream().map(Time::of).toList());
        }
    }

    /** The best first. */
    @Schema(name = "MeetingsThatFit")
    record View(
            PatientId patient,

            @Schema(description = "the patient's language, as enrollment tells it", examples = "es") @Nullable
            String language,

            List<FittingMeeting> items) {}

    @GET
    @Transactional
    @Operation(
            summary = "Meetings at a patient's free hours of the next seven days, the best first",
            description =
                    "Between six in the morning and eleven at night, without the hours at which the patient can not come. In person"
                            + " near a point, which is not kept; without a point online only. First those in the patient's language,"
                            + " then the nearest, those online after them, then the soonest.")
    public View find(
            PatientId patient,
            @QueryParam("latitude")
                    @Pattern(regexp = MeetingQuery.DEGREES)
                    @Parameter(description = "with two decimals at most", example = "40.71")
                    @Nullable
                    String latitude,
            @QueryParam("longitude")
                    @Pattern(regexp = MeetingQuery.DEGREES)
                    @Parameter(description = "with two decimals at most", example = "-74.01")
                    @Nullable
                    String longitude,
            @QueryParam("kilometers")
                    @Pattern(regexp = MeetingQuery.KILOMETERS)
                    @Parameter(description = "how far from there at most; 25 unless it is said", example = "10")
                    @Nullable
                    String kilometers,
            @QueryParam("secular")
                    @Pattern(regexp = MeetingQuery.TRUE_OR_FALSE)
                    @Parameter(description = "true: secular ones only")
                    @Nullable
                    String secular,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(50) int limit) {
        access.to(patient);
        var near = MeetingQuery.near(latitude, longitude, kilometers);
        var language =
                patients.language(patient).map(MeetingsThatFitResource::bare).orElse(null);
        var week = new FreeWeek(clock.instant(), clinics.zone(), busyTimes.of(patient));
        var wanted = new MeetingsThatFit.Wanted(language, "true".equals(secular), near);
        return new View(
                patient,
                language,
                thatFit.find(week, wanted, limit).stream()
                        .map(FittingMeeting::of)
                        .toList());
    }

    /** Of a language as people of a country speak it, the language. */
    private static String bare(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }
}
