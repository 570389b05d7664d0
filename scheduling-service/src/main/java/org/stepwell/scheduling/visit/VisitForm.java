package org.stepwell.scheduling.visit;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.RoomId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.session.SessionPlan.Occurrence;
import org.stepwell.scheduling.visit.Diary.Wish;

/** A visit wanted, or the same one each week, by the clock on the clinic's wall. */
@Schema(name = "VisitForm")
record VisitForm(
        @NotNull @Schema(examples = "INDIVIDUAL_THERAPY") Modality modality,
        @NotNull StaffId clinician,
        @NotNull @Schema(examples = "2026-05-05") LocalDate day,

        @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "10:00")
        LocalTime from,

        @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "11:00")
        LocalTime to,

        @Nullable @Schema(description = "left out where nobody comes in, as by phone")
        RoomId room,

        @Nullable
        @Min(1)
        @Max(26)
        @Schema(
                examples = "12",
                description = "how many, one a week; those on days on which the clinic is closed are left out")
        Integer weeks) {

    /** The days of all of them. */
    List<LocalDate> days() {
        return IntStream.range(0, weeks == null ? 1 : weeks)
                .mapToObj(day::plusWeeks)
                .toList();
    }

    Wish wish(LocalDate on, ClinicTime time) {
        return new Wish(new Occurrence(on, time.at(on, from), time.at(on, to)), from, to, clinician, room);
    }

    /** Refuses what can be no visit, whoever is free. */
    void mustBePossible(ClinicTime time) {
        if (modality == Modality.GROUP_THERAPY) {
            throw new Refusal(
                    VisitRule.GROUPS_ARE_NO_VISIT,
                    "Seat the patient in a group instead.",
                    List.of(new FieldError("/modality", "anything but GROUP_THERAPY")));
        }
        if (!from.isBefore(to) || days().stream().anyMatch(on -> isSkipped(on, time))) {
            throw notAhead("/to", "after %s".formatted(from));
        }
        if (!time.at(day, from).isAfter(time.now())) {
            throw notAhead("/from", "still to come");
        }
        var latest = time.today().plusDays(VisitsNotNeeded.DAYS_AHEAD_MAX);
        if (days().getLast().isAfter(latest)) {
            throw notAhead("/day", "all visits by %s".formatted(latest));
        }
    }

    /** True for hours that the clock skips in spring. */
    private boolean isSkipped(LocalDate on, ClinicTime time) {
        return !time.at(on, from).isBefore(time.at(on, to));
    }

    private static Refusal notAhead(String pointer, String how) {
        return new Refusal(
                VisitRule.VISIT_IS_AHEAD, "Say other hours or another day.", List.of(new FieldError(pointer, how)));
    }
}
