package org.stepwell.enrollment.letter;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a letter says, as it was known on the day it was sent. */
@Schema(name = "LetterSaid")
record Said(
        @Schema(examples = "Riverside") String clinic,
        @Schema(examples = "Maya Lindqvist") String patient,
        @Schema(examples = "2026-04-10") LocalDate on,
        @Nullable Stay stay,
        @Nullable Attendance attendance) {

    /** The part of a letter under which it is sealed. */
    static final String PART = "letter-said";

    /** From when, until when, where. */
    @Schema(name = "LetterStay")
    record Stay(
            @Schema(examples = "2026-03-02") LocalDate since,

            @Schema(examples = "2026-05-29", description = "missing while they are in") @Nullable
            LocalDate until,

            @Schema(examples = "2.1") String level) {}

    /** How somebody came. */
    @Schema(name = "LetterAttendance")
    record Attendance(
            @Schema(examples = "2026-04-06") LocalDate firstDay,
            @Schema(examples = "2026-04-10") LocalDate lastDay,
            List<Week> weeks) {}

    /** One week, or what of it lies in the time that is asked about. */
    @Schema(name = "LetterWeek")
    record Week(
            @Schema(examples = "2026-04-06") LocalDate firstDay,
            @Schema(examples = "2026-04-10") LocalDate lastDay,
            @Schema(examples = "3") int days,
            @Schema(examples = "540") int minutes) {}
}
