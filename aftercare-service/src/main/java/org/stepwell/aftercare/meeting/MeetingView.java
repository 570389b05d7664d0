package org.stepwell.aftercare.meeting;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.MeetingId;

/** A meeting as whoever looks for one sees it. */
@Schema(name = "MeetingView")
record MeetingView(
        MeetingId id,
        @Schema(examples = "demo") String feed,

        @Schema(description = "false once its feed no longer has it")
        boolean active,

        @Schema(examples = "Lantern Street Newcomers") String name,

        @Schema(description = "empty where it meets by appointment")
        Set<DayOfWeek> days,

        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,

        @Schema(description = "the time zone of its times; its feed's where it names none")
        String zone,

        @Schema(description = "Meeting Guide codes") Set<String> types,
        boolean secular,
        boolean online,
        boolean inPerson,

        @Schema(description = "ISO 639 codes; its feed's where it names none", examples = "es")
        List<String> languages,

        @Nullable String location,
        @Nullable String address,
        @Nullable @Schema(examples = "40.71") Double latitude,
        @Nullable @Schema(examples = "-74.01") Double longitude,

        @Nullable @Schema(description = "how far from the point that was asked about", examples = "2.4")
        Double kilometers,

        @Nullable String conferenceUrl,
        @Nullable String conferencePhone) {

    private static final double TENTHS = 10;

    static MeetingView of(Meeting meeting) {
        return of(meeting, null);
    }

    static MeetingView of(Meeting meeting, @Nullable Double kilometers) {
        return new MeetingView(
                meeting.id(),
                meeting.feed(),
                meeting.active(),
                meeting.name(),
                meeting.days(),
                meeting.startsAt(),
                meeting.endsAt(),
                meeting.zone(),
                meeting.types(),
                meeting.secular(),
                meeting.online(),
                meeting.inPerson(),
                meeting.languages(),
                meeting.location(),
                meeting.address(),
                meeting.latitude(),
                meeting.longitude(),
                kilometers == null ? null : Math.round(kilometers * TENTHS) / TENTHS,
                meeting.conferenceUrl(),
                meeting.conferencePhone());
    }
}
